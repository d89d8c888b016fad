package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Scaled;

/**
 * The columns of a matrix C, each with an exponent of its own: c_j = x_j·2^e_j. {@link #orthogonalise} turns them by
 * plane rotations (Hestenes' one-sided Jacobi method) until they are orthogonal: C·G = U·Σ. Where C = B·Σ with a
 * well-conditioned B, every singular value comes out to a high relative accuracy, however far apart the scales are.
 *
 * <p>A pair rotates with s = 2^(e_j − e_i) ≤ 1 taken out of the formulas, so that nothing underflows: as s → 0 the
 * rotation becomes the projection of the smaller column off the larger.
 *
 * @see "Demmel, Veselić (1992), Jacobi's method is more accurate than QR; de Rijk (1989) for the order of the pairs"
 */
final class ScaledColumns {
    private static final double EPSILON = 0x1p-52;
    private static final int MOST_SWEEPS = 60;
    private static final int FAR = 1000;

    /** Squared lengths within these need no new exponent. */
    private static final double SHORT = 0x1p-60;

    private static final double LONG = 0x1p60;

    /** A squared length that keeps this part of itself keeps its digits. */
    private static final double KNOWN = 0.25;

    private final double[][] x;
    private final long[] exponents;
    private final double[] squares;

    /** Turned along, without scales: column j goes with x_j. */
    private final double[][] carried;

    /**
     * Takes the arrays over.
     *
     * @param x written, {@code [columns][rows]}
     * @param exponents written, {@code [columns]}
     * @param carried written, {@code [columns][any]}
     */
    ScaledColumns(double[][] x, long[] exponents, double[][] carried) {
        this.x = x;
        this.exponents = exponents;
        this.carried = carried;
        this.squares = new double[x.length];
        measure();
    }

    /** {@return how many columns there are} */
    int count() {
        return x.length;
    }

    /** {@return column j over its length, or zeros if that is 0; itself, not a copy} */
    double[] direction(int j) {
        if (squares[j] > 0) {
            double length = Math.sqrt(squares[j]);
            for (int i = 0; i < x[j].length; i++) {
                x[j][i] /= length;
            }
            squares[j] = 1;
        }
        return x[j];
    }

    /** {@return what was carried along with column j; itself, not a copy} */
    double[] carried(int j) {
        return carried[j];
    }

    /** {@return the length of column j} */
    Scaled length(int j) {
        return new Scaled(Math.sqrt(squares[j]), exponents[j]);
    }

    /** Rotates pairs of columns until all are orthogonal to rounding and their lengths fall. */
    void orthogonalise() {
        double tolerance = 4 * EPSILON * EPSILON * x.length;
        sort();
        boolean turned = true;
        for (int sweep = 0; turned && sweep < MOST_SWEEPS; sweep++) {
            turned = false;
            measure();
            for (int i = 0; i < x.length; i++) {
                Interrupts.poll();
                for (int j = i + 1; j < x.length; j++) {
                    turned |= rotate(i, j, tolerance);
                }
            }
        }
        measure();
        sort();
    }

    /** What rotations have made of the squared lengths loses a digit or so in each round. */
    private void measure() {
        for (int j = 0; j < x.length; j++) {
            rescale(j);
        }
    }

    /** Rotates unless the squared cosine of the columns' angle is within the tolerance. */
    private boolean rotate(int i, int j, double tolerance) {
        if (squares[i] == 0 || squares[j] == 0) {
            return false;
        }
        double dot = RowArithmetic.dot(x[i], x[j]);
        if (!(dot * dot > tolerance * squares[i] * squares[j])) {
            return false;
        }
        if (isLonger(j, i)) {
            swap(i, j);
        }
        double s = power(exponents[j] - exponents[i]);
        double zeta = (squares[j] * s * s - squares[i]) / (2 * dot);
        double tau = Math.copySign(1 / (Math.abs(zeta) + Math.sqrt(s * s + zeta * zeta)), zeta);
        double sine = tau * s;
        double cosine = 1 / Math.sqrt(1 + sine * sine);
        RowArithmetic.rotate(x[i], x[j], cosine, -cosine * sine * s, cosine * tau);
        RowArithmetic.rotate(carried[i], carried[j], cosine, -cosine * sine, cosine * sine);
        squareBecomes(i, squares[i] - sine * s * dot);
        squareBecomes(j, squares[j] + tau * dot);
        return true;
    }

    /** Takes over the squared length of column j that follows from a rotation, where that doesn't cancel; else measures. */
    private void squareBecomes(int j, double square) {
        if (square > KNOWN * squares[j] && square > SHORT && square < LONG) {
            squares[j] = square;
        } else {
            rescale(j);
        }
    }

    /** Insertion sort, since the columns of a product stay nearly in order from step to step. */
    private void sort() {
        for (int j = 1; j < x.length; j++) {
            for (int i = j; i > 0 && isLonger(i, i - 1); i--) {
                swap(i, i - 1);
            }
        }
    }

    private boolean isLonger(int i, int j) {
        if (squares[i] == 0 || squares[j] == 0) {
            return squares[j] == 0 && squares[i] > 0;
        }
        double s = power(exponents[i] - exponents[j]);
        return squares[i] * s * s > squares[j];
    }

    private static double power(long exponent) {
        return Math.scalb(1.0, (int) Math.max(-FAR / 2, Math.min(FAR / 2, exponent)));
    }

    private void swap(int i, int j) {
        double[] column = x[i];
        x[i] = x[j];
        x[j] = column;
        double[] along = carried[i];
        carried[i] = carried[j];
        carried[j] = along;
        long exponent = exponents[i];
        exponents[i] = exponents[j];
        exponents[j] = exponent;
        double square = squares[i];
        squares[i] = squares[j];
        squares[j] = square;
    }

    /** Measures column j, after moving a power of two into its exponent if its length has left the middle range. */
    private void rescale(int j) {
        squares[j] = RowArithmetic.dot(x[j], x[j]);
        if (!(squares[j] > SHORT && squares[j] < LONG)) {
            int shift = RowArithmetic.exponentAbove(x[j]);
            for (int i = 0; i < x[j].length; i++) {
                x[j][i] = Math.scalb(x[j][i], -shift);
            }
            exponents[j] += shift;
            squares[j] = RowArithmetic.dot(x[j], x[j]);
        }
    }
}
