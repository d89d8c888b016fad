package gradflow.internal.analysis;

import java.util.Optional;

/**
 * A proof, by arithmetic that rounds, that a symmetric matrix is positive definite: M = L·Lᵀ + c·I + E, where L comes from a
 * Cholesky decomposition of M − c·I in floating point and E, whatever rounding left, is then computed with twice the digits.
 * If ‖E‖_F &lt; c, M is positive definite. The usual bound of E without looking at it would cost a thousand times the margin.
 *
 * @see "Rump (2006), Verification of positive definiteness, BIT 46; Ogita, Rump, Oishi (2005), Accurate sum and dot product"
 */
final class PositiveDefinite {
    private static final double UNIT = 0x1p-53;
    private static final int TRIES = 4;

    /** For the roundings in the margin itself. */
    private static final double SLACK = 1.01;

    private PositiveDefinite() {}

    /** {@return about what the proof loses: M must exceed this much times I} */
    static double loss(int n, double largest) {
        return 4 * Math.sqrt(n) * UNIT * largest;
    }

    /**
     * {@return whether it is certain that every symmetric matrix within {@code error} of {@code m} is positive definite}
     *
     * @param m read, {@code [n][n]}, the lower triangle
     * @param error in the spectral norm
     */
    static boolean isCertain(double[][] m, double error) {
        double largest = 0;
        for (int i = 0; i < m.length; i++) {
            largest = Math.max(largest, m[i][i]);
        }
        double c = loss(m.length, largest) + SLACK * error;
        for (int attempt = 0; attempt < TRIES && c < largest; attempt++) {
            Optional<double[][]> l = Cholesky.of(less(m, c));
            if (l.isEmpty()) {
                return false;
            }
            double left = SLACK * (residual(m, c, l.get(), largest) + error);
            if (left < c) {
                return true;
            }
            c = 2 * left;
        }
        return false;
    }

    private static double[][] less(double[][] m, double c) {
        double[][] less = Scaling.shifted(m, 0);
        for (int i = 0; i < m.length; i++) {
            less[i][i] -= c;
        }
        return less;
    }

    /** {@return a bound of ‖M − c·I − L·Lᵀ‖_F} */
    private static double residual(double[][] m, double c, double[][] l, double largest) {
        TwofoldDot products = new TwofoldDot(l);
        double squares = 0;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j <= i; j++) {
                double e = products.subtracted(m[i][j], i == j ? c : 0, i, j);
                squares += (i == j ? 1 : 2) * e * e;
            }
        }
        double n = m.length;
        return SLACK * Math.sqrt(squares) + 4 * n * n * n * UNIT * UNIT * largest;
    }
}
