package gradflow.network;

import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.result.Gates;
import gradflow.result.States;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** How saturated units and gates are, where their pre-activations are the biases alone. */
class OccupationTest {
    private static final double ROUNDING = 1e-15;

    /** tanh′ = 1 − tanh² is a tenth here. */
    private static final double TANH_EDGE = 0.5 * Math.log((1 + Math.sqrt(0.9)) / (1 - Math.sqrt(0.9)));

    /** σ′ = σ(1 − σ) is a tenth of ¼ here: σ(z) = (1 + tanh(z/2))/2. */
    private static final double SIGMOID_EDGE = 2 * TANH_EDGE;

    private static Rnn biased(double... b) {
        return rnn().whh(zeros()).wxh(zeros()).bias(b);
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double sigmoidSlope(double z) {
        return sigmoid(z) * (1 - sigmoid(z));
    }

    private static double tanhSlope(double z) {
        return 1 - Math.tanh(z) * Math.tanh(z);
    }

    @Test
    void tanhUnitsAreSaturatedFromTheRootOfNineTenthsOn() {
        double[] b = {0, TANH_EDGE - 0.001, -TANH_EDGE + 0.001, TANH_EDGE + 0.001, -TANH_EDGE - 0.001, 0.3, 0.4, -9};
        States states = biased(b).unroll(1).states();
        assertThat(states.saturated(1)).isEqualTo(3 / 8.0);
        assertThat(states.meanSlope(1))
                .isCloseTo(
                        Arrays.stream(b)
                                .map(OccupationTest::tanhSlope)
                                .average()
                                .orElseThrow(),
                        within(ROUNDING));
    }

    @Test
    void sigmoidUnitsAreMeasuredAgainstAQuarter() {
        double[] b = {0, SIGMOID_EDGE - 0.001, -SIGMOID_EDGE + 0.001, SIGMOID_EDGE + 0.001};
        States states = biased(b).sigmoid().unroll(1).states();
        assertThat(states.saturated(1)).isEqualTo(0.25);
        assertThat(states.meanSlope(1))
                .isCloseTo(
                        Arrays.stream(b)
                                .map(OccupationTest::sigmoidSlope)
                                .average()
                                .orElseThrow(),
                        within(ROUNDING));
    }

    @Test
    void aUnitHeldAtATenthIsSaturatedAndAnyMoreIsNot() {
        assertThat(biased(-1, 1).leakyRelu(0.1).unroll(1).states().saturated(1)).isEqualTo(0.5);
        assertThat(biased(-1, 1).leakyRelu(0.1001).unroll(1).states().saturated(1))
                .isZero();
        assertThat(biased(-1, 1, 1, 1).relu().unroll(1).states().saturated(1)).isEqualTo(0.25);
    }

    @Test
    void unitsOfEveryGateCountAgainstTheSlopeOfTheirOwnFunction() {
        // i, f, g, o, two units each
        double[] b = {0, 4, -4, 1, 0.5, -2, SIGMOID_EDGE - 0.001, SIGMOID_EDGE + 0.001};
        States states =
                lstm().whh(zeros()).wih(zeros()).bhh(zeros()).bih(b).unroll(1).states();
        double[] shares = new double[8];
        for (int k = 0; k < 8; k++) {
            shares[k] = k / 2 == 2 ? tanhSlope(b[k]) : sigmoidSlope(b[k]) / 0.25;
        }
        assertThat(states.saturated(1)).isEqualTo(4 / 8.0);
        assertThat(states.meanSlope(1))
                .isCloseTo(DoubleStream.of(shares).average().orElseThrow(), within(ROUNDING));
    }

    @Test
    void aCandidatesMeanIsThatOfItsModulusAndItsSpreadThatOfItself() {
        Gates gates = gru().whh(zeros())
                .wih(zeros())
                .bhh(zeros())
                .bih(0.5, -1, 2, 1, 0.7, -1.5)
                .unroll(1)
                .gates();
        double low = Math.tanh(-1.5);
        double high = Math.tanh(0.7);
        assertThat(gates.mean("n", 1)).isCloseTo((high - low) / 2, within(ROUNDING));
        assertThat(gates.spread("n", 1)).isCloseTo((high - low) / 2, within(ROUNDING));
        assertThat(gates.mean("r", 1)).isCloseTo((sigmoid(0.5) + sigmoid(-1)) / 2, within(ROUNDING));
        assertThat(gates.spread("z", 1)).isCloseTo((sigmoid(2) - sigmoid(1)) / 2, within(ROUNDING));
    }
}
