package gradflow.internal.kernel;

/** A forward pass of a gated cell: states, gate values and gate slopes, and what else the way back needs. */
public final class GatedTape {
    final int n;
    final int gates;
    final int vectors;
    final int steps;
    /** {@code [(T+1)·vectors·n]}, row t is the state after step t: h_t, then c_t if there is one. */
    final double[] states;
    /** {@code [T·G·n]}, row t − 1 holds the gates of step t. */
    final double[] values;
    /** {@code [T·G·n]}, the derivatives of the gates' functions at the same places. */
    final double[] slopes;
    /** {@code [T·2·n]}: LSTM tanh(c_t) and its derivative; GRU the candidate's W_hn·h_{t-1} + b_hn. */
    final double[] extra;

    private int brokenAt;

    GatedTape(GatedCell cell, int n, int steps) {
        this.n = n;
        gates = cell.gates();
        vectors = cell.vectors();
        this.steps = steps;
        states = new double[(steps + 1) * vectors * n];
        values = new double[steps * gates * n];
        slopes = new double[steps * gates * n];
        extra = new double[steps * 2 * n];
    }

    /** {@return the bytes that a run over so many steps and units takes} */
    public static double bytes(GatedCell cell, double hidden, double steps) {
        return 8 * hidden * ((steps + 1) * cell.vectors() + 2 * steps * (cell.gates() + 1));
    }

    void breakAt(int t) {
        brokenAt = t;
    }

    /** {@return the step whose pre-activations left the range of a double, after which there are no states, or 0} */
    public int brokenAt() {
        return brokenAt;
    }

    /** {@return the last step that has a state: T, or the one before the run broke off} */
    public int reached() {
        return brokenAt > 0 ? brokenAt - 1 : steps;
    }

    /** {@return T} */
    public int steps() {
        return steps;
    }

    /** {@return n} */
    public int hidden() {
        return n;
    }

    int state(int t, int vector) {
        return (t * vectors + vector) * n;
    }

    int gate(int t, int gate) {
        return ((t - 1) * gates + gate) * n;
    }

    int extra(int t, int which) {
        return ((t - 1) * 2 + which) * n;
    }

    /** {@return a state vector at t = 0..T: 0 is h, 1 is c} */
    public double[] stateVector(int t, int vector) {
        return java.util.Arrays.copyOfRange(states, state(t, vector), state(t, vector) + n);
    }

    /** {@return the values of a gate at step t = 1..T} */
    public double[] gateValues(int t, int gate) {
        return java.util.Arrays.copyOfRange(values, gate(t, gate), gate(t, gate) + n);
    }

    /** {@return the derivatives of a gate's function at step t = 1..T} */
    public double[] gateSlopes(int t, int gate) {
        return java.util.Arrays.copyOfRange(slopes, gate(t, gate), gate(t, gate) + n);
    }

    /** {@return ‖h_t‖ (vector 0) or ‖c_t‖ (vector 1)} */
    public Scaled stateNorm(int t, int vector) {
        return Vectors.norm(states, state(t, vector), n, 0);
    }

    /** Adds 2^exponent·δ h_tᵀ to a sum. */
    public void addTerm(OuterSum sum, int t, double[] delta, long exponent) {
        sum.add(delta, states, state(t, 0), exponent);
    }

    /** Evaluates one gate: φ(z) and φ′(z) into its place. */
    void fill(Pointwise phi, double[] z, int t, int gate) {
        int exponent = phi.apply(z, values, gate(t, gate), slopes, gate(t, gate));
        Vectors.shift(slopes, gate(t, gate), n, exponent);
    }
}
