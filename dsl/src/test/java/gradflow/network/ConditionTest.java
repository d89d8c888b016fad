package gradflow.network;

import static gradflow.Gradflow.chain;
import static gradflow.Gradflow.direction;
import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.ginibre;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.matrix;
import static gradflow.Gradflow.orthogonal;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.report.TextStyle;
import gradflow.result.Condition;
import gradflow.result.Diagnosis;
import gradflow.result.Lyapunov;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a diagnosis finds. */
class ConditionTest {
    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of(DiagnosisTest.textbook(0.5).unroll(20), Condition.VANISHING),
                Arguments.of(DiagnosisTest.textbook(1.5).unroll(20), Condition.U_SHAPED),
                Arguments.of(DiagnosisTest.saturating().unroll(20), Condition.EXPLODING),
                Arguments.of(rnn().whh(orthogonal()).unroll(20), Condition.STABLE),
                Arguments.of(rnn().hidden(48).whh(ginibre(2)).unroll(150), Condition.CHAOTIC),
                Arguments.of(rnn().wxh(zeros()).bias(-1, -1, -1, -1).relu().unroll(5), Condition.DEAD_UNITS),
                Arguments.of(scalar(2).linear().unroll(1100), Condition.OVERFLOW),
                Arguments.of(rnn().whh(identity(1e200)).linear().unroll(5), Condition.OVERFLOW),
                Arguments.of(rnn().whh(zeros()).unroll(5).loss(direction(0, 0, 0, 0)), Condition.NO_SIGNAL),
                // exactly 0, and no unit is dead
                Arguments.of(rnn().hidden(5).whh(chain(1)).linear().unroll(9), Condition.VANISHING),
                Arguments.of(
                        rnn().hidden(4)
                                .whh(matrix(
                                        new double[][] {{.5, 2, 0, 0}, {0, .5, 2, 0}, {0, 0, .5, 2}, {0, 0, 0, .5}}))
                                .linear()
                                .unroll(30),
                        Condition.HUMPED),
                Arguments.of(lstm().unroll(40), Condition.VANISHING),
                Arguments.of(gru().unroll(40), Condition.VANISHING));
    }

    @Test
    void leavingAnUnstableFixedPointIsNotChaos() {
        Rnn line = rnn().hidden(1).inputs(zeros());
        assertThat(line.whh(identity(1.05)).h0(1e-6).unroll(50).diagnose().condition())
                .isEqualTo(Condition.EXPLODING);
        for (int steps : new int[] {10, 30, 40, 45, 50, 60, 100}) {
            assertThat(line.whh(identity(1.2)).h0(1e-3).unroll(steps).diagnose().condition())
                    .as("T = %d", steps)
                    .isNotEqualTo(Condition.CHAOTIC);
        }
        assertThat(rnn().hidden(6)
                        .whh(orthogonal(1.2))
                        .h0(gaussian(1e-6))
                        .inputs(zeros())
                        .unroll(40)
                        .diagnose()
                        .condition())
                .isEqualTo(Condition.EXPLODING);
    }

    @Test
    void stayingAtAnUnstableFixedPointIsNotChaos() {
        // held at h = 0.1, where W·φ′ = 1.485, but for roundings that have not grown yet
        double bias = 0.5 * StrictMath.log(1.1 / 0.9) - 1.5 * 0.1;
        Unrolled held = rnn().whh(new double[][] {{1.5}})
                .bias(bias)
                .h0(0.1)
                .inputs(zeros())
                .unroll(20);
        assertThat(held.lyapunov().largest()).isCloseTo(Math.log(1.485), within(1e-9));
        assertThat(held.diagnose().condition()).isEqualTo(Condition.EXPLODING);
    }

    @Test
    void exponentsWithinTheirUncertaintyAreNoChaos() {
        for (int seed : new int[] {10, 27, 31}) {
            Unrolled net = rnn().hidden(12)
                    .seed(seed)
                    .whh(ginibre(1.1))
                    .h0(gaussian(1))
                    .inputs(gaussian(0.3))
                    .unroll(60);
            Lyapunov one = net.lyapunov(1);
            assertThat(one.largest()).isBetween(0.0, 2 * one.uncertainty()[0]);
            assertThat(net.diagnose().condition()).as("seed %d", seed).isNotEqualTo(Condition.CHAOTIC);
        }
    }

    @Test
    void deadUnitsAreNamedWhereTheyAreMoreThanHalf() {
        Rnn relu = rnn().relu().whh(identity(1)).wxh(zeros());
        assertThat(relu.bias(-1, -1, -1, 1).unroll(9).diagnose().condition()).isEqualTo(Condition.DEAD_UNITS);
        assertThat(relu.bias(-1, -1, 1, 1).unroll(9).diagnose().condition()).isEqualTo(Condition.STABLE);
    }

    @Test
    void exponentThatIsZeroIsToldAsSuch() {
        assertThat(rnn().linear()
                        .whh(identity(1))
                        .unroll(20)
                        .diagnose()
                        .toString()
                        .replace("\n", " "))
                .contains(": 0 as far as it is known, this trajectory neither amplifies nor forgets");
        assertThat(scalar(0.5).unroll(1).diagnose().toString())
                .contains("horizon: more than 1 % is left after the one");
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void eachConditionIsNamed(Unrolled net, Condition condition) {
        Diagnosis diagnosis = net.diagnose();
        assertThat(diagnosis.condition()).isEqualTo(condition);
        assertThat(diagnosis.toString())
                .startsWith("diagnosis: " + condition.word() + "\n")
                .doesNotContain("NaN");
        assertThat(diagnosis.evidence().toString()).contains("rate per step");
        for (int width : new int[] {80, 60, 40}) {
            assertThat(diagnosis.report().text(TextStyle.columns(width)).lines())
                    .allMatch(line -> line.length() <= width);
        }
    }

    @Test
    void stepOfAnOverflowIsNamed() {
        assertThat(scalar(2).linear().unroll(1100).diagnose().verdict())
                .isEqualTo(
                        "overflow at step t = 1028: a state is more than a double can hold; the gradient is exploding: ×2 a"
                                + " step on the way back, doubling every 1 step; 1.36e+331 of the signal arrives at t = 0");
    }
}
