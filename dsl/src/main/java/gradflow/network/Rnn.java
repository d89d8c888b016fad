package gradflow.network;

import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import gradflow.model.Activation;
import gradflow.model.CellKind;
import gradflow.model.Recipe;
import gradflow.result.Spectrum;
import gradflow.result.Stability;
import java.util.Optional;
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
public final class Rnn extends Layer<Rnn> implements Activated<Rnn> {

    private Rnn(Said said) {
        super(said);
    }

    /** {@return the network with every default} */
    public static Rnn standard() {
        return new Rnn(Said.of("rnn()"));
    }

    @Override
    CellKind cellKind() {
        return CellKind.RNN;
    }

    @Override
    Rnn with(Said said) {
        return new Rnn(said);
    }

    @Override
    public Rnn whh(RealMatrix matrix) {
        return super.whh(matrix).square();
    }

    @Override
    public Rnn whh(double[][] matrix) {
        return super.whh(matrix).square();
    }

    private Rnn square() {
        Mat matrix = said.heard(Word.WHH).flatMap(Recipe::given).orElseThrow();
        if (matrix.rows() != matrix.columns()) {
            int n = said.or(Word.HIDDEN, Sizes.HIDDEN);
            throw new Refusal(
                    "whh(matrix): W_hh must be " + n + "×" + n + ", as hidden is " + n + ", but was " + matrix.shape(),
                    toString(),
                    "whh(orthogonal()), or a square matrix");
        }
        return this;
    }

    /** {@return the same with W_xh, n×m, drawn by a recipe} */
    public Rnn wxh(Recipe recipe) {
        return drawn(Word.WXH, recipe);
    }

    /** {@return the same with this W_xh, n×m; it decides n and m where {@code hidden(n)}, {@code input(m)} don't} */
    public Rnn wxh(RealMatrix matrix) {
        return matrix(Word.WXH, matrix);
    }

    /** {@return the same with this W_xh, n×m; it decides n and m where {@code hidden(n)}, {@code input(m)} don't} */
    public Rnn wxh(double[][] matrix) {
        return matrix(Word.WXH, matrix);
    }

    /** {@return the same with a bias b of length n, drawn by a recipe as a row} */
    public Rnn bias(Recipe recipe) {
        return drawn(Word.BIAS, recipe);
    }

    /** {@return the same with this bias b, a row or a column of length n} */
    public Rnn bias(RealMatrix vector) {
        return row(Word.BIAS, vector);
    }

    /** {@return the same with this bias b, a matrix of one row or one column of length n} */
    public Rnn bias(double[][] vector) {
        return row(Word.BIAS, vector);
    }

    /** {@return the same with this bias b, of length n} */
    public Rnn bias(double... vector) {
        return row(Word.BIAS, vector);
    }

    @Override
    public Rnn activation(Activation phi) {
        return and(
                Word.ACTIVATION,
                Check.present(phi, "activation(φ)", "φ", this + ".activation(null)", "tanh() or relu()"));
    }

    /** {@return the same with a path around φ that keeps the state: h_t = h_{t-1} + φ(…)} */
    public Rnn residual() {
        return residual(1);
    }

    /** {@return the same with a path around φ that keeps the state: h_t = h_{t-1} + α·φ(…)} */
    public Rnn residual(double alpha) {
        String where = this + ".residual(" + Numerals.plain(alpha) + ")";
        Check.finite(alpha, "residual(α)", "α", where, "residual(0.1)");
        return and(Word.PATH, PathAround.residual(alpha));
    }

    /** {@return the same as a leaky integrator: h_t = (1−α)·h_{t-1} + α·φ(…)} */
    public Rnn leaky(double alpha) {
        String where = this + ".leaky(" + Numerals.plain(alpha) + ")";
        Check.finite(alpha, "leaky(α)", "α", where, "leaky(0.1)");
        return and(Word.PATH, PathAround.leaky(alpha));
    }

    @Override
    Unrolled over(Mat inputs, String where) {
        return new RnnDraw(said.and(Word.INPUT, inputs.columns())).over(inputs, where);
    }

    @Override
    Optional<Integer> input() {
        return Sizes.input(said, Word.WXH);
    }

    @Override
    Trainee trainee(int input, int steps, int sequences, String where) {
        return new RnnDraw(said.and(Word.INPUT, input)).trainee(steps, sequences, where);
    }

    @Override
    public Unrolled unroll(int steps) {
        return new RnnDraw(said).unroll(steps);
    }

    @Override
    public Spectrum spectrum() {
        return new RnnDraw(said).spectrum();
    }

    /** {@return whether inputs can make the gradient explode: a certificate that none can, or some that do; φ = tanh} */
    public Stability stability() {
        return new RnnDraw(said).stability();
    }
}
