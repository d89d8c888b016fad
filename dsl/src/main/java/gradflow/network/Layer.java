package gradflow.network;

import gradflow.internal.check.Check;
import gradflow.internal.check.Literals;
import gradflow.internal.check.Numerals;
import gradflow.internal.kernel.Mat;
import gradflow.model.CellKind;
import gradflow.model.Defaults;
import gradflow.model.LoadedWeights;
import gradflow.model.Recipe;
import gradflow.model.TensorFile;
import java.util.Optional;
import org.apache.commons.math3.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The words that every network with weights understands: sizes, seed, recurrent weights, start and inputs.
 *
 * @param <S> the description itself
 */
public abstract sealed class Layer<S extends Layer<S>> extends Subject<S> permits Rnn, Gated {

    Layer(Said said) {
        super(said);
    }

    /**
     * {@return this network, run over inputs that are not its own}
     *
     * @param inputs T×m, which decides m
     * @param where the expression that asks
     */
    abstract Unrolled over(Mat inputs, String where);

    /** {@return m where this network decides it, whatever its inputs are} */
    abstract Optional<Integer> input();

    /** {@return this network, drawn for a training on sequences that are not its own} */
    abstract Trainee trainee(int input, int steps, int sequences, String where);

    /** {@return the same with n hidden units; h_t has length n} */
    public S hidden(int n) {
        Check.atLeast(
                1,
                n,
                "hidden(n)",
                "n",
                this + ".hidden(" + n + ")",
                "hidden(1), the scalar case, where ∂h_T/∂h_0 can be checked by hand");
        return and(Word.HIDDEN, n);
    }

    /** {@return the same with m inputs; x_t has length m} */
    public S input(int m) {
        Check.atLeast(
                1, m, "input(m)", "m", this + ".input(" + m + ")", "input(1), or scalar(w), a network without input");
        return and(Word.INPUT, m);
    }

    /** {@return the same with all random draws started from s, as {@code torch.manual_seed(s)} does} */
    public S seed(long s) {
        return and(Word.SEED, s);
    }

    /** {@return the same with another library's habits for what isn't said: PYTORCH, KERAS or CHAPTER} */
    public S defaults(Defaults habits) {
        return and(
                Word.DEFAULTS,
                Check.present(habits, "defaults(habits)", "habits", this + ".defaults(null)", "defaults(KERAS)"));
    }

    /**
     * {@return the same with the weights of a network that was trained elsewhere} The file is safetensors, .npz or .npy with
     * PyTorch's names: {@code weight_ih}, {@code weight_hh} and, if there are any, {@code bias_ih}, {@code bias_hh}, with or
     * without {@code _l0}. The sizes follow from the shapes.
     *
     * @param file its path
     */
    public S load(String file) {
        return load(file, "");
    }

    /** {@return the same with weights from a file, whose names begin with a prefix such as {@code decoder.rnn.}} */
    public S load(String file, String prefix) {
        return load(file, prefix, 0);
    }

    /** {@return the same with the weights of one layer of a stack, from 0: {@code weight_hh_l1} is layer 1} */
    public S load(String file, String prefix, int layer) {
        // As short as it can be typed.
        boolean bare = layer == 0 && "".equals(prefix);
        String text = "load(" + text(file) + (bare ? "" : ", " + text(prefix)) + (layer == 0 ? "" : ", " + layer) + ")";
        String where = this + "." + text;
        Check.present(file, "load(file)", "file", where, Word.LOAD.example());
        LoadedWeights weights = LoadedWeights.of(TensorFile.open(file, where), prefix, layer, cellKind(), where);
        return with(said.without(Word.WEIGHTS).and(Word.LOAD, new Loaded(text, weights)));
    }

    abstract CellKind cellKind();

    private static String text(@Nullable String argument) {
        return argument == null ? "null" : Literals.quoted(argument);
    }

    /** {@return the same with W_hh drawn by a recipe} */
    public S whh(Recipe recipe) {
        return drawn(Word.WHH, recipe);
    }

    /** {@return the same with this W_hh; it decides the number of units where {@code hidden(n)} doesn't} */
    public S whh(RealMatrix matrix) {
        return matrix(Word.WHH, matrix);
    }

    /** {@return the same with this W_hh; it decides the number of units where {@code hidden(n)} doesn't} */
    public S whh(double[][] matrix) {
        return matrix(Word.WHH, matrix);
    }

    /** {@return the same with W_hh, however it is drawn or loaded, multiplied by k} */
    public S whhTimes(double k) {
        String where = this + ".whhTimes(" + Numerals.plain(k) + ")";
        return and(Word.WHH_TIMES, Check.finite(k, "whhTimes(k)", "k", where, "whhTimes(1.5)"));
    }

    /** {@return the same with h_0 of length n, drawn by a recipe as a row} */
    public S h0(Recipe recipe) {
        return drawn(Word.H0, recipe);
    }

    /** {@return the same with this h_0, a row or a column of length n} */
    public S h0(RealMatrix vector) {
        return row(Word.H0, vector);
    }

    /** {@return the same with this h_0, a matrix of one row or one column of length n} */
    public S h0(double[][] vector) {
        return row(Word.H0, vector);
    }

    /** {@return the same with this h_0, of length n} */
    public S h0(double... vector) {
        return row(Word.H0, vector);
    }

    /** {@return the same with inputs x_1..x_T drawn by a recipe, a T×m matrix, row by row} */
    public S inputs(Recipe recipe) {
        return drawn(Word.INPUTS, recipe);
    }

    /** {@return the same with these inputs, a T×m matrix; row t − 1 is x_t} */
    public S inputs(RealMatrix matrix) {
        return matrix(Word.INPUTS, matrix);
    }

    /** {@return the same with these inputs, a T×m matrix; row t − 1 is x_t} */
    public S inputs(double[][] matrix) {
        return matrix(Word.INPUTS, matrix);
    }
}
