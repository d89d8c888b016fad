package gradflow.network;

import gradflow.internal.check.Check;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import gradflow.model.Activation;
import gradflow.model.Recipe;
import gradflow.model.Recipes;
import gradflow.result.Spectrum;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The vanilla recurrent network h_t = φ(W_xh·x_t + W_hh·h_{t-1} + b).
 *
 * <p>Defaults: 4 hidden units, 2 inputs, φ = tanh, no bias, h_0 = 0, seed 0; W_xh and W_hh as PyTorch's {@code nn.Linear}
 * draws them, U(±1/√fan_in); inputs x_t ~ 0.05·N(0, 1).
 *
 * <pre>{@code
 * rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20).gradNorms()
 * }</pre>
 */
public final class Rnn implements Description {
    private final Said said;

    private Rnn(Said said) {
        this.said = said;
    }

    /** {@return the network with every default} */
    public static Rnn standard() {
        return new Rnn(Said.of("rnn()"));
    }

    /** {@return the same with n hidden units; h_t has length n, W_hh is n×n} */
    public Rnn hidden(int n) {
        Check.atLeast(
                1,
                n,
                "hidden(n)",
                "n",
                this + ".hidden(" + n + ")",
                "hidden(1), the scalar case, where ∂h_T/∂h_0 can be checked by hand");
        return new Rnn(said.and(Word.HIDDEN, n));
    }

    /** {@return the same with m inputs; x_t has length m, W_xh is n×m} */
    public Rnn input(int m) {
        Check.atLeast(
                1, m, "input(m)", "m", this + ".input(" + m + ")", "input(1), or scalar(w), a network without input");
        return new Rnn(said.and(Word.INPUT, m));
    }

    /** {@return the same with all random draws started from s, as {@code torch.manual_seed(s)} does} */
    public Rnn seed(long s) {
        return new Rnn(said.and(Word.SEED, s));
    }

    /** {@return the same with a name, which tables show in place of the expression} */
    public Rnn named(String label) {
        return new Rnn(said.and(
                Word.NAMED,
                Check.present(label, "named(label)", "label", this + ".named(null)", "named(\"my network\")")));
    }

    /** {@return the same with W_hh, n×n, drawn by a recipe} */
    public Rnn whh(Recipe recipe) {
        return new Rnn(said.and(Word.WHH, present(recipe, "whh", "whh(orthogonal())")));
    }

    /** {@return the same with this W_hh, n×n; it decides n where {@code hidden(n)} doesn't} */
    public Rnn whh(RealMatrix matrix) {
        return square(Recipes.matrix(present(matrix, "whh", "whh(orthogonal())")));
    }

    /** {@return the same with this W_hh, n×n; it decides n where {@code hidden(n)} doesn't} */
    public Rnn whh(double[][] matrix) {
        return square(Recipes.matrix(present(matrix, "whh", "whh(orthogonal())")));
    }

    private Rnn square(Recipe given) {
        Mat matrix = given.given().orElseThrow();
        if (matrix.rows() != matrix.columns()) {
            int n = said.or(Word.HIDDEN, RnnDraw.HIDDEN);
            throw new Refusal(
                    "whh(matrix): W_hh must be " + n + "×" + n + ", as hidden is " + n + ", but was " + matrix.shape(),
                    this + ".whh(" + given + ")",
                    "whh(orthogonal()), or a square matrix");
        }
        return whh(given);
    }

    /** {@return the same with W_xh, n×m, drawn by a recipe} */
    public Rnn wxh(Recipe recipe) {
        return new Rnn(said.and(Word.WXH, present(recipe, "wxh", "wxh(xavierUniform())")));
    }

    /** {@return the same with this W_xh, n×m; it decides n and m where {@code hidden(n)}, {@code input(m)} don't} */
    public Rnn wxh(RealMatrix matrix) {
        return wxh(Recipes.matrix(present(matrix, "wxh", "wxh(xavierUniform())")));
    }

    /** {@return the same with this W_xh, n×m; it decides n and m where {@code hidden(n)}, {@code input(m)} don't} */
    public Rnn wxh(double[][] matrix) {
        return wxh(Recipes.matrix(present(matrix, "wxh", "wxh(xavierUniform())")));
    }

    /** {@return the same with a bias b of length n, drawn by a recipe as a row} */
    public Rnn bias(Recipe recipe) {
        return new Rnn(said.and(Word.BIAS, present(recipe, "bias", "bias(zeros())")));
    }

    /** {@return the same with this bias b, a row or a column of length n} */
    public Rnn bias(RealMatrix vector) {
        return bias(row(present(vector, "bias", "bias(zeros())"), "bias"));
    }

    /** {@return the same with this bias b, of length n} */
    public Rnn bias(double... vector) {
        return bias(Recipes.matrix(new double[][] {present(vector, "bias", "bias(zeros())")}));
    }

    /** {@return the same with h_0 of length n, drawn by a recipe as a row} */
    public Rnn h0(Recipe recipe) {
        return new Rnn(said.and(Word.H0, present(recipe, "h0", "h0(zeros())")));
    }

    /** {@return the same with this h_0, a row or a column of length n} */
    public Rnn h0(RealMatrix vector) {
        return h0(row(present(vector, "h0", "h0(zeros())"), "h0"));
    }

    /** {@return the same with this h_0, of length n} */
    public Rnn h0(double... vector) {
        return h0(Recipes.matrix(new double[][] {present(vector, "h0", "h0(zeros())")}));
    }

    /** {@return the same with inputs x_1..x_T drawn by a recipe, a T×m matrix, row by row} */
    public Rnn inputs(Recipe recipe) {
        return new Rnn(said.and(Word.INPUTS, present(recipe, "inputs", "inputs(gaussian(0.05))")));
    }

    /** {@return the same with these inputs, a T×m matrix; row t − 1 is x_t} */
    public Rnn inputs(RealMatrix matrix) {
        return inputs(Recipes.matrix(present(matrix, "inputs", "inputs(gaussian(0.05))")));
    }

    /** {@return the same with these inputs, a T×m matrix; row t − 1 is x_t} */
    public Rnn inputs(double[][] matrix) {
        return inputs(Recipes.matrix(present(matrix, "inputs", "inputs(gaussian(0.05))")));
    }

    /** {@return the same with φ = tanh} */
    public Rnn tanh() {
        return activation(new Activation.Tanh());
    }

    /** {@return the same with φ(z) = max(z, 0)} */
    public Rnn relu() {
        return activation(new Activation.Relu());
    }

    /** {@return the same with φ(z) = 1/(1 + e^−z)} */
    public Rnn sigmoid() {
        return activation(new Activation.Sigmoid());
    }

    /** {@return the same with φ(z) = z} */
    public Rnn linear() {
        return activation(new Activation.Linear());
    }

    /** {@return the same with φ(z) = z for z &gt; 0 and slope·z for z ≤ 0} */
    public Rnn leakyRelu(double slope) {
        return activation(new Activation.LeakyRelu(slope));
    }

    /** {@return the same with this φ} */
    public Rnn activation(Activation phi) {
        return new Rnn(said.and(
                Word.ACTIVATION,
                Check.present(phi, "activation(φ)", "φ", this + ".activation(null)", "tanh() or relu()")));
    }

    @Override
    public Unrolled unroll(int steps) {
        return new RnnDraw(said).unroll(steps);
    }

    @Override
    public Spectrum spectrum() {
        return new RnnDraw(said).spectrum();
    }

    private <T> T present(T value, String word, String remedy) {
        return Check.present(value, word + "(…)", "its argument", this + "." + word + "(null)", remedy);
    }

    private Recipe row(RealMatrix vector, String word) {
        if (vector.getRowDimension() != 1 && vector.getColumnDimension() != 1) {
            throw new Refusal(
                    word + "(vector): a row or a column is wanted, but was " + vector.getRowDimension() + "×"
                            + vector.getColumnDimension(),
                    this + "." + word + "(" + Recipes.matrix(vector) + ")",
                    word + "(zeros())");
        }
        return Recipes.matrix(vector.getRowDimension() == 1 ? vector : vector.transpose());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rnn that && said.equals(that.said);
    }

    @Override
    public int hashCode() {
        return said.hashCode();
    }

    /** {@return the expression that makes this network} */
    @Override
    public String toString() {
        return said.toString();
    }
}
