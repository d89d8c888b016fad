package gradflow.network;

import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.model.CellKind;
import gradflow.model.Recipe;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * PyTorch's LSTM cell: c_t = f ⊙ c_{t-1} + i ⊙ g, h_t = o ⊙ tanh(c_t). Its state is (h, c); the gates i, f, g, o are
 * stacked in this order in W_ih (4n×m), W_hh (4n×n), b_ih and b_hh (4n).
 *
 * <p>Defaults: 4 hidden units, 2 inputs, weights and biases U(±1/√n) drawn as {@code nn.LSTMCell} does, h_0 = c_0 = 0,
 * seed 0; inputs x_t ~ 0.05·N(0, 1).
 *
 * <pre>{@code
 * lstm().hidden(8).forgetBias(1).unroll(50).gates()
 * }</pre>
 */
public final class Lstm extends Gated<Lstm> {
    private static final int LEAST_MEMORY = 3;

    private Lstm(Said said) {
        super(said);
    }

    /** {@return the network with every default} */
    public static Lstm standard() {
        return new Lstm(Said.of("lstm()"));
    }

    @Override
    CellKind cellKind() {
        return CellKind.LSTM;
    }

    @Override
    Lstm with(Said said) {
        return new Lstm(said);
    }

    @Override
    GatedKind kind() {
        return GatedKind.LSTM;
    }

    /** {@return the same with c_0 of length n, drawn by a recipe as a row} */
    public Lstm c0(Recipe recipe) {
        return drawn(Word.C0, recipe);
    }

    /** {@return the same with this c_0, a row or a column of length n} */
    public Lstm c0(RealMatrix vector) {
        return row(Word.C0, vector);
    }

    /** {@return the same with this c_0, a matrix of one row or one column of length n} */
    public Lstm c0(double[][] vector) {
        return row(Word.C0, vector);
    }

    /** {@return the same with this c_0, of length n} */
    public Lstm c0(double... vector) {
        return row(Word.C0, vector);
    }

    /**
     * {@return the same with b for the forget gate's bias: b in b_ih, 0 in b_hh} With b = 1 a gate at rest keeps
     * σ(1) = 0.73 of the cell, with b = 3 0.95.
     *
     * @see "Jozefowicz, Zaremba, Sutskever (2015), An Empirical Exploration of Recurrent Network Architectures"
     */
    public Lstm forgetBias(double b) {
        String where = this + ".forgetBias(" + Numerals.plain(b) + ")";
        return and(Word.FORGET, new ForgetBias.Constant(Check.finite(b, "forgetBias(b)", "b", where, "forgetBias(1)")));
    }

    /**
     * {@return the same with biases for memories of up to Tmax steps: b_f = ln U(1, Tmax − 1), b_i = −b_f, drawn after the
     * weights}
     *
     * @see "Tallec, Ollivier (2018), Can recurrent neural networks warp time?"
     */
    public Lstm chrono(int longest) {
        String where = this + ".chrono(" + longest + ")";
        Check.atLeast(LEAST_MEMORY, longest, "chrono(Tmax)", "Tmax", where, "chrono(100)");
        return and(Word.FORGET, new ForgetBias.Chrono(longest));
    }
}
