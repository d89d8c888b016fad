package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import java.util.Arrays;
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
    private final BulgeChain chain;

    private FrancisQr(double[][] h) {
        this.h = h;
        this.values = new Complex[h.length];
        this.chain = new BulgeChain(h);
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

    /** One sweep with the eigenvalues of a trailing block as shifts; now and then with others. */
    private void sweep(int lo, int hi, int iterations) {
        int pairs = iterations >= PATIENCE ? 1 : pairs(hi - lo + 1);
        if (iterations % PATIENCE == 0) {
            double s = Math.abs(h[hi][hi - 1]) + Math.abs(h[hi - 1][hi - 2]);
            double x = h[hi][hi] + 0.75 * s;
            chain.sweep(lo, hi, new BulgeChain.ShiftPair(x, x, -0.4375 * s * s));
        } else if (pairs == 1) {
            double w = h[hi][hi - 1] * h[hi - 1][hi];
            chain.sweep(lo, hi, new BulgeChain.ShiftPair(h[hi][hi], h[hi - 1][hi - 1], w));
        } else {
            chain.sweep(lo, hi, shifts(hi, pairs));
        }
    }

    /** {@return how many bulges are worth their window, at so many rows} */
    private static int pairs(int size) {
        return size < 60 ? 1 : size < 90 ? 2 : size < 200 ? 4 : 8;
    }

    /** {@return the eigenvalues of the trailing block in pairs: conjugates, or two real ones} */
    private BulgeChain.ShiftPair[] shifts(int hi, int pairs) {
        int first = hi + 1 - 2 * pairs;
        double[][] trailing = new double[2 * pairs][];
        for (int i = 0; i < trailing.length; i++) {
            trailing[i] = Arrays.copyOfRange(h[first + i], first, hi + 1);
        }
        FrancisQr block = new FrancisQr(trailing);
        block.iterate();
        BulgeChain.ShiftPair[] shifts = new BulgeChain.ShiftPair[pairs];
        int found = 0;
        double waiting = Double.NaN;
        for (Complex value : block.values) {
            double re = value.getReal();
            double im = value.getImaginary();
            if (im > 0) {
                shifts[found++] = new BulgeChain.ShiftPair(re, re, -im * im);
            } else if (im == 0 && Double.isNaN(waiting)) {
                waiting = re;
            } else if (im == 0) {
                shifts[found++] = new BulgeChain.ShiftPair(waiting, re, 0);
                waiting = Double.NaN;
            }
        }
        return shifts;
    }
}
