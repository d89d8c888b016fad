package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.StepJacobian;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * An orthonormal frame Q of k directions that is carried forward by step Jacobians: J_t·Q_{t-1} = Q_t·R_t. The logarithm
 * of the diagonal of R_t is what step t stretches each direction by. A direction that a singular Jacobian cuts off leaves
 * the frame for good.
 *
 * <p>As long as the directions are stretched alike, several steps are multiplied before the frame is made orthonormal
 * again, which is most of the work; where the product turns out to be too uneven for that, its steps are gone again one by
 * one.
 *
 * <p>Not thread-safe; one frame belongs to one loop.
 */
final class TangentFrame {
    /** Up to so many directions the rows are too short for loops along them. */
    private static final int FEW = 8;

    /** Between these a sum of squares leaves room for a step. */
    private static final double SMALL = 0x1p-600;

    private static final double LARGE = 0x1p600;

    /** Below so many units a decomposition costs little, and each step has its own. */
    private static final int SMALL_FRAME = 16;

    private static final int MOST_AT_ONCE = 16;

    /** A product of steps may stretch one direction so many times more than another; it costs as many units of 2^-53. */
    static final double CAREFUL = 0x1p20;

    /** Enough to know a singular step from one that is only uneven. */
    static final double ROUGH = 0x1p38;

    private final int n;
    private final double[] significands;
    private final long[] exponents;
    /** {@code [n][live.length]}: column c belongs to direction live[c]. */
    private double[][] frame;

    private double[][] product;
    private double[][] next;
    private int[] live;
    private int atOnce = 1;

    private TangentFrame(double[][] frame, int directions) {
        n = frame.length;
        this.frame = frame;
        product = new double[n][directions];
        next = new double[n][directions];
        live = IntStream.range(0, directions).toArray();
        significands = new double[directions];
        exponents = new long[directions];
        restart();
    }

    /**
     * {@return the unit vectors if all n directions are asked for, so that triangular Jacobians keep them; or else
     * directions that no Jacobian has a special place for}
     */
    static TangentFrame start(int n, int directions) {
        double[][] frame = new double[n][directions];
        Random random = new Random(n);
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < directions; c++) {
                frame[i][c] = directions < n ? random.nextDouble() - 0.5 : i == c ? 1 : 0;
            }
        }
        if (directions < n) {
            var unused = StaircaseQr.decompose(frame, directions);
        }
        return new TangentFrame(frame, directions);
    }

    /** Forgets what the directions have been stretched by, and keeps them. */
    void restart() {
        Arrays.fill(significands, 0);
        Arrays.fill(exponents, 0);
        for (int direction : live) {
            significands[direction] = 1;
        }
    }

    /** {@return the natural logarithm of what a direction has been stretched by; −∞ if it was cut off} */
    double logStretch(int direction) {
        return new Scaled(significands[direction], exponents[direction]).ln();
    }

    /**
     * Goes forward by the steps {@code from..to}.
     *
     * @param uneven how many times more the steps that are taken at once may stretch one direction than another
     */
    void advance(int from, int to, double uneven, IntFunction<StepJacobian> jacobian) {
        for (int t = from; t <= to && live.length > 0; ) {
            int steps = Math.min(atOnce, to - t + 1);
            t += tried(t, steps, uneven, jacobian) ? steps : 0;
        }
    }

    /** Goes forward by some steps at once, or leaves the frame as it was if they are more than one and too uneven. */
    private boolean tried(int from, int steps, double uneven, IntFunction<StepJacobian> jacobian) {
        long exponent = 0;
        for (int step = 0; step < steps; step++) {
            Interrupts.poll();
            exponent += multiply(jacobian.apply(from + step), step == 0 ? frame : product);
        }
        double[] stretches = StaircaseQr.decompose(product, live.length);
        double most = Arrays.stream(stretches).max().orElseThrow();
        double least = Arrays.stream(stretches).min().orElseThrow();
        atOnce = n < SMALL_FRAME ? 1 : steps(uneven, steps, most / least);
        if (steps > 1 && !(most <= uneven * least)) {
            return false;
        }
        for (int c = 0; c < live.length; c++) {
            count(live[c], stretches[c], exponent);
        }
        double[][] decomposed = product;
        product = frame;
        frame = decomposed;
        if (least == 0) {
            drop(stretches);
        }
        return true;
    }

    /** {@return how many steps may be as uneven as {@code allowed}, if the last ones were so uneven; at most twice as many} */
    private static int steps(double allowed, int last, double uneven) {
        // Rounded up, and once more: what turns out too uneven has to be done again.
        int bits = Math.getExponent(uneven) + 2;
        int expected = Math.getExponent(allowed) * last / bits;
        return Math.max(1, Math.min(expected, Math.min(MOST_AT_ONCE, 2 * last)));
    }

    private void count(int direction, double stretch, long exponent) {
        Scaled total = new Scaled(significands[direction] * stretch, exponents[direction] + exponent);
        significands[direction] = total.significand();
        exponents[direction] = total.exponent();
    }

    /** product ← J·q. {@return the power of two that had to be taken out, mostly 0} */
    private long multiply(StepJacobian jacobian, double[][] q) {
        multiply(jacobian.slopes(), jacobian.rows(), q);
        long exponent = jacobian.exponent();
        double squares = RowArithmetic.sumOfSquares(next);
        if (!(squares > SMALL && squares < LARGE)) {
            exponent += centred(jacobian, q);
        }
        double[][] result = next;
        next = product;
        product = result;
        return exponent;
    }

    /** {@return the power of two that was taken out of the same product, near the ends of the range of a double} */
    private long centred(StepJacobian jacobian, double[][] q) {
        long exponent = 0;
        if (!Double.isFinite(Scaling.largest(next))) {
            Scaling scaling = Scaling.of(jacobian.rows());
            multiply(jacobian.slopes(), scaling.rows(), q);
            exponent += scaling.exponent();
        }
        int above = Scaling.exponentAbove(next);
        next = Scaling.shifted(next, -above);
        return exponent + above;
    }

    private void multiply(double[] d, double[][] w, double[][] q) {
        if (live.length <= FEW) {
            multiplyByColumns(d, w, q);
            return;
        }
        for (int i = 0; i < n; i++) {
            Arrays.fill(next[i], 0);
            if (d[i] != 0) {
                RowArithmetic.addCombination(w[i], q, next[i]);
                RowArithmetic.multiply(d[i], next[i]);
            }
        }
    }

    private void multiplyByColumns(double[] d, double[][] w, double[][] q) {
        double[] column = new double[n];
        for (int c = 0; c < live.length; c++) {
            for (int i = 0; i < n; i++) {
                column[i] = q[i][c];
            }
            for (int i = 0; i < n; i++) {
                next[i][c] = d[i] == 0 ? 0 : d[i] * RowArithmetic.dot(w[i], column);
            }
        }
    }

    private void drop(double[] stretches) {
        live = IntStream.range(0, live.length)
                .filter(c -> stretches[c] != 0)
                .map(c -> live[c])
                .toArray();
        product = new double[n][live.length];
        next = new double[n][live.length];
        for (int i = 0; i < n; i++) {
            frame[i] = Arrays.copyOf(frame[i], live.length);
        }
    }
}
