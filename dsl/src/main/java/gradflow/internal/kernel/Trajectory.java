package gradflow.internal.kernel;

/**
 * A forward pass: the states h_0..h_T and the slopes φ′(z_1)..φ′(z_T). Of a very long one parts are computed again when
 * they are asked for.
 *
 * <p>A state carries an exponent of two: 0 but where a network with a homogeneous φ (linear, ReLU) leaves the range in
 * which doubles are safe. Likewise the slopes of a network that saturates beyond it.
 */
public final class Trajectory {
    private final int hidden;
    private final Stretches<RnnStretch> run;

    /**
     * Runs.
     *
     * @param h0 h_0
     * @param steps T
     * @param length steps between two states that are kept
     * @param forward what takes the steps of a stretch
     */
    Trajectory(double[] h0, int steps, int length, Forward forward) {
        hidden = h0.length;
        run = new Stretches<>(h0, steps, length, new Stretches.Network<>() {
            @Override
            public RnnStretch first(int from, int to, double[] start, int at, long exponent) {
                return new RnnStretch(from, to, start, at, hidden, exponent);
            }

            @Override
            public int run(RnnStretch stretch) {
                return forward.run(stretch);
            }
        });
    }

    /** Takes the steps of a stretch. */
    @FunctionalInterface
    interface Forward {
        /** {@return 0, or the step whose pre-activation left the range of a double} */
        int run(RnnStretch stretch);
    }

    /** {@return the steps between two states that are kept} */
    static int lengthOfStretch(int hidden, int steps) {
        return Stretches.length(steps, hidden, bytes(hidden));
    }

    /** {@return the bytes that a run over so many steps and units takes} */
    public static double bytes(int hidden, int steps) {
        return Stretches.bytes(steps, lengthOfStretch(hidden, steps), hidden, bytes(hidden));
    }

    /** {@return the bytes that it takes if every state is kept} */
    public static double bytesAtOnce(int hidden, int steps) {
        return bytes(hidden).of(steps);
    }

    private static Stretches.Bytes bytes(int hidden) {
        return steps -> 8.0 * hidden * (2 * steps + 1) + 12 * steps;
    }

    /** {@return a stretch with step t = 1..T} */
    RnnStretch withStep(int t) {
        return run.withStep(t);
    }

    /**
     * {@return the step whose pre-activation left the range of a double within the step itself, after which there are
     * no states, or 0}
     */
    public int brokenAt() {
        return run.brokenAt();
    }

    /** {@return the first step that broke off, or whose ‖h_t‖ is more than a double can hold; 0 if there is none} */
    public int overflowAt() {
        for (int t = 1; brokenAt() == 0 && t <= steps(); t++) {
            if (Double.isInfinite(stateNorm(t).value())) {
                return t;
            }
        }
        return brokenAt();
    }

    /** {@return T} */
    public int steps() {
        return run.steps();
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
        RnnStretch stretch = run.withState(t);
        return new Scaled(stretch.h[stretch.at(t) + i], stretch.exponent(t));
    }

    /** {@return ‖h_t‖} */
    public Scaled stateNorm(int t) {
        RnnStretch stretch = run.withState(t);
        return Vectors.norm(stretch.h, stretch.at(t), hidden, stretch.exponent(t));
    }

    /** {@return φ′ of unit i at step t = 1..T} */
    public Scaled slope(int t, int i) {
        RnnStretch stretch = withStep(t);
        return new Scaled(stretch.slope[stretch.slopeAt(t) + i], stretch.slopeExponent(t));
    }

    /** Adds 2^exponent·δ h_tᵀ to a sum. */
    public void addTerm(OuterSum sum, int t, double[] delta, long exponent) {
        RnnStretch stretch = run.withState(t);
        sum.add(delta, stretch.h, stretch.at(t), exponent + stretch.exponent(t));
    }
}
