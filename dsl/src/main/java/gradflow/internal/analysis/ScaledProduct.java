package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Mat;
import java.util.Arrays;

/**
 * The entries of J_t = ∂h_T/∂h_t themselves, as 2^exponent · rows, so that a product of 100000 factors neither
 * underflows nor overflows. Its small singular values are rounding noise; {@link FactoredProduct} has them.
 *
 * <p>Not thread-safe; one product belongs to one loop.
 */
public final class ScaledProduct {
    private static final int RANGE = 300;

    /** A sum of squares between these says without a further look that the largest entry is within the range. */
    private static final double SMALL = 0x1p-500;

    private static final double LARGE = 0x1p500;

    private double[][] rows;
    private double[][] next;
    private long exponent;

    private ScaledProduct(int n) {
        rows = new double[n][n];
        next = new double[n][n];
        for (int i = 0; i < n; i++) {
            rows[i][i] = 1;
        }
    }

    /** {@return J_T = I, n×n} */
    public static ScaledProduct identity(int n) {
        return new ScaledProduct(n);
    }

    /**
     * Goes back one step: J ← J·diag(d)·W.
     *
     * @param d read, {@code [n]}: the slopes φ′
     * @param w read, {@code [n][n]}
     */
    public void step(double[] d, double[][] w) {
        Interrupts.poll();
        Finite.factor(d, w);
        for (int i = 0; i < rows.length; i++) {
            RowArithmetic.multiply(d, rows[i]);
            Arrays.fill(next[i], 0);
            RowArithmetic.addCombination(rows[i], w, next[i]);
        }
        double[][] product = next;
        next = rows;
        rows = product;
        double squares = RowArithmetic.sumOfSquares(rows);
        int above = squares > SMALL && squares < LARGE ? 0 : Scaling.exponentAbove(rows);
        if (Math.abs(above) > RANGE) {
            rows = Scaling.shifted(rows, -above);
            exponent += above;
        }
    }

    /**
     * Goes back one step: J ← 2^exponent·J·diag(d)·W.
     *
     * @param d read, {@code [n]}: the slopes φ′, divided by 2^exponent
     * @param w read, {@code [n][n]}
     * @param exponent of two
     */
    public void step(double[] d, double[][] w, long exponent) {
        step(d, w);
        this.exponent += exponent;
    }

    /** {@return a copy of the entries divided by 2^{@link #exponent()}} */
    public Mat significands() {
        return Mat.of(rows);
    }

    /** {@return the power of two common to all entries; 0 as long as they stay within 2^±300} */
    public long exponent() {
        return exponent;
    }

    /** {@return J, with 0 and infinity where an entry lies outside the range of a double} */
    public Mat matrix() {
        return Mat.of(Scaling.shifted(rows, (int) Math.max(-3000, Math.min(3000, exponent))));
    }
}
