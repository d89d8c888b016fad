package gradflow.network;

import gradflow.internal.kernel.Mat;
import gradflow.model.Recipe;
import java.util.Optional;

/**
 * n and m: what was said, or else what a given matrix decides, or else the defaults.
 *
 * @param n hidden units
 * @param m inputs
 */
record Sizes(int n, int m) {
    /** The default number of hidden units. */
    static final int HIDDEN = 4;

    /** The default number of inputs. */
    static final int INPUT = 2;

    static Sizes of(Said said, Word<Recipe> inputWeights, int gates, Word<Recipe> bias) {
        return new Sizes(
                said.heard(Word.HIDDEN)
                        .or(() -> given(said, Word.WHH).map(Mat::columns))
                        .or(() -> said.heard(Word.LOAD)
                                .map(loaded -> loaded.weights().hidden()))
                        .or(() -> given(said, inputWeights).flatMap(w -> share(w.rows(), gates)))
                        .or(() -> given(said, bias).flatMap(b -> share(b.columns(), gates)))
                        .or(() -> given(said, Word.H0).map(Mat::columns))
                        .orElse(HIDDEN),
                input(said, inputWeights)
                        .or(() -> given(said, Word.INPUTS).map(Mat::columns))
                        .orElse(INPUT));
    }

    /** {@return m where the network itself decides it, whatever its inputs are} */
    static Optional<Integer> input(Said said, Word<Recipe> inputWeights) {
        return said.heard(Word.INPUT)
                .or(() -> given(said, inputWeights).map(Mat::columns))
                .or(() -> said.heard(Word.LOAD).map(loaded -> loaded.weights().input()));
    }

    /** {@return a gate's share; none where it doesn't come out even, so that nothing is decided by a slip} */
    private static Optional<Integer> share(int all, int gates) {
        return all % gates == 0 ? Optional.of(all / gates) : Optional.empty();
    }

    private static Optional<Mat> given(Said said, Word<Recipe> word) {
        return said.heard(word).flatMap(Recipe::given);
    }
}
