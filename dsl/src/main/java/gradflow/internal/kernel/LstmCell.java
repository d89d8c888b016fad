package gradflow.internal.kernel;

import java.util.Arrays;

/**
 * PyTorch's LSTMCell. With a = W_ih·x_t + b_ih + W_hh·h_{t-1} + b_hh in four blocks:
 *
 * <pre>
 * i = σ(a_i)  f = σ(a_f)  g = tanh(a_g)  o = σ(a_o)
 * c_t = f ⊙ c_{t-1} + i ⊙ g
 * h_t = o ⊙ tanh(c_t)
 * </pre>
 *
 * @see "Hochreiter, Schmidhuber (1997), Long Short-Term Memory; Gers et al. (2000) for f"
 */
public final class LstmCell implements GatedCell {
    /** Order of the gates. */
    public static final int INPUT = 0;

    /** The forget gate. */
    public static final int FORGET = 1;

    /** The candidate. */
    public static final int CANDIDATE = 2;

    /** The output gate. */
    public static final int OUTPUT = 3;

    @Override
    public int gates() {
        return 4;
    }

    @Override
    public int vectors() {
        return 2;
    }

    @Override
    public void forward(double[] fromInput, double[] fromHidden, GatedStretch tape, int t) {
        int n = tape.n;
        double[] z = tape.layer.z;
        for (int gate = 0; gate < 4; gate++) {
            for (int k = 0; k < n; k++) {
                z[k] = fromInput[gate * n + k] + fromHidden[gate * n + k];
            }
            tape.fill(gate == CANDIDATE ? Saturating.TANH : Saturating.SIGMOID, t, gate);
        }
        double[] gates = tape.values;
        double[] states = tape.states;
        for (int k = 0; k < n; k++) {
            z[k] = gates[tape.gate(t, FORGET) + k] * states[tape.state(t - 1, 1) + k]
                    + gates[tape.gate(t, INPUT) + k] * gates[tape.gate(t, CANDIDATE) + k];
            states[tape.state(t, 1) + k] = z[k];
        }
        tape.layer.measure();
        int exponent = Saturating.TANH.apply(tape.layer, tape.extra, tape.extra(t, 0), tape.extra, tape.extra(t, 1));
        Vectors.shift(tape.extra, tape.extra(t, 1), n, exponent);
        for (int k = 0; k < n; k++) {
            states[tape.state(t, 0) + k] = gates[tape.gate(t, OUTPUT) + k] * tape.extra[tape.extra(t, 0) + k];
        }
    }

    /**
     * {@return ∂L/∂c_t as autograd has it: with what h_t = o ⊙ tanh(c_t) hands on to it, {@code [n]}}
     *
     * @param tape how it ran
     * @param t T..0
     * @param state ∂L/∂(h_t, c_t) with h_t and c_t as independent, {@code [2n]}
     */
    public static double[] cellGradient(GatedTape tape, int t, double[] state) {
        int n = tape.hidden();
        double[] gradient = Arrays.copyOfRange(state, n, 2 * n);
        if (t == 0) {
            // c_0 is given, and h_0 doesn't come from it.
            return gradient;
        }
        GatedStretch stretch = tape.withStep(t);
        for (int k = 0; k < n; k++) {
            gradient[k] +=
                    state[k] * stretch.values[stretch.gate(t, OUTPUT) + k] * stretch.extra[stretch.extra(t, 1) + k];
        }
        return gradient;
    }

    @Override
    public void backward(
            GatedStretch tape, int t, double[] state, double[] toInput, double[] toHidden, double[] direct) {
        int n = tape.n;
        double[] gates = tape.values;
        double[] slopes = tape.slopes;
        for (int k = 0; k < n; k++) {
            double dh = state[k];
            double dc = state[n + k] + dh * gates[tape.gate(t, OUTPUT) + k] * tape.extra[tape.extra(t, 1) + k];
            toInput[INPUT * n + k] = dc * gates[tape.gate(t, CANDIDATE) + k] * slopes[tape.gate(t, INPUT) + k];
            toInput[FORGET * n + k] = dc * tape.states[tape.state(t - 1, 1) + k] * slopes[tape.gate(t, FORGET) + k];
            toInput[CANDIDATE * n + k] = dc * gates[tape.gate(t, INPUT) + k] * slopes[tape.gate(t, CANDIDATE) + k];
            toInput[OUTPUT * n + k] = dh * tape.extra[tape.extra(t, 0) + k] * slopes[tape.gate(t, OUTPUT) + k];
            direct[k] = 0;
            direct[n + k] = dc * gates[tape.gate(t, FORGET) + k];
        }
        System.arraycopy(toInput, 0, toHidden, 0, 4 * n);
    }
}
