package gradflow.network;

import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.RnnTask;
import gradflow.internal.kernel.Trajectory;
import gradflow.model.Activation;
import gradflow.model.Loss;
import gradflow.result.Spectrum;
import java.util.OptionalLong;

/**
 * The network of one unit and no input, h_t = φ(w·h_{t-1}): small enough to check by hand.
 *
 * <p>Defaults: h_0 = 0.1, φ = tanh. With L = h_T the gradient ∂L/∂h_t is the product of the T − t local derivatives
 * w·φ′(w·h_{k-1}). Nothing in it is random.
 *
 * <pre>{@code
 * scalar(0.5).unroll(20).gradNorms()
 * }</pre>
 */
public final class Scalar extends Subject<Scalar> implements Activated<Scalar> {
    private static final double START = 0.1;

    private final double w;

    private Scalar(double w, Said said) {
        super(said);
        this.w = w;
    }

    /** {@return the network with weight w} */
    public static Scalar of(double w) {
        String expression = "scalar(" + Numerals.plain(w) + ")";
        Check.finite(w, "scalar(w)", "w", expression, "scalar(0.5)");
        return new Scalar(w, Said.of(expression));
    }

    @Override
    Scalar with(Said said) {
        return new Scalar(w, said);
    }

    /** {@return the same, started from h_0 = v} */
    public Scalar h0(double v) {
        return and(Word.START, Check.finite(v, "h0(v)", "v", this + ".h0(" + Numerals.plain(v) + ")", "h0(0.1)"));
    }

    @Override
    public Scalar activation(Activation phi) {
        return and(
                Word.ACTIVATION,
                Check.present(phi, "activation(φ)", "φ", this + ".activation(null)", "tanh() or relu()"));
    }

    /** {@return the same with another weight} */
    Scalar weight(double other) {
        return new Scalar(other, said.of(of(other).said));
    }

    /** {@return w} */
    double weight() {
        return w;
    }

    @Override
    public Unrolled unroll(int steps) {
        String where = this + ".unroll(" + steps + ")";
        Check.atLeast(1, steps, "unroll(T)", "T", where, "unroll(20)");
        Memory.check(where, new Sizes(1, 0), 1, steps, t -> Trajectory.bytes(1, t));
        return new Unrolled(
                RnnRun.of(task(steps), phi(), new Told(this, where, new ScalarInTorch(w, start(), steps, phi()))),
                Loss.sumLast());
    }

    /** {@return what the kernel runs, for tables that need no more than that} */
    RnnTask task(int steps) {
        return new RnnTask(
                single(w),
                Mat.of(new double[1][0]),
                single(0),
                single(start()),
                Mat.of(new double[0][0]),
                steps,
                phi().pointwise(),
                0,
                1);
    }

    private static Mat single(double value) {
        return Mat.of(new double[][] {{value}});
    }

    private double start() {
        return said.or(Word.START, START);
    }

    private Activation phi() {
        return said.or(Word.ACTIVATION, new Activation.Tanh());
    }

    @Override
    public Spectrum spectrum() {
        return Spectrum.of(single(w), "w", this + ".spectrum()", OptionalLong.empty());
    }
}
