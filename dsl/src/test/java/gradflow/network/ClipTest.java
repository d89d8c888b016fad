package gradflow.network;

import static gradflow.Gradflow.direction;
import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.orthogonal;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.sumEveryStep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.analysis.Clipping;
import gradflow.internal.kernel.Mat;
import gradflow.result.Clipped;
import gradflow.result.ClippedSteps;
import gradflow.result.GradNorms;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClipTest {
    /** A network whose ∂L/∂W_hh is [[a, b], [0, 0]]. */
    private static Unrolled withGradient(double a, double b) {
        return rnn().hidden(2).h0(a, b).linear().inputs(gaussian(0)).unroll(1).loss(direction(1, 0));
    }

    @Test
    void threeAndFourAreClippedAsPyTorchDoes() {
        // torch.nn.utils.clip_grad_norm_ of [3, 4] with max 1
        Clipped clipped = withGradient(3, 4).weightGrad().clip(1);
        assertThat(clipped.total().getRow(0)).containsExactly(new double[] {0.599999880, 0.799999840}, within(5e-10));
        assertThat(clipped.coefficient()).isEqualTo(1 / (5 + 1e-6));
        assertThat(clipped.normBefore()).isEqualTo(5);
        assertThat(clipped.norm()).isCloseTo(5 / (5 + 1e-6), within(1e-15));
        assertThat(clipped.cosine()).isCloseTo(1, within(1e-15));
    }

    @Test
    void gradientOfNormExactlyOneShrinksALittle() {
        Clipped clipped = withGradient(1, 0).weightGrad().clip(1);
        assertThat(clipped.norm()).isCloseTo(0.999999, within(1e-11));
        assertThat(clipped.norm()).isEqualTo(1 / (1 + 1e-6));
        assertThat(clipped.changed()).isEqualTo(1);
    }

    @Test
    void whatIsBelowTheBoundStays() {
        Clipped clipped = withGradient(0.3, 0.4).weightGrad().clip(1);
        assertThat(clipped.coefficient()).isEqualTo(1);
        assertThat(clipped.changed()).isZero();
        assertThat(clipped.toString()).endsWith("nothing is clipped: the norm is below max");
    }

    @Test
    void clippingByValueCutsEachEntryAndTurnsTheGradient() {
        Clipped clipped = withGradient(3, -0.5).weightGrad().clipValue(1);
        assertThat(clipped.total().getRow(0)).containsExactly(1, -0.5);
        assertThat(clipped.changed()).isEqualTo(1);
        double cosine = (3 + 0.25) / Math.sqrt((9 + 0.25) * (1 + 0.25));
        assertThat(clipped.cosine()).isCloseTo(cosine, within(1e-15));
        assertThatThrownBy(clipped::coefficient).hasMessage("""
                        coefficient(): clipping by value has no one factor
                          in:  rnn().hidden(2).h0(matrix(new double[][] {{3, -0.5}})).linear().inputs(gaussian(0)).unroll(1).loss(direction(1, 0)).weightGrad().clipValue(1).coefficient()
                          try: clip(1).coefficient(), or cosine()""");
    }

    @Test
    void pyTorchTurnsAnInfiniteGradientIntoNansWithoutAWord() {
        // what torch.nn.utils.clip_grad_norm_ makes of [inf, 1]
        Mat silent = Clipping.byNorm(Mat.of(new double[][] {{Double.POSITIVE_INFINITY, 1}}), 1);
        assertThat(silent.at(0, 0)).isNaN();
        assertThat(silent.at(0, 1)).isZero();
    }

    @Test
    void overflowedGradientIsRefusedWithTheReasonAndWhatPyTorchWouldDo() {
        Unrolled net = rnn().hidden(2)
                .whh(identity(2))
                .linear()
                .h0(1, 0)
                .inputs(gaussian(0))
                .unroll(1200)
                .loss(direction(1, 0));
        assertThatThrownBy(() -> net.weightGrad().clip(1)).hasMessage("""
                        clip(max): of the 4 entries of ∂L/∂W_hh 1 is more than a double can hold, and no factor mends that; clip_grad_norm_ would go on without a word and make 1 entry nan and 3 entries 0
                          in:  %s.weightGrad().clip(1)
                          try: clipSteps(max) on the unrolled network, which clips on the way back, or a shorter horizon; in PyTorch error_if_nonfinite=True""".formatted(net));
        assertThatThrownBy(() -> net.weightGrad().clipValue(1))
                .hasMessageContaining("1 is more than a double can hold");
    }

    @Test
    void runThatBrokeOffIsRefused() {
        Unrolled net = rnn().whh(identity(1e200)).linear().h0(1e200, 0, 0, 0).unroll(5);
        assertThatThrownBy(() -> net.weightGrad().clip(1)).hasMessageContaining("16 are not a number");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void boundMustBePositive(double max) {
        Unrolled net = scalar(0.5).unroll(3);
        assertThatThrownBy(() -> net.weightGrad().clip(max))
                .hasMessageStartingWith("clip(max): max must be a positive");
        assertThatThrownBy(() -> net.weightGrad().clipValue(max))
                .hasMessageStartingWith("clipValue(max): max must be a positive");
        assertThatThrownBy(() -> net.clipSteps(max)).hasMessageStartingWith("clipSteps(max): max must be a positive");
    }

    @Test
    void clippingEachStepOfALinearScalarHoldsItAtTheBound() {
        ClippedSteps steps = scalar(2).linear().unroll(5).clipSteps(4);
        // 1, 2, 4·4/(4 + 1e-6), and from there on what arrives is twice a little less than 4
        assertThat(steps.arriving(5)).isEqualTo(1);
        assertThat(steps.arriving(3)).isEqualTo(4);
        double kept = 4 * (4 / (4 + 1e-6));
        assertThat(steps.norm(3)).isEqualTo(kept);
        assertThat(steps.arriving(2)).isEqualTo(2 * kept);
        assertThat(steps.coefficient(2)).isEqualTo(4 / (2 * kept + 1e-6));
        assertThat(steps.norm(0)).isLessThan(4).isCloseTo(4, within(1e-6));
    }

    @Test
    void onlyWhatIsAboveTheBoundCountsAsClipped() {
        ClippedSteps steps = scalar(2).linear().unroll(5).clipSteps(4);
        // g_5 = 1 and g_4 = 2 pass; 4 does not for the 1e-6, nor does anything after it
        assertThat(steps.coefficient(4)).isEqualTo(1);
        assertThat(steps.toString()).contains("4 of 6 gradients are clipped");
        assertThat(scalar(2).linear().unroll(1).clipSteps(4).toString())
                .contains("nothing is clipped: no ‖∂L/∂h_t‖ is above max");
    }

    static Stream<Unrolled> networks() {
        return Stream.of(
                rnn().hidden(9).whh(orthogonal(1.4)).relu().unroll(30),
                rnn().hidden(5).whh(gaussian(1)).leaky(0.5).unroll(30).loss(sumEveryStep()),
                lstm().hidden(5).forgetBias(3).unroll(30),
                gru().hidden(3).unroll(10).loss(sumEveryStep()));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void clippedStepsNeverExceedTheBoundAndAHugeBoundChangesNothing(Unrolled net) {
        ClippedSteps steps = net.clipSteps(0.7);
        ClippedSteps free = net.clipSteps(1e300);
        GradNorms norms = net.gradNorms();
        int last = norms.values().length - 1;
        for (int t = 0; t <= last; t++) {
            assertThat(steps.norm(t)).isLessThanOrEqualTo(0.7);
            assertThat(steps.coefficient(t)).isLessThanOrEqualTo(1);
            assertThat(free.coefficient(t)).isEqualTo(1);
        }
        assertThat(free.cosine()).isCloseTo(1, within(1e-14));
        assertThat(free.total()).isEqualTo(net.weightGrad().total());
        assertThat(steps.cosine()).isBetween(-1.0, 1.0);
    }

    @ParameterizedTest
    @CsvSource({"1", "0.1", "3"})
    void clippingTheLastGradientAloneScalesAllThatFollows(double max) {
        // of a contracting network only ∂L/∂h_T is above the bound
        Unrolled net = rnn().whh(identity(0.5).plusNoise(0.05)).unroll(20);
        ClippedSteps steps = net.clipSteps(max);
        double coefficient = Math.min(1, max / (2 + 1e-6));
        assertThat(steps.coefficient(20)).isEqualTo(coefficient);
        assertThat(steps.norm(0)).isCloseTo(coefficient * net.gradNorms().norm(0), within(1e-18));
        assertThat(steps.cosine()).isCloseTo(1, within(1e-12));
    }

    @Test
    void explosionBeyondADoubleIsHeldByClippingEachStep() {
        ClippedSteps steps = rnn().whh(identity(3)).linear().unroll(1000).clipSteps(1);
        assertThat(steps.norm(0)).isLessThanOrEqualTo(1).isGreaterThan(0.99);
        assertThat(steps.cosine()).isNotNaN();
    }
}
