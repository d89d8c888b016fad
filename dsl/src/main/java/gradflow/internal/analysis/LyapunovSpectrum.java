package gradflow.internal.analysis;

import gradflow.internal.kernel.StepJacobian;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The Lyapunov exponents of a sequence of Jacobians J_1..J_T, newest to the left in the product: an orthonormal frame is
 * carried forward, J_t·Q_{t-1} = Q_t·R_t, and λ_i = (1/T)·Σ_t ln|r_ii(t)|, nats a step.
 *
 * <p>The frame first goes over the whole sequence without being counted, so that its directions are those that this
 * sequence leads to; then it goes over it again, and every step counts. So the exponents are those of the sequence repeated
 * for ever, as far as one pass can turn the frame into its directions: a part e^(−T·(λ_i − λ_{i+1})) of its start is left. If
 * all n directions are asked for, the frame starts from the unit vectors, which triangular Jacobians keep; fewer start from
 * directions that are special to none.
 *
 * <p>The uncertainty of a time average comes from batch means: the sequence is cut into b stretches of equal length, b even
 * and near √T, 4 to 32; their averages have a standard deviation s, and the standard error is s/√b. It holds if
 * the sequence is stationary and its memory shorter than a stretch; with fewer than 8 steps there is none.
 *
 * <p>A direction that a singular Jacobian cuts off has λ = −∞.
 *
 * @see "Benettin, Galgani, Giorgilli, Strelcyn (1980), Lyapunov characteristic exponents; Geist, Parlitz, Lauterborn
 *     (1990), Comparison of different methods for computing Lyapunov exponents"
 */
public final class LyapunovSpectrum {
    /** So many steps with care mend what rough ones leave in the directions. */
    private static final int SETTLING = 32;

    private static final int LEAST_STEPS = 8;
    private static final int LEAST_BATCHES = 4;
    /** What rounding makes of an exponent that is 0. */
    private static final double ROUNDING = 1e-10;

    private static final int MOST_BATCHES = 32;

    /** {@code [direction][batch]}: the logarithm of the stretch within the batch; directions by falling exponent. */
    private final double[][] stretches;
    /** {@code [batches + 1]}: a batch is the steps bounds[b] + 1..bounds[b + 1]. */
    private final int[] bounds;

    private final int size;

    private LyapunovSpectrum(int size, double[][] stretches, int[] bounds) {
        this.size = size;
        this.bounds = bounds;
        this.stretches = stretches.clone();
        Arrays.sort(this.stretches, Comparator.comparingDouble(stretch -> -sum(stretch, 0, stretch.length)));
    }

    /**
     * Carries a frame over the sequence, twice.
     *
     * @param size n, of the Jacobians
     * @param directions k of them, 1 ≤ k ≤ n
     * @param steps T ≥ 1
     * @param jacobian of step t = 1..T; asked for several times
     * @return the k exponents
     */
    public static LyapunovSpectrum of(int size, int directions, int steps, IntFunction<StepJacobian> jacobian) {
        TangentFrame frame = TangentFrame.start(size, directions);
        int rough = Math.max(0, steps - SETTLING);
        frame.advance(1, rough, TangentFrame.ROUGH, jacobian);
        frame.advance(rough + 1, steps, TangentFrame.CAREFUL, jacobian);
        frame.restart();
        int[] bounds = bounds(steps);
        double[][] stretches = new double[directions][bounds.length - 1];
        for (int batch = 0; batch + 1 < bounds.length; batch++) {
            frame.advance(bounds[batch] + 1, bounds[batch + 1], TangentFrame.CAREFUL, jacobian);
            for (int i = 0; i < directions; i++) {
                stretches[i][batch] = frame.logStretch(i);
            }
            frame.restart();
        }
        return new LyapunovSpectrum(size, stretches, bounds);
    }

    /** {@return exponents that are NaN, of a sequence that broke off} */
    public static LyapunovSpectrum undefined(int size, int directions) {
        double[][] none = new double[directions][1];
        for (double[] stretch : none) {
            stretch[0] = Double.NaN;
        }
        return new LyapunovSpectrum(size, none, new int[] {0, 1});
    }

    private static int[] bounds(int steps) {
        int batches = steps < LEAST_STEPS
                ? Math.min(steps, 2)
                : Math.max(LEAST_BATCHES, Math.min(MOST_BATCHES, (int) Math.sqrt(steps) / 2 * 2));
        return IntStream.rangeClosed(0, batches)
                .map(b -> (int) ((long) steps * b / batches))
                .toArray();
    }

    private static double sum(double[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i];
        }
        return sum;
    }

    private double rate(double[] stretch, int from, int to) {
        return sum(stretch, from, to) / (bounds[to] - bounds[from]);
    }

    /** {@return n, the number of exponents that there are} */
    public int size() {
        return size;
    }

    /** {@return how many stretches the sequence was cut into} */
    public int batches() {
        return bounds.length - 1;
    }

    /** {@return λ_1 ≥ … ≥ λ_k, nats a step} */
    public double[] exponents() {
        return rates(0, batches());
    }

    /** {@return the same over the first half of the steps; NaN if there is one step} */
    public double[] firstHalf() {
        return rates(0, batches() / 2);
    }

    /** {@return the same over the second half of the steps} */
    public double[] secondHalf() {
        return rates(batches() / 2, batches());
    }

    private double[] rates(int from, int to) {
        return Arrays.stream(stretches)
                .mapToDouble(stretch -> rate(stretch, from, to))
                .toArray();
    }

    /** {@return for each exponent 1 or −1, or 0 if it can't be told from 0: within two standard errors, or of 1e-10} */
    public int[] signs() {
        double[] exponents = exponents();
        double[] errors = standardErrors();
        return IntStream.range(0, exponents.length)
                .map(i -> {
                    double known = Double.isNaN(errors[i]) ? ROUNDING : Math.max(ROUNDING, 2 * errors[i]);
                    return exponents[i] > known ? 1 : Math.abs(exponents[i]) <= known ? 0 : -1;
                })
                .toArray();
    }

    /**
     * {@return the Kaplan–Yorke dimension j + (λ_1 + … + λ_j)/|λ_{j+1}|, j the most exponents with a sum that isn't
     * negative; exponents that can't be told from 0 count as 0; NaN if it takes more exponents than there are here}
     */
    public double kaplanYorke() {
        double[] exponents = exponents();
        int[] signs = signs();
        double sum = 0;
        for (int j = 0; j < exponents.length; j++) {
            double next = signs[j] == 0 ? 0 : exponents[j];
            if (!(sum + next >= 0)) {
                return Double.isNaN(next) ? Double.NaN : j + sum / -next;
            }
            sum += next;
        }
        return exponents.length == size ? exponents.length : Double.NaN;
    }

    /** {@return what the decompositions may err by in each step, nats} */
    public double rounding() {
        return size * 0x1p-53;
    }

    /** {@return the standard error of each exponent; NaN where there is none} */
    public double[] standardErrors() {
        return Arrays.stream(stretches).mapToDouble(this::standardError).toArray();
    }

    private double standardError(double[] stretch) {
        int count = batches();
        if (count < LEAST_BATCHES || Double.isInfinite(rate(stretch, 0, count))) {
            return Double.NaN;
        }
        // What the decomposition itself may err by doesn't average out.
        return Math.max(Math.sqrt(squares(stretch, 0, count) / (count - 1) / count), rounding());
    }

    /**
     * {@return by how many of its standard errors the difference of the two halves is off 0, for each exponent; the error
     * comes from the batches of each half, NaN with fewer than 8 in all}
     */
    public double[] drifts() {
        return Arrays.stream(stretches).mapToDouble(this::drift).toArray();
    }

    private double drift(double[] stretch) {
        int count = batches();
        if (count < 2 * LEAST_BATCHES) {
            return Double.NaN;
        }
        int middle = count / 2;
        double squares = squares(stretch, 0, middle) + squares(stretch, middle, count);
        double error = Math.sqrt(squares / (count - 2) * 4 / count);
        return Math.abs(rate(stretch, middle, count) - rate(stretch, 0, middle)) / error;
    }

    /** {@return the sum of squares of what batches {@code from..to-1} are off their mean} */
    private double squares(double[] stretch, int from, int to) {
        double mean = rate(stretch, from, to);
        double squares = 0;
        for (int batch = from; batch < to; batch++) {
            double off = rate(stretch, batch, batch + 1) - mean;
            squares += off * off;
        }
        return squares;
    }
}
