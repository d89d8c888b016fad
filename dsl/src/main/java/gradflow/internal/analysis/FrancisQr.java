package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import org.apache.commons.math3.complex.Complex;

/**
 * Eigenvalues by Francis' implicit double-shift QR iteration: what is asked where commons-math3 fails or can't show that
 * its answer is right. Its iteration gives up on many matrices of low rank, since it deflates only where a subdiagonal
 * is small beside its two neighbours; this one, after some patience, deflates what is small beside the whole matrix,
 * which costs no more than the rounding already done.
 *
 * <p>h is the Hessenberg matrix at work; rows and columns lo..hi are the part still coupled.
 *
 * @see "Francis (1961); EISPACK hqr; Golub, Van Loan, Matrix Computations, section 7.5"
 */
final class FrancisQr {
    private static final double EPSILON = 0x1p-52;
    private static final int PATIENCE = 10;

    /** So far below the entries near 1 that a quotient by it might overflow. */
    private static final double NOTHING = 0x1p-900;

    private static final int MOST_ITERATIONS = 1000;

    private final double[][] h;
    private final Complex[] values;
    private final double negligible;
    private final DelayedReflections delayed = new DelayedReflections();

    private FrancisQr(double[][] h) {
        this.h = h;
        this.values = new Complex[h.length];
        this.negligible = EPSILON * Norms.frobenius(h);
    }

    /**
     * {@return the n eigenvalues, in no order}
     *
     * @param a read, {@code [n][n]}, entries of modulus below 1
     */
    static Complex[] eigenvalues(double[][] a) {
        FrancisQr qr = new FrancisQr(Hessenberg.of(a).h());
        qr.iterate();
        return qr.values;
    }

    private void iterate() {
        int hi = h.length - 1;
        int iterations = 0;
        while (hi >= 0) {
            Interrupts.poll();
            int lo = coupledFrom(hi, iterations);
            if (lo == hi) {
                values[hi] = new Complex(h[hi][hi], 0);
            } else if (lo == hi - 1) {
                Complex[] pair = TwoByTwo.eigenvalues(h[lo][lo], h[lo][hi], h[hi][lo], h[hi][hi]);
                values[lo] = pair[0];
                values[hi] = pair[1];
            } else {
                iterations++;
                sweep(lo, hi, iterations);
                continue;
            }
            hi = lo - 1;
            iterations = 0;
        }
    }

    /** {@return the first index of the last part that no negligible subdiagonal splits} */
    private int coupledFrom(int hi, int iterations) {
        if (iterations > MOST_ITERATIONS) {
            throw new ArithmeticException("the QR iteration doesn't end");
        }
        int lo = hi;
        while (lo > 0) {
            double beside = EPSILON * (Math.abs(h[lo - 1][lo - 1]) + Math.abs(h[lo][lo]));
            if (Math.abs(h[lo][lo - 1]) <= Math.max(NOTHING, iterations > PATIENCE ? negligible : beside)) {
                h[lo][lo - 1] = 0;
                break;
            }
            lo--;
        }
        return lo;
    }

    /** One double step with the eigenvalues of the trailing 2×2 block as shifts; now and then with others. */
    private void sweep(int lo, int hi, int iterations) {
        double x = h[hi][hi];
        double y = h[hi - 1][hi - 1];
        double w = h[hi][hi - 1] * h[hi - 1][hi];
        if (iterations % PATIENCE == 0) {
            double s = Math.abs(h[hi][hi - 1]) + Math.abs(h[hi - 1][hi - 2]);
            x += 0.75 * s;
            y = x;
            w = -0.4375 * s * s;
        }
        double[] bulge = new double[3];
        int start = startOfBulge(lo, hi, x, y, w, bulge);
        delayed.startAt(start);
        for (int k = start; k < hi; k++) {
            int size = Math.min(3, hi - k + 1);
            if (k > start) {
                for (int i = 0; i < size; i++) {
                    bulge[i] = h[k + i][k - 1];
                }
            }
            double reflected = householder(bulge, size);
            if (k > start) {
                h[k][k - 1] = reflected;
                for (int i = 1; i < size; i++) {
                    h[k + i][k - 1] = 0;
                }
            } else if (k > lo) {
                h[k][k - 1] -= h[k][k - 1] * bulge[0] * bulge[0];
            }
            reflect(bulge, size, k, lo, hi);
        }
    }

    /** Finds the row where the double step may start, as the two subdiagonals above it are small, and its first vector. */
    private int startOfBulge(int lo, int hi, double x, double y, double w, double[] bulge) {
        for (int m = hi - 2; ; m--) {
            double z = h[m][m];
            double r = x - z;
            double s = y - z;
            bulge[0] = (r * s - w) / h[m + 1][m] + h[m][m + 1];
            bulge[1] = h[m + 1][m + 1] - z - r - s;
            bulge[2] = h[m + 2][m + 1];
            double size = Math.abs(bulge[0]) + Math.abs(bulge[1]) + Math.abs(bulge[2]);
            for (int i = 0; i < 3; i++) {
                bulge[i] /= size;
            }
            if (m == lo
                    || Math.abs(h[m][m - 1]) * (Math.abs(bulge[1]) + Math.abs(bulge[2]))
                            <= EPSILON
                                    * Math.abs(bulge[0])
                                    * (Math.abs(h[m - 1][m - 1]) + Math.abs(z) + Math.abs(h[m + 1][m + 1]))) {
                return m;
            }
        }
    }

    /**
     * Replaces x by v with ‖v‖² = 2, or 0, such that (I − v·vᵀ)·x is a multiple of the first unit vector.
     *
     * @return that multiple
     */
    private static double householder(double[] x, int size) {
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
        }
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double scaled = largest == 0 ? 0 : x[i] / largest;
            squares += scaled * scaled;
            x[i] = scaled;
        }
        if (largest == 0) {
            return 0;
        }
        double norm = Math.copySign(Math.sqrt(squares), x[0]);
        x[0] += norm;
        double scale = Math.sqrt(1 / (norm * x[0]));
        for (int i = 0; i < size; i++) {
            x[i] *= scale;
        }
        return -norm * largest;
    }

    /** Reflects rows and columns k..k+size-1 of the coupled part; size is 3, at its lower end 2. */
    private void reflect(double[] v, int size, int k, int lo, int hi) {
        if (size == 3) {
            DelayedReflections.reflect(v, h[k], h[k + 1], h[k + 2], k, hi + 1);
            int last = Math.min(hi, k + 3);
            for (int row = delayed.first(); row <= last; row++) {
                reflectColumns(v[0], v[1], v[2], h[row], k);
            }
            delayed.add(v);
            if (delayed.isFull()) {
                delayed.apply(h, lo, delayed.first());
                delayed.startAt(k + 1);
            }
        } else {
            reflectRows(v[0], v[1], h[k], h[k + 1], k, hi + 1);
            delayed.apply(h, lo, delayed.first());
            for (int row = lo; row <= hi; row++) {
                reflectColumns(v[0], v[1], h[row], k);
            }
        }
    }

    private static void reflectRows(double p, double q, double[] x, double[] y, int from, int to) {
        for (int j = from; j < to; j++) {
            double sum = p * x[j] + q * y[j];
            x[j] -= sum * p;
            y[j] -= sum * q;
        }
    }

    private static void reflectColumns(double p, double q, double r, double[] row, int k) {
        double sum = p * row[k] + q * row[k + 1] + r * row[k + 2];
        row[k] -= sum * p;
        row[k + 1] -= sum * q;
        row[k + 2] -= sum * r;
    }

    private static void reflectColumns(double p, double q, double[] row, int k) {
        double sum = p * row[k] + q * row[k + 1];
        row[k] -= sum * p;
        row[k + 1] -= sum * q;
    }
}
