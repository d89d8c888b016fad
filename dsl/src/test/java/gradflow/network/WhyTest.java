package gradflow.network;

import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.orthogonal;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.sumEveryStep;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.result.GradNorms;
import gradflow.result.Why;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhyTest {

    static Stream<Unrolled> vanilla() {
        Random random = new Random(8);
        return Stream.concat(
                Stream.of(
                        scalar(0.5).unroll(5000),
                        rnn().whh(identity(1.5).plusNoise(0.05)).unroll(20),
                        rnn().residual(0.3).unroll(20),
                        rnn().leaky(0.2).relu().bias(gaussian(1)).unroll(20),
                        rnn().unroll(20).loss(sumEveryStep())),
                Stream.generate(() -> rnn().hidden(1 + random.nextInt(9))
                                .seed(random.nextLong())
                                .whh(gaussian(0.3 + random.nextDouble()))
                                .inputs(gaussian(random.nextDouble()))
                                .unroll(1 + random.nextInt(40)))
                        .limit(20));
    }

    @ParameterizedTest
    @MethodSource("vanilla")
    void causesAddUpToTheMeasuredChange(Unrolled net) {
        Why why = net.why();
        GradNorms norms = net.gradNorms();
        int steps = norms.values().length - 1;
        boolean adds = why.toString().contains("added");
        for (int t = 1; t <= steps; t++) {
            double sum = why.saturation(t) + why.weights(t) + why.alignment(t);
            if (adds) {
                sum += why.term("added", t);
            }
            assertThat(sum).isCloseTo(why.change(t), within(1e-12));
            assertThat(why.change(t)).isCloseTo(Math.log(norms.ratio(t - 1)), within(1e-12));
            assertThat(why.alignment(t)).isLessThan(1e-14);
        }
    }

    @Test
    void gatedNetsAreTakenApartByPath() {
        for (Unrolled net : new Unrolled[] {lstm().unroll(30), gru().hidden(7).unroll(30)}) {
            Why why = net.why();
            String around = net.toString().startsWith("lstm") ? "cell" : "kept";
            for (int t = 1; t <= 30; t++) {
                assertThat(why.term(around, t) + why.term("hidden", t)).isCloseTo(why.change(t), within(1e-12));
            }
            double whole = Math.log(net.gates().whole(0)) - Math.log(net.gates().whole(30));
            assertThat(why.total()).isCloseTo(whole, within(1e-11));
        }
    }

    @Test
    void orthogonalWeightsAloneCostNothing() {
        Why why = rnn().whh(orthogonal()).inputs(gaussian(1)).unroll(40).why();
        assertThat(why.total("weights")).isCloseTo(0, within(1e-12));
        assertThat(why.total("alignment")).isCloseTo(0, within(1e-11));
        assertThat(why.total("saturation"))
                .isCloseTo(why.total(), within(1e-11))
                .isLessThan(-1);
    }

    @Test
    void chapterNetworkLosesItsSignalToTheWeights() {
        Why why = rnn().whh(identity(0.5).plusNoise(0.05)).unroll(20).why();
        assertThat(why.toString().replace("\n", " "))
                .endsWith(
                        "of 9.5 nepers lost over 20 steps the weights account for 8.91 (94 %), alignment for 0.581 (6 %),"
                                + " saturation for 0.0104 (<1 %)");
        assertThat(why.share("weights")).isCloseTo(0.938, within(5e-4));
        assertThat(why.share("weights") + why.share("alignment") + why.share("saturation"))
                .isCloseTo(1, within(1e-12));
        assertThat(why.total("weights")).isCloseTo(20 * Math.log(0.640448), within(1e-4));
    }

    @Test
    void causesThatWorkAgainstEachOtherAreToldApart() {
        Why why = rnn().whh(identity(1.5).plusNoise(0.05)).unroll(20).why();
        assertThat(why.toString().replace("\n", " "))
                .endsWith(
                        "of 1.57 nepers lost over 20 steps saturation accounts for 8.56, alignment for 2.9; against it the"
                                + " weights gained 9.89");
    }

    @Test
    void lossAtEveryStepIsToldAsWhatIsAdded() {
        for (Unrolled net : new Unrolled[] {lstm().unroll(9), gru().unroll(9)}) {
            Why why = net.loss(sumEveryStep()).why();
            String around = net.toString().startsWith("lstm") ? "cell" : "kept";
            for (int t = 1; t <= 9; t++) {
                assertThat(why.term(around, t) + why.term("hidden", t) + why.term("added", t))
                        .isCloseTo(why.change(t), within(1e-12));
            }
            assertThat(why.term("added", 1)).isZero();
            assertThat(why.term("added", 5)).isGreaterThan(0.1);
        }
    }

    @Test
    void nothingIsChargedToRounding() {
        assertThat(rnn().whh(orthogonal()).linear().unroll(30).why().toString())
                .endsWith("nothing is lost or gained over 30 steps");
    }

    @Test
    void deadSignalIsToldAsSuch() {
        Why why = rnn().wxh(zeros()).bias(-1, -1, -1, -1).relu().unroll(3).why();
        assertThat(why.saturation(3)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(why.toString())
                .contains("-∞")
                .doesNotContain("NaN")
                .contains("saturation leaves nothing of the signal from t = 3 to t = 2: before that there");
    }

    @Test
    void cutWayBesideAnotherIsChargedWithNothing() {
        Rnn off = rnn().hidden(2)
                .relu()
                .whh(identity(0.5))
                .wxh(new double[][] {{1}, {1}})
                .inputs(new double[][] {{1}, {-50}, {1}, {1}});
        for (Unrolled net : List.of(
                off.unroll(4).loss(sumEveryStep()),
                off.residual().unroll(4),
                off.residual().whh(zeros()).unroll(4),
                lstm().hidden(1).bih(0, -1000, 0, 0).unroll(4),
                lstm().hidden(1).bih(0, -1000, 0, 0).unroll(4).loss(sumEveryStep()))) {
            Why why = net.why();
            List<String> causes = net.toString().startsWith("lstm")
                    ? List.of("cell", "hidden")
                    : List.of("saturation", "weights", "alignment");
            boolean adds = why.toString().contains("added");
            for (int t = 1; t <= 4; t++) {
                int at = t;
                double sum = causes.stream()
                        .mapToDouble(cause -> why.term(cause, at))
                        .sum();
                assertThat(sum + (adds ? why.term("added", t) : 0)).isCloseTo(why.change(t), within(1e-12));
            }
            assertThat(why.toString().replace("\n", " "))
                    .doesNotContain("∞")
                    .doesNotContain("undefined")
                    .containsPattern("; at [1-4] steps? nothing comes through, and the change is charged to what goes");
        }
        assertThat(lstm().hidden(1).bih(0, -1000, 0, 0).unroll(3).why().sentence())
                .startsWith("of 11 nepers lost over 3 steps the hidden path accounts for 11 (100 %)");
    }

    @Test
    void titleNamesTheGradientWhoseChangeIsTold() {
        assertThat(rnn().unroll(2).why().report().title())
                .isEqualTo("why ‖∂L/∂h‖ changes from t to t − 1, L = sum(h_T)");
        assertThat(lstm().unroll(2).why().report().title())
                .isEqualTo("why ‖∂L/∂s‖ changes from t to t − 1, L = sum(h_T), s = (h, c)");
    }

    @Test
    void weightsThatLeaveNothingAreSeveral() {
        assertThat(rnn().whh(zeros()).unroll(2).why().sentence())
                .isEqualTo(
                        "the weights leave nothing of the signal from t = 2 to t = 1: before that there is nothing to"
                                + " account for");
    }

    @Test
    void causeThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> lstm().unroll(2).why().saturation(1)).hasMessage("""
                        why(): the causes here are cell, hidden, but was saturation
                          in:  lstm().unroll(2).why()
                          try: total("cell")""");
    }
}
