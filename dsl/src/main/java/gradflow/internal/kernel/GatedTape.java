package gradflow.internal.kernel;

import java.util.Arrays;

/** A forward pass of a gated cell. Of a very long one parts are computed again when they are asked for. */
public final class GatedTape {
    private final int n;
    private final Stretches<GatedStretch> run;

    /**
     * Runs.
     *
     * @param task what runs
     * @param length steps between two states that are kept
     * @param forward what takes the steps of a stretch
     */
    GatedTape(GatedTask task, int length, Forward forward) {
        n = task.hidden();
        run = new Stretches<>(task.flatStart(), task.steps(), length, new Stretches.Network<>() {
            @Override
            public GatedStretch first(int from, int to, double[] states, int at, long exponent) {
                return new GatedStretch(task.cell(), n, from, to, states, at);
            }

            @Override
            public int run(GatedStretch stretch) {
                return forward.run(stretch);
            }
        });
    }

    /** Takes the steps of a stretch. */
    @FunctionalInterface
    interface Forward {
        /** {@return 0, or the step whose pre-activations left the range of a double} */
        int run(GatedStretch stretch);
    }

    /** {@return the steps between two states that are kept} */
    static int lengthOfStretch(GatedCell cell, int hidden, int steps) {
        return Stretches.length(steps, (double) cell.gates() * hidden, bytes(cell, hidden));
    }

    /** {@return the bytes that a run over so many steps and units takes} */
    public static double bytes(GatedCell cell, int hidden, int steps) {
        return Stretches.bytes(
                steps, lengthOfStretch(cell, hidden, steps), cell.vectors() * hidden, bytes(cell, hidden));
    }

    /** {@return the bytes that it takes if every state is kept} */
    public static double bytesAtOnce(GatedCell cell, int hidden, int steps) {
        return bytes(cell, hidden).of(steps);
    }

    private static Stretches.Bytes bytes(GatedCell cell, int hidden) {
        return steps -> 8.0 * hidden * ((steps + 1) * cell.vectors() + 2 * steps * (cell.gates() + 1));
    }

    /** {@return a stretch with step t = 1..T} */
    GatedStretch withStep(int t) {
        return run.withStep(t);
    }

    /** {@return the step whose pre-activations left the range of a double, after which there are no states, or 0} */
    public int brokenAt() {
        return run.brokenAt();
    }

    /** {@return the last step that has a state: T, or the one before the run broke off} */
    public int reached() {
        return brokenAt() > 0 ? brokenAt() - 1 : steps();
    }

    /** {@return T} */
    public int steps() {
        return run.steps();
    }

    /** {@return n} */
    public int hidden() {
        return n;
    }

    /** {@return a state vector at t = 0..T: 0 is h, 1 is c} */
    public double[] stateVector(int t, int vector) {
        GatedStretch stretch = run.withState(t);
        return part(stretch.states, stretch.state(t, vector));
    }

    /** {@return the values of a gate at step t = 1..T} */
    public double[] gateValues(int t, int gate) {
        GatedStretch stretch = withStep(t);
        return part(stretch.values, stretch.gate(t, gate));
    }

    /** {@return the derivatives of a gate's function at step t = 1..T} */
    public double[] gateSlopes(int t, int gate) {
        GatedStretch stretch = withStep(t);
        return part(stretch.slopes, stretch.gate(t, gate));
    }

    private double[] part(double[] of, int at) {
        return Arrays.copyOfRange(of, at, at + n);
    }

    /** {@return ‖h_t‖ (vector 0) or ‖c_t‖ (vector 1)} */
    public Scaled stateNorm(int t, int vector) {
        GatedStretch stretch = run.withState(t);
        return Vectors.norm(stretch.states, stretch.state(t, vector), n, 0);
    }

    /** Adds 2^exponent·δ h_tᵀ to a sum. */
    public void addTerm(OuterSum sum, int t, double[] delta, long exponent) {
        GatedStretch stretch = run.withState(t);
        sum.add(delta, stretch.states, stretch.state(t, 0), exponent);
    }
}
