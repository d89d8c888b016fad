package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Mat;

/**
 * How close a complex number z is to being an eigenvalue: σ_min(A − z·I) = 1/‖(A − z·I)⁻¹‖₂ is the size of the smallest
 * complex perturbation of A that makes z an eigenvalue. The ε-pseudospectrum is where it is ≤ ε.
 *
 * <p>A = Q·H·Qᵀ is brought to Hessenberg form once, O(n³); each z then costs O(n²): H − z·I = G·R by Givens rotations,
 * and inverse iteration with R*·R.
 *
 * <p>Accuracy: relative 1e-8 (ResolventTest), as long as it exceeds about n·2^-52·‖A‖; below that it is rounding. Where
 * the next singular values lie within a per cent of the smallest, it is too large by a relative 1e-4 at most.
 *
 * @see "Lui (1997), Computation of pseudospectra by continuation; Trefethen, Embree (2005), Spectra and Pseudospectra, §39"
 */
public final class Resolvent {
    private static final int EXPONENT_LIMIT = 1000;

    private final Hessenberg hessenberg;
    private final int exponent;

    private Resolvent(Hessenberg hessenberg, int exponent) {
        this.hessenberg = hessenberg;
        this.exponent = exponent;
    }

    /** {@return the resolvent of a square matrix of finite entries} */
    public static Resolvent of(Mat a) {
        Scaling scaling = Scaling.of(Finite.square("the resolvent", a));
        return new Resolvent(Hessenberg.of(scaling.rows()), scaling.exponent());
    }

    /**
     * {@return the resolvent of rows that are scaled already}
     *
     * @param rows read, {@code [n][n]}, entries of modulus below 1
     */
    static Resolvent ofScaled(double[][] rows) {
        return new Resolvent(Hessenberg.of(rows), 0);
    }

    /** {@return σ_min(A − z·I) at z = re + i·im; 0 exactly only where that was computed exactly; ∞ for the empty matrix} */
    public double smallestSingularValue(double re, double im) {
        if (hessenberg.h().length == 0) {
            return Double.POSITIVE_INFINITY;
        }
        int shift = Math.max(-EXPONENT_LIMIT, Math.min(EXPONENT_LIMIT, -exponent));
        return Math.scalb(at(Math.scalb(re, shift), Math.scalb(im, shift)).smallest(), -shift);
    }

    /** {@return the smallest singular value of H − z·I, with z in the units of the scaled matrix, and its vectors} */
    ShiftedHessenberg at(double re, double im) {
        Interrupts.poll();
        return ShiftedHessenberg.of(hessenberg.h(), re, im);
    }

    /** Turns a vector of H into one of A: replaces x by Q·x. */
    void toOriginal(double[] x) {
        hessenberg.apply(x);
    }
}
