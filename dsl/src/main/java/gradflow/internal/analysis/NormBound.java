package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Mat;

/**
 * A proven upper bound of ‖S·W·S⁻¹‖₂, S = diag(s): a number that the true norm of these very entries can't exceed,
 * whatever was rounded on the way.
 *
 * <p>c bounds the norm if c²·I − MᵀM is positive definite, and it is if the Cholesky factorisation of that matrix, less
 * a multiple of I that outweighs every rounding error, runs to its end. With u = 2⁻⁵³: MᵀM is off by at most
 * γ_n·‖M‖_F², γ_n = n·u/(1 − n·u); the factorisation by γ_{n+1}/(1 − γ_{n+1}) times the trace; M itself, two operations
 * an entry, by 3u·‖M‖_F. The multiple taken is four times what these ask for.
 *
 * @see "Rump (2006), Verification of positive definiteness, BIT 46, 433–452"
 */
final class NormBound {
    private static final double UNIT = 0x1p-53;
    private static final double UNDERFLOW = 1e-290;
    private static final double FIRST_MARGIN = 1e-10;

    private NormBound() {}

    /** {@return c ≥ ‖S·W·S⁻¹‖₂, mostly larger by a relative 1e-10; infinite if none can be proven} */
    static double of(double[][] w, double[] s) {
        double[][] m = scaled(w, s);
        double frobenius = Norms.frobenius(m);
        if (!(frobenius > UNDERFLOW && frobenius < 1 / UNDERFLOW)) {
            return frobenius == 0 && isZero(w) ? 0 : Double.POSITIVE_INFINITY;
        }
        double[][] gram = gram(m);
        double estimate = SingularValues.norm2(Mat.of(m));
        for (double margin = FIRST_MARGIN; margin < 1; margin *= 10) {
            double c = estimate * (1 + margin);
            if (isPositiveDefinite(gram, c * c, frobenius)) {
                return c + 4 * UNIT * frobenius;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** {@return s_i·w_ij/s_j} */
    static double[][] scaled(double[][] w, double[] s) {
        double[][] m = new double[w.length][w.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w.length; j++) {
                m[i][j] = s[i] * w[i][j] / s[j];
            }
        }
        return m;
    }

    private static boolean isZero(double[][] w) {
        return Norms.frobenius(w) == 0;
    }

    /** {@return MᵀM} */
    static double[][] gram(double[][] m) {
        int n = m.length;
        double[][] product = new double[n][n];
        for (double[] row : m) {
            Interrupts.poll();
            for (int j = 0; j < n; j++) {
                RowArithmetic.addTimes(row[j], row, product[j]);
            }
        }
        return product;
    }

    private static boolean isPositiveDefinite(double[][] gram, double square, double frobenius) {
        int n = gram.length;
        double shift = 4 * (n + 3) * UNIT * (n * square + frobenius * frobenius) + UNDERFLOW * UNDERFLOW;
        double[][] lower = new double[n][n];
        for (int j = 0; j < n; j++) {
            Interrupts.poll();
            for (int i = j; i < n; i++) {
                double sum = (i == j ? square - shift : 0) - gram[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    if (!(sum > 0)) {
                        return false;
                    }
                    lower[j][j] = Math.sqrt(sum);
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        return true;
    }
}
