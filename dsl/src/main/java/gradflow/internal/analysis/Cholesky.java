package gradflow.internal.analysis;

import java.util.Optional;

/** M = L·Lᵀ with L lower triangular, where M is symmetric and positive definite; only the lower triangle is read. */
final class Cholesky {
    private Cholesky() {}

    /** {@return L, or nothing where a pivot isn't positive; m is read, {@code [n][n]}} */
    static Optional<double[][]> of(double[][] m) {
        int n = m.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                l[i][j] = (m[i][j] - RowArithmetic.dot(l[i], l[j], j)) / l[j][j];
            }
            double pivot = m[i][i] - RowArithmetic.dot(l[i], l[i], i);
            if (!(pivot > 0) || Double.isInfinite(pivot)) {
                return Optional.empty();
            }
            l[i][i] = Math.sqrt(pivot);
        }
        return Optional.of(l);
    }

    /** {@return L⁻¹·B, rows of any length} */
    static double[][] solve(double[][] l, double[][] b) {
        double[][] x = Scaling.shifted(b, 0);
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                RowArithmetic.addTimes(-l[i][k], x[k], x[i]);
            }
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] /= l[i][i];
            }
        }
        return x;
    }
}
