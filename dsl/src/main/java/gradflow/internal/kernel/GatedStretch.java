package gradflow.internal.kernel;

/** Steps of a gated cell: states, gate values and gate slopes, and what else the way back needs. */
final class GatedStretch extends Stretch {
    final int n;
    private final int gates;
    private final int vectors;
    /** The state after a step: h_t, then c_t if there is one. */
    final double[] states;
    /** The gates of a step, G·n. */
    final double[] values;
    /** The derivatives of the gates' functions at the same places. */
    final double[] slopes;
    /** Two vectors a step: LSTM tanh(c_t) and its derivative; GRU the candidate's W_hn·h_{t-1} + b_hn. */
    final double[] extra;
    /** For the pre-activations of one gate after the other. */
    final Layer layer;

    /** A stretch of which the first state alone is there: {@code start} from {@code at} on. */
    GatedStretch(GatedCell cell, int n, int from, int to, double[] start, int at) {
        super(from, to);
        this.n = n;
        gates = cell.gates();
        vectors = cell.vectors();
        int steps = to - from;
        states = new double[(steps + 1) * vectors * n];
        values = new double[steps * gates * n];
        slopes = new double[steps * gates * n];
        extra = new double[steps * 2 * n];
        layer = new Layer(n);
        System.arraycopy(start, at, states, 0, vectors * n);
    }

    int state(int t, int vector) {
        return ((t - from()) * vectors + vector) * n;
    }

    int gate(int t, int gate) {
        return ((t - 1 - from()) * gates + gate) * n;
    }

    int extra(int t, int which) {
        return ((t - 1 - from()) * 2 + which) * n;
    }

    /** Evaluates one gate: φ(z) and φ′(z), z that of the layer, into its place. */
    void fill(Pointwise phi, int t, int gate) {
        layer.measure();
        int exponent = phi.apply(layer, values, gate(t, gate), slopes, gate(t, gate));
        Vectors.shift(slopes, gate(t, gate), n, exponent);
    }

    @Override
    double[] end() {
        return states;
    }

    @Override
    int endAt() {
        return state(to(), 0);
    }

    @Override
    long endExponent() {
        return 0;
    }
}
