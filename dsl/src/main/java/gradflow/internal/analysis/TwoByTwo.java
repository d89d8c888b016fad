package gradflow.internal.analysis;

import org.apache.commons.math3.complex.Complex;

/**
 * The eigenvalues of a 2×2 matrix in closed form. commons-math3's own are wrong for some whose off-diagonals differ
 * little: a complex pair in place of two real ones.
 */
final class TwoByTwo {
    private TwoByTwo() {}

    /**
     * {@return m ± √δ with m = (a + d)/2, p = (a − d)/2, δ = p² + b·c, for the rows (a, b) and (c, d)} The discriminant
     * is rounded once, so that two equal eigenvalues come out equal.
     */
    static Complex[] eigenvalues(double a, double b, double c, double d) {
        double mean = 0.5 * a + 0.5 * d;
        double half = 0.5 * a - 0.5 * d;
        double discriminant = sumOfProducts(half, half, b, c);
        if (discriminant < 0) {
            double im = Math.sqrt(-discriminant);
            return new Complex[] {new Complex(mean, im), new Complex(mean, -im)};
        }
        double root = Math.sqrt(discriminant);
        return new Complex[] {new Complex(mean + root, 0), new Complex(mean - root, 0)};
    }

    /** {@return a·b + c·d to about one rounding, by Kahan's compensation} */
    private static double sumOfProducts(double a, double b, double c, double d) {
        double cd = c * d;
        double error = Math.fma(c, d, -cd);
        return Math.fma(a, b, cd) + error;
    }
}
