package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;

/**
 * A = U·B·Vᵀ, U and V orthogonal, B upper bidiagonal: what is left of a matrix on the way to its singular values. U and V
 * are not kept, which is most of what a full decomposition costs.
 *
 * <p>Reflections from the left and from the right are applied in one sweep over the rows: each row is read twice a
 * step, and written once.
 *
 * @see "Golub, Kahan (1965), Calculating the singular values and pseudo-inverse of a matrix"
 */
final class Bidiagonal {
    private static final int BETWEEN_POLLS = 16;

    private final double[][] rows;
    private final double[] diagonal;
    /** The k-th is right of the k-th of the diagonal; the last is 0. */
    private final double[] beside;

    private Bidiagonal(double[][] rows, int columns) {
        this.rows = rows;
        diagonal = new double[columns];
        beside = new double[columns];
    }

    /**
     * {@return the reduction of a matrix with at least as many rows as columns}
     *
     * @param a read, {@code [rows][columns]}, entries of modulus below 1
     * @param columns at least 1
     */
    static Bidiagonal of(double[][] a, int columns) {
        Bidiagonal result = new Bidiagonal(Scaling.shifted(a, 0), columns);
        for (int k = 0; k < columns; k++) {
            if (k % BETWEEN_POLLS == 0) {
                Interrupts.poll();
            }
            result.reduce(k);
        }
        return result;
    }

    /** {@return the diagonal of B itself, not a copy} */
    double[] diagonal() {
        return diagonal;
    }

    /** {@return what is right of the diagonal, and a 0; not a copy} */
    double[] beside() {
        return beside;
    }

    /** A ← (I − v·vᵀ)·A·(I − u·uᵀ), so that column k vanishes below the diagonal, and row k right of its neighbour. */
    private void reduce(int k) {
        int n = diagonal.length;
        double[] v = new double[rows.length];
        for (int i = k; i < rows.length; i++) {
            v[i] = rows[i][k];
        }
        diagonal[k] = Householder.toReflection(v, k);
        if (k + 1 == n) {
            return;
        }
        double[] vTimesA = RowArithmetic.combination(v, rows, k, k + 1, n);
        double[] u = new double[n];
        for (int j = k + 1; j < n; j++) {
            u[j] = rows[k][j] - v[k] * vTimesA[j];
        }
        beside[k] = Householder.toReflection(u, k + 1);
        double both = RowArithmetic.dot(vTimesA, u, k + 1, n);
        for (int row = k + 1; row < rows.length; row++) {
            double aTimesU = RowArithmetic.dot(rows[row], u, k + 1, n) - v[row] * both;
            RowArithmetic.addTwo(-v[row], vTimesA, -aTimesU, u, rows[row], k + 1, n);
        }
    }
}
