package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.StepJacobian;
import java.util.Arrays;
import java.util.Random;

/**
 * An orthonormal frame Q of k directions that is carried forward by step Jacobians: J_t·Q_{t-1} = Q_t·R_t. The logarithm
 * of the diagonal of R_t is what step t stretches each direction by. A direction that a singular Jacobian cuts off leaves
 * the frame for good.
 *
 * <p>Not thread-safe; one frame belongs to one loop.
 */
final class TangentFrame {
    /** Up to so many directions the rows are too short for loops along them. */
    private static final int FEW = 8;

    private final int n;
    private final double[] significands;
    private final long[] exponents;
    /** {@code [n][live.length]}: column c belongs to direction live[c]. */
    private double[][] frame;

    private double[][] next;
    private int[] live;

    private TangentFrame(double[][] frame, int directions) {
        n = frame.length;
        this.frame = frame;
        next = new double[n][directions];
        live = new int[directions];
        Arrays.setAll(live, c -> c);
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

    /** {@return whether a direction is left} */
    boolean isAlive() {
        return live.length > 0;
    }

    /** {@return the natural logarithm of what a direction has been stretched by; −∞ if it was cut off} */
    double logStretch(int direction) {
        return new Scaled(significands[direction], exponents[direction]).ln();
    }

    /** Goes forward one step: J·Q = Q′·R. */
    void step(StepJacobian jacobian) {
        Interrupts.poll();
        if (live.length == 0) {
            return;
        }
        long exponent = jacobian.exponent() + multiply(jacobian) + centre();
        double[][] product = next;
        next = frame;
        frame = product;
        double[] stretches = StaircaseQr.decompose(frame, live.length);
        for (int c = 0; c < live.length; c++) {
            count(live[c], stretches[c], exponent);
        }
        drop(stretches);
    }

    private void count(int direction, double stretch, long exponent) {
        Scaled product = new Scaled(significands[direction] * stretch, exponents[direction] + exponent);
        significands[direction] = product.significand();
        exponents[direction] = product.exponent();
    }

    /** {@return the power of two that had to be taken out of W, mostly 0: its rows are added up} */
    private int multiply(StepJacobian jacobian) {
        multiply(jacobian.slopes(), jacobian.rows());
        if (Double.isFinite(Scaling.largest(next))) {
            return 0;
        }
        Scaling scaling = Scaling.of(jacobian.rows());
        multiply(jacobian.slopes(), scaling.rows());
        return scaling.exponent();
    }

    private void multiply(double[] d, double[][] w) {
        if (live.length <= FEW) {
            multiplyByColumns(d, w);
            return;
        }
        for (int i = 0; i < n; i++) {
            Arrays.fill(next[i], 0);
            if (d[i] != 0) {
                RowArithmetic.addCombination(w[i], frame, next[i]);
                RowArithmetic.multiply(d[i], next[i]);
            }
        }
    }

    private void multiplyByColumns(double[] d, double[][] w) {
        double[] column = new double[n];
        for (int c = 0; c < live.length; c++) {
            for (int i = 0; i < n; i++) {
                column[i] = frame[i][c];
            }
            for (int i = 0; i < n; i++) {
                next[i][c] = d[i] == 0 ? 0 : d[i] * RowArithmetic.dot(w[i], column);
            }
        }
    }

    /** {@return the power of two that had to be taken out of the product, mostly 0} */
    private int centre() {
        int above = Scaling.exponentAbove(next);
        if (Math.abs(above) < 300) {
            return 0;
        }
        next = Scaling.shifted(next, -above);
        return above;
    }

    private void drop(double[] stretches) {
        int[] kept = Arrays.stream(indices(stretches)).map(c -> live[c]).toArray();
        if (kept.length == live.length) {
            return;
        }
        live = kept;
        next = new double[n][kept.length];
        for (int i = 0; i < n; i++) {
            frame[i] = Arrays.copyOf(frame[i], kept.length);
        }
    }

    private static int[] indices(double[] stretches) {
        return java.util.stream.IntStream.range(0, stretches.length)
                .filter(c -> stretches[c] != 0)
                .toArray();
    }
}
