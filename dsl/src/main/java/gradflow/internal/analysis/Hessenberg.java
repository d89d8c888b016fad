package gradflow.internal.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * A = Q·H·Qᵀ with H upper Hessenberg (zero below the first subdiagonal) and Q orthogonal, by Householder reflections.
 *
 * @see "Golub, Van Loan, Matrix Computations, algorithm 7.4.2"
 */
final class Hessenberg {
    private final double[][] h;
    private final List<double[]> reflections = new ArrayList<>();

    private Hessenberg(double[][] h) {
        this.h = h;
    }

    /**
     * {@return the reduction of {@code a}}
     *
     * @param a read, {@code [n][n]}, entries of modulus below 1
     */
    static Hessenberg of(double[][] a) {
        Hessenberg result = new Hessenberg(Scaling.shifted(a, 0));
        for (int k = 0; k + 2 < a.length; k++) {
            result.reduceColumn(k);
        }
        return result;
    }

    /** {@return H itself, not a copy} */
    double[][] h() {
        return h;
    }

    /** Replaces x by Q·x. */
    void apply(double[] x) {
        for (int k = reflections.size() - 1; k >= 0; k--) {
            double[] v = reflections.get(k);
            RowArithmetic.addTimes(-RowArithmetic.dot(v, x), v, x);
        }
    }

    /** Reflects so that column k vanishes below row k+1. */
    private void reduceColumn(int k) {
        double[] v = new double[h.length];
        for (int i = k + 1; i < h.length; i++) {
            v[i] = h[i][k];
        }
        double first = Householder.toReflection(v, k + 1);
        if (v[k + 1] != 0) {
            reflect(v, k);
            reflections.add(v);
        }
        h[k + 1][k] = first;
        for (int i = k + 2; i < h.length; i++) {
            h[i][k] = 0;
        }
    }

    private void reflect(double[] v, int k) {
        int n = h.length;
        double[] vTimesH = new double[n];
        for (int i = k + 1; i < n; i++) {
            RowArithmetic.addTimes(v[i], h[i], vTimesH, k + 1, n);
        }
        for (int i = k + 1; i < n; i++) {
            RowArithmetic.addTimes(-v[i], vTimesH, h[i], k + 1, n);
        }
        for (double[] row : h) {
            RowArithmetic.addTimes(-RowArithmetic.dot(row, v, k + 1, n), v, row, k + 1, n);
        }
    }
}
