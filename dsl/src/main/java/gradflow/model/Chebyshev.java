package gradflow.model;

import gradflow.internal.kernel.Mat;

/**
 * Differentiation of functions on 0 ≤ s ≤ 1 that are known at Chebyshev points.
 *
 * @see "Trefethen (2000), Spectral Methods in MATLAB, §6; Trefethen, Embree (2005), Spectra and Pseudospectra, §§ 12, 43"
 */
final class Chebyshev {
    private static final double DIFFUSION = 0.015;

    private Chebyshev() {}

    /**
     * {@return η·u″ + u′ with u(0) = u(1) = 0 and η = 0.015 on the n inner points of n + 2, in the norm of L²: row and column j
     * weighted with √(quadrature weight), w_j² ∝ √(s_j − s_j²)}
     */
    static Mat advection(int n) {
        int last = n + 1;
        double[] x = new double[n + 2];
        for (int i = 0; i <= last; i++) {
            // Odd around the middle to the last digit.
            x[i] = StrictMath.sin(Math.PI * (last - 2 * i) / (2.0 * last));
        }
        double[][] d = differentiation(x);
        double[] root = new double[n + 2];
        for (int i = 1; i <= n; i++) {
            root[i] = Math.sqrt(Math.sqrt((1 - x[i]) * (1 + x[i])));
        }
        return Mat.filled(n, n, (i, j) -> {
            double second = 0;
            for (int k = 0; k <= last; k++) {
                second += d[i + 1][k] * d[k][j + 1];
            }
            return root[i + 1] * (DIFFUSION * second + d[i + 1][j + 1]) / root[j + 1];
        });
    }

    /** {@return d/ds, s = (x + 1)/2; the diagonal makes the derivative of a constant 0} */
    private static double[][] differentiation(double[] x) {
        int n = x.length;
        double[][] d = new double[n][n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    double sign = (i + j) % 2 == 0 ? 1 : -1;
                    d[i][j] = 2 * sign * end(i, n) / end(j, n) / (x[i] - x[j]);
                    sum += d[i][j];
                }
            }
            d[i][i] = -sum;
        }
        return d;
    }

    private static double end(int i, int n) {
        return i == 0 || i == n - 1 ? 2 : 1;
    }
}
