package gradflow.internal.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * A = Q·H·Qᵀ with H upper Hessenberg (zero below the first subdiagonal) and Q orthogonal, by Householder reflections
 * I − β·v·vᵀ.
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
            addTimes(-dot(v, x), v, x, 0);
        }
    }

    /** Reflects so that column k vanishes below row k+1. The vectors are scaled to ‖v‖² = 2, so that β = 1. */
    private void reduceColumn(int k) {
        int n = h.length;
        double[] v = new double[n];
        double squares = 0;
        for (int i = k + 1; i < n; i++) {
            v[i] = h[i][k];
            squares += v[i] * v[i];
        }
        double norm = Math.sqrt(squares);
        if (norm > Math.abs(v[k + 1])) {
            double head = v[k + 1] + Math.copySign(norm, v[k + 1]);
            double scale = Math.sqrt(1 / (norm * Math.abs(head)));
            v[k + 1] = head;
            for (int i = k + 1; i < n; i++) {
                v[i] *= scale;
            }
            reflect(v, k);
            reflections.add(v);
        }
        for (int i = k + 2; i < n; i++) {
            h[i][k] = 0;
        }
    }

    private void reflect(double[] v, int k) {
        double[] vTimesH = new double[h.length];
        for (int i = k + 1; i < h.length; i++) {
            addTimes(v[i], h[i], vTimesH, k);
        }
        for (int i = k + 1; i < h.length; i++) {
            addTimes(-v[i], vTimesH, h[i], k);
        }
        for (double[] row : h) {
            addTimes(-dot(row, v), v, row, k + 1);
        }
    }

    /** y += s·x from index {@code from} on. */
    private static void addTimes(double s, double[] x, double[] y, int from) {
        for (int j = from; j < y.length; j++) {
            y[j] += s * x[j];
        }
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += x[j] * y[j];
        }
        return sum;
    }
}
