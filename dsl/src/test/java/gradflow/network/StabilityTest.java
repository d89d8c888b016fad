package gradflow.network;

import static gradflow.Gradflow.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.check.Refusal;
import gradflow.result.GradNorms;
import gradflow.result.Stability;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StabilityTest {
    private static final double[][] EXPLODES = {{1.8, -3}, {1, -1.5}};

    @ParameterizedTest
    @CsvSource({"1, 0.5477226", "0.5, 0.879436", "0.3, 1.279669", "0.1, 1.631613", "0.05, 1.716260"})
    void saturationOfOneUnitRaisesTheSpectralRadius(double d, double radius) {
        double measured = spectrum(new double[][] {{1.8, -3}, {d, -1.5 * d}}).radius();
        // λ² − (1.8 − 1.5d)·λ + 0.3d = 0
        double half = (1.8 - 1.5 * d) / 2;
        double discriminant = half * half - 0.3 * d;
        double exact = discriminant < 0 ? Math.sqrt(0.3 * d) : half + Math.sqrt(discriminant);
        assertThat(measured).isCloseTo(radius, within(5e-7)).isCloseTo(exact, within(1e-14));
    }

    @Test
    void aRadiusBelowOneDoesNotKeepTheGradientFromExploding() {
        Stability stability = stability(EXPLODES);

        assertThat(stability.verdict()).isEqualTo(Stability.Verdict.WITNESS);
        assertThat(stability.lowerBound()).isGreaterThan(1.79);
        assertThat(stability.upperBound()).isGreaterThan(stability.lowerBound());
        assertThat(stability.witness().orElseThrow().growth()).isGreaterThan(1e4);
        assertThat(stability.toString()).contains("although ρ(W) < 1: saturation causes the explosion");
    }

    @Test
    void theWitnessCanBeRunAgainInTheLanguage() {
        Stability.Witness witness = stability(EXPLODES).witness().orElseThrow();
        double[][] inputs = new double[witness.steps()][];
        Arrays.fill(inputs, witness.input());

        GradNorms norms = rnn().whh(EXPLODES)
                .wxh(new double[][] {{1, 0}, {0, 1}})
                .inputs(inputs)
                .h0(witness.state())
                .unroll(witness.steps())
                .gradNorms();

        double growth = norms.norm(0) / norms.norm(witness.steps());
        assertThat(growth).isCloseTo(witness.growth(), within(1e-9 * growth));
    }

    @Test
    void theKnownStateOfThatMatrixExplodesAndAtRestItsGradientVanishes() {
        double h = Math.sqrt(0.9);
        double atanh = Math.log((1 + h) / (1 - h)) / 2;
        Rnn net = rnn().whh(EXPLODES).wxh(zeros());

        assertThat(net.bias(3 * h, atanh + 1.5 * h)
                        .h0(0, h)
                        .unroll(20)
                        .gradNorms()
                        .norm(0))
                .isCloseTo(40840, within(0.5));
        assertThat(net.unroll(20).gradNorms().norm(0)).isCloseTo(3.906e-5, within(5e-9));
    }

    @Test
    void matricesThatShrinkInSomeScalingAreCertified() {
        assertThat(stability(new double[][] {{0, 5, 0}, {0, 0, 5}, {0, 0, 0}}).verdict())
                .as("a chain has ρ = 0")
                .isEqualTo(Stability.Verdict.CERTIFIED);
        assertThat(stability(orthogonal(0.99).sample(8)).verdict())
                .as("orthogonal × 0.99")
                .isEqualTo(Stability.Verdict.CERTIFIED);
        assertThat(stability(new double[][] {{0.5, 100}, {0, 0.9}}).upperBound())
                .isBetween(0.9, 0.91);
        assertThat(stability(new double[][] {{0}}).upperBound()).isEqualTo(0);
    }

    @Test
    void aCertificateHoldsForEverySaturationTried() {
        Random random = new Random(19);
        int certified = 0;
        for (int k = 0; k < 30; k++) {
            int n = 2 + k % 4;
            double[][] w = new double[n][n];
            for (double[] row : w) {
                Arrays.setAll(row, j -> 0.7 * random.nextGaussian() / Math.sqrt(n));
            }
            Stability stability = stability(w);
            if (stability.verdict() != Stability.Verdict.CERTIFIED) {
                continue;
            }
            certified++;
            assertThat(stability.witness()).isEmpty();
            RealMatrix s = MatrixUtils.createRealDiagonalMatrix(stability.scaling());
            RealMatrix product = MatrixUtils.createRealIdentityMatrix(n);
            for (int t = 1; t <= 12; t++) {
                double[] d = random.doubles(n)
                        .map(x -> x < 0.3 ? 0 : x > 0.6 ? 1 : x)
                        .toArray();
                product = MatrixUtils.createRealDiagonalMatrix(d)
                        .multiply(MatrixUtils.createRealMatrix(w))
                        .multiply(product);
                RealMatrix scaled = s.multiply(product).multiply(MatrixUtils.inverse(s));
                assertThat(spectrum(scaled).norm2())
                        .isLessThanOrEqualTo(Math.pow(stability.upperBound(), t) * (1 + 1e-12));
            }
        }
        assertThat(certified).isBetween(5, 29);
    }

    @Test
    void aRadiusAboveOneNeedsNoInput() {
        Stability stability = stability(new double[][] {{1.1, 0}, {0, 0.3}});

        assertThat(stability.verdict()).isEqualTo(Stability.Verdict.WITNESS);
        assertThat(stability.slopes()).containsExactly(1, 1);
        assertThat(stability.witness().orElseThrow().input()).containsExactly(0, 0);
    }

    @Test
    void theEdgeIsUndecidedWithBothBounds() {
        Stability stability = stability(new double[][] {{0, 1}, {-1, 0}});

        assertThat(stability.verdict()).isEqualTo(Stability.Verdict.UNDECIDED);
        assertThat(stability.lowerBound()).isCloseTo(1, within(1e-12));
        assertThat(stability.upperBound()).isBetween(1.0, 1 + 1e-8);
        assertThat(stability.report().closing().get(0))
                .startsWith("undecided: no diagonal scaling was found that brings the norm below 1, and no slopes D"
                        + " with ρ(D·W) > 1; the largest ρ(D·W) of one D is 1 to within ")
                .matches(".*e-\\d\\d");
    }

    @Test
    void aCertificateRoundsItsBoundUp() {
        Stability stability = stability(new double[][] {{0.5, 0}, {3, 0.5}});
        assertThat(stability.upperBound()).isBetween(0.5, 0.500097);
        String sentence = stability.report().closing().get(0);
        double shown = Double.parseDouble(sentence.replaceAll(".*₂ ≤ (\\S+) < 1.*", "$1"));
        assertThat(shown).isGreaterThanOrEqualTo(stability.upperBound()).isLessThan(1);
    }

    @Test
    void aDescriptionIsAskedAsItsMatrixIs() {
        Stability stability = rnn().whh(EXPLODES).named("small").stability();

        assertThat(stability.slopes()).isEqualTo(stability(EXPLODES).slopes());
        assertThat(stability.report().title())
                .isEqualTo("can inputs make the gradient of a tanh network with the W_hh of small explode?");
    }

    @Test
    void otherNetworksAndShapesAreRefused() {
        assertThatThrownBy(() -> rnn().relu().stability())
                .isInstanceOf(Refusal.class)
                .hasMessage("""
                        stability(): known of tanh networks h_t = tanh(…) alone
                          in:  rnn().relu().stability()
                          try: tanh() without residual or leak, or jacobians() of the unrolled network""");
        assertThatThrownBy(() -> stability(new double[][] {{1, 2}}))
                .isInstanceOf(Refusal.class)
                .hasMessage("""
                        stability(W): W must be square, but was 1×2
                          in:  stability(matrix(new double[][] {{1, 2}}))
                          try: stability(new double[][] {{1.8, -3}, {1, -1.5}})""");
    }
}
