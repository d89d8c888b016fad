package gradflow.network;

import static gradflow.Gradflow.direction;
import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.powers;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.spectrum;
import static gradflow.Gradflow.trace;
import static gradflow.Gradflow.unitOfLast;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradflow.internal.check.Refusal;
import gradflow.model.Recipe;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad value is refused when its word is spoken, in three lines: what, where, what to try. */
class RefusalTest {

    private static Arguments refused(Callable<?> call, String what, String where, String remedy) {
        return Arguments.of(call, what + "\n  in:  " + where + "\n  try: " + remedy);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused(
                        () -> rnn().hidden(0),
                        "hidden(n): n must be at least 1, but was 0",
                        "rnn().hidden(0)",
                        "hidden(1), the scalar case, where ∂h_T/∂h_0 can be checked by hand"),
                refused(
                        () -> rnn().tanh().input(-3),
                        "input(m): m must be at least 1, but was -3",
                        "rnn().tanh().input(-3)",
                        "input(1), or scalar(w), a network without input"),
                refused(
                        () -> rnn().hidden(4).whh(new double[3][4]),
                        "whh(matrix): W_hh must be 4×4, as hidden is 4, but was 3×4",
                        "rnn().hidden(4).whh(matrix(new double[][] {{0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}}))",
                        "whh(orthogonal()), or a square matrix"),
                refused(
                        () -> rnn().hidden(4)
                                .whh(new double[][] {{1, 0}, {0, 1}})
                                .unroll(5),
                        "whh(…): 4×4 is wanted, as hidden is 4, but was 2×2",
                        "rnn().hidden(4).whh(matrix(new double[][] {{1, 0}, {0, 1}})).unroll(5)",
                        "hidden(2), or a matrix of 4×4"),
                refused(
                        () -> rnn().input(1).inputs(new double[][] {{1}, {2}}).unroll(3),
                        "inputs(…): 3×1 is wanted, as T is 3 and input is 1, but was 2×1",
                        "rnn().input(1).inputs(matrix(new double[][] {{1}, {2}})).unroll(3)",
                        "unroll(2) and input(1)"),
                refused(
                        () -> rnn().hidden(3).bias(1, 2).unroll(3),
                        "bias(…): 1×3 is wanted, as hidden is 3, but was 1×2",
                        "rnn().hidden(3).bias(matrix(new double[][] {{1, 2}})).unroll(3)",
                        "hidden(2), or a matrix of 1×3"),
                refused(
                        () -> lstm().bih(0.5, 0.9, 1.1).unroll(3),
                        "bih(…): 1×16 is wanted, as hidden is 4, but was 1×3",
                        "lstm().bih(matrix(new double[][] {{0.5, 0.9, 1.1}})).unroll(3)",
                        "a matrix of 1×16, 4 entries for each of the 4 gates"),
                refused(
                        () -> gru().hidden(2).bhh(1, 2, 3).unroll(3),
                        "bhh(…): 1×6 is wanted, as hidden is 2, but was 1×3",
                        "gru().hidden(2).bhh(matrix(new double[][] {{1, 2, 3}})).unroll(3)",
                        "hidden(1), or a matrix of 1×6, 2 entries for each of the 3 gates"),
                refused(
                        () -> rnn().hidden(2)
                                .input(1)
                                .wxh(new double[][] {{1, 2, 3}, {4, 5, 6}})
                                .unroll(3),
                        "wxh(…): 2×1 is wanted, as hidden is 2, but was 2×3",
                        "rnn().hidden(2).input(1).wxh(matrix(new double[][] {{1, 2, 3}, {4, 5, 6}})).unroll(3)",
                        "input(3), or a matrix of 2×1"),
                refused(
                        () -> rnn().whh((Recipe) null),
                        "whh(…): its argument must not be null",
                        "rnn().whh(null)",
                        "whh(orthogonal())"),
                refused(
                        () -> rnn().named(null),
                        "named(label): label must not be null",
                        "rnn().named(null)",
                        "named(\"my network\")"),
                refused(
                        () -> rnn().unroll(0),
                        "unroll(T): T must be at least 1, but was 0",
                        "rnn().unroll(0)",
                        "unroll(20)"),
                refused(
                        () -> rnn().leakyRelu(Double.NaN),
                        "leakyRelu(slope): slope must be a finite number, but was NaN",
                        "leakyRelu(NaN)",
                        "leakyRelu(0.01), PyTorch's default"),
                refused(
                        () -> rnn().unroll(5).loss(unitOfLast(4)),
                        "unitOfLast(i): i must be in 0..3, but was 4",
                        "unitOfLast(4)",
                        "unitOfLast(3), the last unit"),
                refused(
                        () -> rnn().unroll(5).loss(direction(1, 2)),
                        "direction(v…): as many numbers as units are needed, 4, but there are 2",
                        "direction(1, 2)",
                        "sumLast(), which takes any number of units"),
                refused(
                        () -> rnn().unroll(20).gradNorms().norm(21),
                        "norm(t): t must be in 0..20, but was 21",
                        "rnn().unroll(20).gradNorms().norm(21)",
                        "norm(20)"),
                refused(
                        () -> rnn().unroll(20).inputGrads().norm(0),
                        "norm(t): t must be in 1..20, but was 0",
                        "rnn().unroll(20).inputGrads().norm(0)",
                        "norm(1)"),
                refused(
                        () -> rnn().unroll(20).jacobian(5, 3),
                        "jacobian(from, to): from must be in 0..3, but was 5",
                        "rnn().unroll(20).jacobian(5, 3)",
                        "jacobian(0, 3)"),
                refused(
                        () -> rnn().unroll(20).gradNorms().horizon(0),
                        "horizon(fraction): fraction must be a positive number, but was 0",
                        "rnn().unroll(20).gradNorms().horizon(0)",
                        "horizon(0.01), the steps until 1 % is left"),
                refused(
                        () -> scalar(Double.POSITIVE_INFINITY),
                        "scalar(w): w must be a finite number, but was Infinity",
                        "scalar(Infinity)",
                        "scalar(0.5)"),
                refused(
                        () -> trace(0.5, 0),
                        "trace(w, T): T must be at least 1, but was 0",
                        "trace(0.5, 0)",
                        "trace(0.5, 10)"),
                refused(
                        () -> powers(20),
                        "powers(T, w…): at least one weight is wanted",
                        "powers(20)",
                        "powers(20, 0.5, 0.9, 1.1)"),
                refused(
                        () -> spectrum(new double[2][3]),
                        "spectrum(W): W must be square, but was 2×3",
                        "spectrum(matrix(new double[][] {{0, 0, 0}, {0, 0, 0}}))",
                        "a square matrix; its singular values exist for any shape"),
                refused(
                        () -> rnn().whh(gaussian(-1)),
                        "gaussian(std): std must be a finite number, 0 or more, but was -1",
                        "gaussian(-1)",
                        "gaussian(0.1), a standard deviation"),
                refused(
                        () -> identity(0.5).plusNoise(Double.NaN),
                        "plusNoise(std): std must be a finite number, 0 or more, but was NaN",
                        "identity(0.5).plusNoise(NaN)",
                        "identity(0.5).plusNoise(0.05), a standard deviation"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhatWhereAndWhatToTry(Callable<?> call, String message) {
        assertThatThrownBy(call::call).isInstanceOf(Refusal.class).hasMessage(message);
    }

    @Test
    void runThatDoesNotFitSaysHowManyGigabytesItTakes() {
        assertThatThrownBy(() -> rnn().hidden(4).unroll(2_000_000_000))
                .isInstanceOf(Refusal.class)
                .hasMessageMatching(
                        "unroll\\(T\\): the inputs, states and norms of so many steps would take 144 GB, but [0-9.]+ GB fit\n"
                                + "  in:  rnn\\(\\)\\.hidden\\(4\\)\\.unroll\\(2000000000\\)\n"
                                + "  try: unroll\\([1-9]0+\\), or a larger heap \\(-Xmx\\)");
    }

    @Test
    void networkThatDoesNotFitSaysSoOfItsWeights() {
        assertThatThrownBy(() -> rnn().hidden(2_000_000).unroll(2))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the weights would take 96000 GB");
    }
}
