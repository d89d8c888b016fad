package gradflow.network;

import gradflow.model.CellKind;

/**
 * PyTorch's GRU cell: h_t = (1 − z) ⊙ ñ + z ⊙ h_{t-1} with ñ = tanh(W_in·x_t + b_in + r ⊙ (W_hn·h_{t-1} + b_hn)). The
 * gates r, z, n are stacked in this order in W_ih (3n×m), W_hh (3n×n), b_ih and b_hh (3n).
 *
 * <p>Defaults: 4 hidden units, 2 inputs, weights and biases U(±1/√n) drawn as {@code nn.GRUCell} does, h_0 = 0, seed 0;
 * inputs x_t ~ 0.05·N(0, 1).
 *
 * <pre>{@code
 * gru().hidden(8).unroll(50).gradNorms()
 * }</pre>
 */
public final class Gru extends Gated<Gru> {

    private Gru(Said said) {
        super(said);
    }

    /** {@return the network with every default} */
    public static Gru standard() {
        return new Gru(Said.of("gru()"));
    }

    @Override
    CellKind cellKind() {
        return CellKind.GRU;
    }

    @Override
    Gru with(Said said) {
        return new Gru(said);
    }

    @Override
    GatedKind kind() {
        return GatedKind.GRU;
    }
}
