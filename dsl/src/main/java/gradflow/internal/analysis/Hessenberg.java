package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
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
            Interrupts.poll();
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

    /** H ← (I − v·vᵀ)·H·(I − v·vᵀ), from column k+1 on; each row is written once. */
    private void reflect(double[] v, int k) {
        int n = h.length;
        double[] vTimesH = RowArithmetic.combination(v, h, k + 1, k + 1, n);
        double both = RowArithmetic.dot(vTimesH, v, k + 1, n);
        for (int i = 0; i < n; i++) {
            double hTimesV = RowArithmetic.dot(h[i], v, k + 1, n) - v[i] * both;
            if (v[i] == 0) {
                RowArithmetic.addTimes(-hTimesV, v, h[i], k + 1, n);
            } else {
                RowArithmetic.addTwo(-v[i], vTimesH, -hTimesV, v, h[i], k + 1, n);
            }
        }
    }
}
