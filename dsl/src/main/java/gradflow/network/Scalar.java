package gradflow.network;

import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.kernel.RnnTask;
import gradflow.model.Activation;
import gradflow.result.Spectrum;

/**
 * The network of one unit and no input, h_t = φ(w·h_{t-1}): small enough to check by hand.
 *
 * <p>Defaults: h_0 = 0.1, φ = tanh. With L = h_T the gradient ∂L/∂h_t is the product of the T − t local derivatives
 * w·φ′(w·h_{k-1}).
 *
 * <pre>{@code
 * scalar(0.5).unroll(20).gradNorms()
 * }</pre>
 */
public final class Scalar implements Description {
    private final double w;
    private final Said said;

    private Scalar(double w, Said said) {
        this.w = w;
        this.said = said;
    }

    /** {@return the network with weight w} */
    public static Scalar of(double w) {
        String expression = "scalar(" + Numerals.plain(w) + ")";
        Check.finite(w, "scalar(w)", "w", expression, "scalar(0.5)");
        return new Scalar(w, Said.of(expression));
    }

    private <T> Scalar and(Word<T> word, T value) {
        return new Scalar(w, said.and(word, value));
    }

    /** {@return the same, started from h_0 = v} */
    public Scalar h0(double v) {
        return and(Word.START, Check.finite(v, "h0(v)", "v", this + ".h0(" + Numerals.plain(v) + ")", "h0(0.1)"));
    }

    /** {@return the same with a name, which tables show in place of the expression} */
    public Scalar named(String label) {
        return and(
                Word.NAMED,
                Check.present(label, "named(label)", "label", this + ".named(null)", "named(\"one unit\")"));
    }

    /** {@return the same with φ = tanh} */
    public Scalar tanh() {
        return activation(new Activation.Tanh());
    }

    /** {@return the same with φ(z) = max(z, 0)} */
    public Scalar relu() {
        return activation(new Activation.Relu());
    }

    /** {@return the same with φ(z) = 1/(1 + e^−z)} */
    public Scalar sigmoid() {
        return activation(new Activation.Sigmoid());
    }

    /** {@return the same with φ(z) = z, where the gradient is w^(T−t)} */
    public Scalar linear() {
        return activation(new Activation.Linear());
    }

    /** {@return the same with φ(z) = z for z &gt; 0 and slope·z for z ≤ 0} */
    public Scalar leakyRelu(double slope) {
        return activation(new Activation.LeakyRelu(slope));
    }

    /** {@return the same with this φ} */
    public Scalar activation(Activation phi) {
        return and(
                Word.ACTIVATION,
                Check.present(phi, "activation(φ)", "φ", this + ".activation(null)", "tanh() or relu()"));
    }

    /** {@return what the kernel runs, for tables that need no more than that} */
    RnnTask task(int steps) {
        return new ScalarDraw(w, said).task(steps);
    }

    @Override
    public Unrolled unroll(int steps) {
        return new ScalarDraw(w, said).unroll(steps);
    }

    @Override
    public Spectrum spectrum() {
        return new ScalarDraw(w, said).spectrum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scalar that && said.equals(that.said);
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
