package gradflow.internal.kernel;

/**
 * A forward pass over T steps. Of one that would take too much of the heap only every K-th state is kept, K = √(T/2), and
 * the steps between are computed again when they are asked for, a stretch at a time: the same operations, so the same
 * bits. Going through it step by step, either way, costs one forward pass more.
 *
 * @param <S> what a stretch holds
 * @see "Chen et al. (2016), Training deep nets with sublinear memory cost"
 */
final class Stretches<S extends Stretch> {
    /** The part of the heap that one run may take before it is thinned. */
    private static final double SHARE = 0.4;

    private static final double LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final int steps;
    private final int length;
    private final int width;
    private final Network<S> network;
    /** The states that stretches start from, one after the other. */
    private final double[] starts;

    private final long[] startExponents;
    private final int brokenAt;
    private volatile S current;

    /** What runs. */
    interface Network<S extends Stretch> {

        /** {@return the steps from+1..to, of which the first state alone is there, {@code start} from {@code at} on} */
        S first(int from, int to, double[] start, int at, long exponent);

        /** {@return 0, or the step whose pre-activation left the range of a double, where the rest of the stretch is missing} */
        int run(S stretch);
    }

    /**
     * Runs.
     *
     * @param start the state before step 1
     * @param steps T
     * @param length K
     * @param network that runs
     */
    Stretches(double[] start, int steps, int length, Network<S> network) {
        this.steps = steps;
        this.length = length;
        this.network = network;
        width = start.length;
        int count = length >= steps ? 1 : (steps + length - 1) / length;
        starts = new double[count * width];
        startExponents = new long[count];
        System.arraycopy(start, 0, starts, 0, width);
        S stretch = first(0);
        int broken = network.run(stretch);
        for (int k = 1; k < count && broken == 0; k++) {
            System.arraycopy(stretch.end(), stretch.endAt(), starts, k * width, width);
            startExponents[k] = stretch.endExponent();
            stretch = first(k);
            broken = network.run(stretch);
        }
        brokenAt = broken;
        current = stretch;
    }

    /** What steps take. */
    @FunctionalInterface
    interface Bytes {
        /** {@return the bytes that a stretch of so many steps takes} */
        double of(double steps);
    }

    /**
     * {@return K: T where all steps may be kept}
     *
     * @param steps T
     * @param doublesAStep in the largest array
     * @param bytes of a stretch
     */
    static int length(int steps, double doublesAStep, Bytes bytes) {
        boolean allFit = bytes.of(steps) <= SHARE * Runtime.getRuntime().maxMemory()
                && (steps + 1.0) * doublesAStep < LONGEST_ARRAY;
        return allFit ? steps : (int) Math.max(1, Math.sqrt(0.5 * steps));
    }

    /** {@return the bytes that a run takes, whose states are of so many doubles} */
    static double bytes(int steps, int length, int width, Bytes bytes) {
        // While one stretch is computed after another, there are two.
        return length >= steps ? bytes.of(steps) : 8.0 * width * steps / length + 2 * bytes.of(length);
    }

    private S first(int k) {
        int from = k * length;
        return network.first(from, Math.min(from + length, steps), starts, k * width, startExponents[k]);
    }

    /** {@return a stretch with step t = 1..T} */
    S withStep(int t) {
        S known = current;
        return known.hasStep(t) ? known : again((t - 1) / length);
    }

    /** {@return a stretch with the state after step t = 0..T} */
    S withState(int t) {
        S known = current;
        return known.hasState(t) ? known : again(Math.max(0, t - 1) / length);
    }

    private S again(int k) {
        S stretch = first(k);
        int unused = network.run(stretch);
        current = stretch;
        return stretch;
    }

    /** {@return the step whose pre-activation left the range of a double, after which there are no states, or 0} */
    int brokenAt() {
        return brokenAt;
    }

    /** {@return T} */
    int steps() {
        return steps;
    }
}
