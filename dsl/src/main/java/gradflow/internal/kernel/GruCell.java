package gradflow.internal.kernel;

/**
 * PyTorch's GRUCell, in which the reset gate acts after the recurrent product:
 *
 * <pre>
 * r = σ(W_ir·x_t + b_ir + W_hr·h_{t-1} + b_hr)      z likewise
 * ñ = tanh(W_in·x_t + b_in + r ⊙ (W_hn·h_{t-1} + b_hn))
 * h_t = (1 − z) ⊙ ñ + z ⊙ h_{t-1}
 * </pre>
 *
 * @see "Cho et al. (2014), Learning Phrase Representations using RNN Encoder–Decoder"
 */
public final class GruCell implements GatedCell {
    /** Order of the gates. */
    public static final int RESET = 0;

    /** The update gate. */
    public static final int UPDATE = 1;

    /** The candidate. */
    public static final int CANDIDATE = 2;

    @Override
    public int gates() {
        return 3;
    }

    @Override
    public int vectors() {
        return 1;
    }

    @Override
    public void forward(double[] fromInput, double[] fromHidden, GatedStretch tape, int t) {
        int n = tape.n;
        double[] z = tape.layer.z;
        for (int gate = RESET; gate <= UPDATE; gate++) {
            for (int k = 0; k < n; k++) {
                z[k] = fromInput[gate * n + k] + fromHidden[gate * n + k];
            }
            tape.fill(Saturating.SIGMOID, t, gate);
        }
        for (int k = 0; k < n; k++) {
            double recurrent = fromHidden[CANDIDATE * n + k];
            tape.extra[tape.extra(t, 0) + k] = recurrent;
            z[k] = fromInput[CANDIDATE * n + k] + tape.values[tape.gate(t, RESET) + k] * recurrent;
        }
        tape.fill(Saturating.TANH, t, CANDIDATE);
        for (int k = 0; k < n; k++) {
            double update = tape.values[tape.gate(t, UPDATE) + k];
            tape.states[tape.state(t, 0) + k] = (1 - update) * tape.values[tape.gate(t, CANDIDATE) + k]
                    + update * tape.states[tape.state(t - 1, 0) + k];
        }
    }

    @Override
    public void backward(
            GatedStretch tape, int t, double[] state, double[] toInput, double[] toHidden, double[] direct) {
        int n = tape.n;
        double[] gates = tape.values;
        double[] slopes = tape.slopes;
        for (int k = 0; k < n; k++) {
            double dh = state[k];
            double update = gates[tape.gate(t, UPDATE) + k];
            double candidate = gates[tape.gate(t, CANDIDATE) + k];
            double before = tape.states[tape.state(t - 1, 0) + k];
            double toCandidate = dh * (1 - update) * slopes[tape.gate(t, CANDIDATE) + k];
            double toUpdate = dh * (before - candidate) * slopes[tape.gate(t, UPDATE) + k];
            double toReset = toCandidate * tape.extra[tape.extra(t, 0) + k] * slopes[tape.gate(t, RESET) + k];
            toInput[RESET * n + k] = toReset;
            toInput[UPDATE * n + k] = toUpdate;
            toInput[CANDIDATE * n + k] = toCandidate;
            toHidden[RESET * n + k] = toReset;
            toHidden[UPDATE * n + k] = toUpdate;
            toHidden[CANDIDATE * n + k] = toCandidate * gates[tape.gate(t, RESET) + k];
            direct[k] = dh * update;
        }
    }
}
