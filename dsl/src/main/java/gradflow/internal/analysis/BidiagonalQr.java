package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import java.util.Arrays;
import java.util.Optional;

/**
 * The singular values of an upper bidiagonal matrix by implicitly shifted QR steps. What is below 2^−60 of the largest entry
 * counts as 0, so that no square underflows.
 *
 * @see "Golub, Reinsch (1970), Singular value decomposition and least squares solutions; Golub, Van Loan, Matrix
 *     Computations, §8.6"
 */
final class BidiagonalQr {
    private static final double EPSILON = 0x1p-52;
    private static final double NOTHING = 0x1p-60;

    /** Two or three steps a value are usual. */
    private static final int MOST_STEPS = 60;

    private final double[] d;
    private final double[] e;
    private final double nothing;

    private BidiagonalQr(Bidiagonal b) {
        d = b.diagonal();
        e = b.beside();
        nothing = NOTHING * Math.max(RowArithmetic.largest(d), RowArithmetic.largest(e));
    }

    /**
     * {@return the values, falling; nothing should the steps not converge}
     *
     * @param b read and overwritten
     */
    static Optional<double[]> values(Bidiagonal b) {
        BidiagonalQr qr = new BidiagonalQr(b);
        if (!qr.iterate()) {
            return Optional.empty();
        }
        int n = qr.d.length;
        double[] rising = new double[n];
        for (int k = 0; k < n; k++) {
            rising[k] = Math.abs(qr.d[k]);
        }
        Arrays.sort(rising);
        double[] falling = new double[n];
        for (int k = 0; k < n; k++) {
            falling[k] = rising[n - 1 - k];
        }
        return Optional.of(falling);
    }

    private boolean iterate() {
        int last = d.length - 1;
        long left = (long) MOST_STEPS * d.length;
        while (last > 0) {
            Interrupts.poll();
            int first = last;
            while (first > 0 && !splits(first - 1)) {
                first--;
            }
            if (first == last) {
                last--;
                continue;
            }
            if (left-- == 0) {
                return false;
            }
            int zero = zeroOnDiagonal(first, last);
            if (zero == last) {
                clearColumn(first, last);
            } else if (zero >= 0) {
                clearRow(zero, last);
            } else {
                step(first, last);
            }
        }
        return true;
    }

    private boolean splits(int k) {
        if (Math.abs(e[k]) <= Math.max(nothing, EPSILON * (Math.abs(d[k]) + Math.abs(d[k + 1])))) {
            e[k] = 0;
        }
        return e[k] == 0;
    }

    private int zeroOnDiagonal(int first, int last) {
        for (int k = last; k >= first; k--) {
            if (Math.abs(d[k]) <= nothing) {
                d[k] = 0;
                return k;
            }
        }
        return -1;
    }

    /** d_last is 0: rotates what is above it out of the column, upwards. */
    private void clearColumn(int first, int last) {
        double out = e[last - 1];
        e[last - 1] = 0;
        for (int k = last - 1; k >= first && out != 0; k--) {
            double norm = norm(d[k], out);
            double cos = d[k] / norm;
            double sin = out / norm;
            d[k] = norm;
            if (k > first) {
                out = -sin * e[k - 1];
                e[k - 1] *= cos;
            }
        }
    }

    /** d_zero is 0: rotates what is right of it out of the row, to the right. */
    private void clearRow(int zero, int last) {
        double out = e[zero];
        e[zero] = 0;
        for (int k = zero + 1; k <= last && out != 0; k++) {
            double norm = norm(d[k], out);
            double cos = d[k] / norm;
            double sin = out / norm;
            d[k] = norm;
            out = -sin * e[k];
            e[k] *= cos;
        }
    }

    /** One QR step with the shift from the lower end of BᵀB. */
    private void step(int first, int last) {
        double f = (d[first] + d[last]) * (d[first] - d[last]) / d[first] + shift(last) / d[first];
        double g = e[first];
        for (int k = first; k < last; k++) {
            double norm = norm(f, g);
            double cos = norm == 0 ? 1 : f / norm;
            double sin = norm == 0 ? 0 : g / norm;
            if (k > first) {
                e[k - 1] = norm;
            }
            f = cos * d[k] + sin * e[k];
            e[k] = cos * e[k] - sin * d[k];
            g = sin * d[k + 1];
            d[k + 1] *= cos;
            norm = norm(f, g);
            cos = norm == 0 ? 1 : f / norm;
            sin = norm == 0 ? 0 : g / norm;
            d[k] = norm;
            f = cos * e[k] + sin * d[k + 1];
            d[k + 1] = cos * d[k + 1] - sin * e[k];
            if (k + 1 < last) {
                g = sin * e[k + 1];
                e[k + 1] *= cos;
            }
        }
        e[last - 1] = f;
    }

    /** {@return by how much the eigenvalue of the last 2×2 of BᵀB nearest its corner falls short of d_last²} */
    private double shift(int last) {
        double above = last > 1 ? e[last - 2] : 0;
        double corner = d[last] * d[last] + e[last - 1] * e[last - 1];
        double before = d[last - 1] * d[last - 1] + above * above;
        double between = d[last - 1] * e[last - 1];
        double half = 0.5 * (before - corner);
        double root = norm(half, between);
        double gap = between == 0 ? 0 : between * between / (half + Math.copySign(root, half));
        // μ = corner − gap, and d_last² − μ is asked for.
        return gap - e[last - 1] * e[last - 1];
    }

    private static double norm(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }
}
