package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;

/**
 * A matrix as 2^exponent · rows, where the largest |entry| of the rows lies in [½, 1). commons-math3 compares with
 * absolute thresholds (1e-12 in EigenDecomposition), so it must never see a matrix at another scale. A power of two
 * costs no digit, but for entries below 2^-1074 of the largest, which are dropped.
 */
final class Scaling {
    private final double[][] rows;
    private final int exponent;

    private Scaling(double[][] rows, int exponent) {
        this.rows = rows;
        this.exponent = exponent;
    }

    /** {@return {@code matrix}, whose entries must be finite, split into a power of two and what is left} */
    static Scaling of(Mat matrix) {
        return of(matrix.toRows());
    }

    /** {@return the same for bare rows, which are copied} */
    static Scaling of(double[][] matrix) {
        int exponent = exponentAbove(matrix);
        return new Scaling(shifted(matrix, -exponent), exponent);
    }

    /** {@return the rows themselves, not a copy: entries of modulus below 1} */
    double[][] rows() {
        return rows;
    }

    /** {@return the power of two that the rows are to be multiplied by} */
    int exponent() {
        return exponent;
    }

    /** {@return the least e with |a_ij| < 2^e for all i, j; 0 for a zero matrix} */
    static int exponentAbove(double[][] matrix) {
        double largest = largest(matrix);
        return largest == 0 ? 0 : (int) Scaled.of(largest).exponent() + 1;
    }

    /** {@return the largest modulus of an entry; NaN if one is NaN} */
    static double largest(double[][] matrix) {
        double largest = 0;
        for (double[] row : matrix) {
            largest = Math.max(largest, RowArithmetic.largest(row));
        }
        return largest;
    }

    /** {@return a copy times 2^shift} */
    static double[][] shifted(double[][] matrix, int shift) {
        double[][] rows = new double[matrix.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = matrix[i].clone();
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = Math.scalb(rows[i][j], shift);
            }
        }
        return rows;
    }
}
