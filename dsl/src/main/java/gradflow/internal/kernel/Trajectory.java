package gradflow.internal.kernel;

/**
 * A forward pass: the states h_0..h_T and the slopes φ′(z_1)..φ′(z_T).
 *
 * <p>h_t = {@code h[t·n + i]}·2^{@code hExponent[t]}; the exponent is 0 but where a network with a homogeneous φ (linear,
 * ReLU) leaves the range in which doubles are safe. Likewise for the slopes of a network that saturates beyond it.
 */
public final class Trajectory {
    final int hidden;
    final int steps;
    /** {@code [(T+1)·n]}, row t is h_t. */
    final double[] h;

    final long[] hExponent;
    /** {@code [T·n]}, row t − 1 is φ′(z_t). */
    final double[] slope;

    final int[] slopeExponent;
    private int brokenAt;

    Trajectory(int hidden, int steps) {
        this.hidden = hidden;
        this.steps = steps;
        h = new double[(steps + 1) * hidden];
        hExponent = new long[steps + 1];
        slope = new double[steps * hidden];
        slopeExponent = new int[steps];
    }

    /** {@return the bytes that a run over so many steps and units takes} */
    public static double bytes(double hidden, double steps) {
        return 8 * hidden * (2 * steps + 1) + 12 * steps;
    }

    void breakAt(int t) {
        brokenAt = t;
    }

    /**
     * {@return the step whose pre-activation left the range of a double within the step itself, after which there are
     * no states, or 0}
     */
    public int brokenAt() {
        return brokenAt;
    }

    /** {@return the first step that broke off, or whose ‖h_t‖ is more than a double can hold; 0 if there is none} */
    public int overflowAt() {
        for (int t = 1; brokenAt == 0 && t <= steps; t++) {
            if (Double.isInfinite(stateNorm(t).value())) {
                return t;
            }
        }
        return brokenAt;
    }

    /** {@return T} */
    public int steps() {
        return steps;
    }

    /** {@return n} */
    public int hidden() {
        return hidden;
    }

    /** {@return h_t, infinite where a double can't hold it} */
    public double[] state(int t) {
        double[] state = new double[hidden];
        for (int i = 0; i < hidden; i++) {
            state[i] = stateEntry(t, i).value();
        }
        return state;
    }

    /** {@return entry i of h_t} */
    public Scaled stateEntry(int t, int i) {
        return new Scaled(h[t * hidden + i], hExponent[t]);
    }

    /** {@return ‖h_t‖} */
    public Scaled stateNorm(int t) {
        return Vectors.norm(h, t * hidden, hidden, hExponent[t]);
    }

    /** {@return φ′ of unit i at step t = 1..T} */
    public Scaled slope(int t, int i) {
        return new Scaled(slope[(t - 1) * hidden + i], slopeExponent[t - 1]);
    }

    /** Adds 2^exponent·δ h_tᵀ to a sum. */
    public void addTerm(OuterSum sum, int t, double[] delta, long exponent) {
        sum.add(delta, h, t * hidden, exponent + hExponent[t]);
    }
}
