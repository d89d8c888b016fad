package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Mat;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.commons.math3.complex.Complex;

/**
 * How far the ε-pseudospectrum {z : σ_min(A − z·I) ≤ ε}, which is the set of eigenvalues of all A + E with ‖E‖₂ ≤ ε, reaches
 * from 0 (the radius) or to the right (the abscissa): by criss-cross search. From a point that is inside, search outward
 * along the ray or the horizontal line to the edge; at that distance, find every arc of the circle (every stretch of the
 * vertical line) that is inside; search outward from the middle of each; and so on until none is left. It converges
 * quadratically and finds the component that reaches farthest, whichever it starts in.
 *
 * <p>Accuracy: relative 1e-9 (PseudospectralReachTest), as long as ε exceeds about n·2^-52·‖A‖.
 *
 * @see "Burke, Lewis, Overton (2003), Robust stability and a criss-cross algorithm for pseudospectra; Mengi, Overton (2005)"
 */
public final class PseudospectralReach {
    private static final double EPSILON = 0x1p-52;
    private static final int STARTS = 8;
    private static final int ROUNDS = 30;
    private static final double CONVERGED = 1e-13;
    private static final int NARROWINGS = 60;
    private static final int ROUGH = 12;

    private final double[][] rows;
    private final double level;
    private final boolean circle;
    private final Resolvent resolvent;
    private final double norm;
    private double reach;
    private double bestRe;
    private double bestIm;

    private PseudospectralReach(double[][] rows, double level, boolean circle) {
        this.rows = rows;
        this.level = level;
        this.circle = circle;
        resolvent = Resolvent.ofScaled(rows);
        norm = Norms.frobenius(rows);
        reach = Double.NEGATIVE_INFINITY;
    }

    /**
     * The farthest point.
     *
     * @param reach |z| or Re z of the point
     * @param re its real part
     * @param im its imaginary part, from 0 up: the conjugate reaches as far
     */
    public record Farthest(double reach, double re, double im) {}

    /** {@return the ε-pseudospectral radius max |z|, ε > 0} */
    public static Farthest radius(Mat a, Eigenvalues eigenvalues, double epsilon) {
        return of(a, eigenvalues, epsilon, true);
    }

    /** {@return the ε-pseudospectral abscissa max Re z, ε > 0} */
    public static Farthest abscissa(Mat a, Eigenvalues eigenvalues, double epsilon) {
        return of(a, eigenvalues, epsilon, false);
    }

    private static Farthest of(Mat a, Eigenvalues eigenvalues, double epsilon, boolean circle) {
        // Of the zero matrix the unit is ε itself.
        Scaling scaling = Scaling.of(Finite.square("the pseudospectrum", a));
        int exponent = Math.max(scaling.exponent(), Math.getExponent(epsilon) - 20);
        double[][] rows = Scaling.shifted(a.toRows(), -exponent);
        PseudospectralReach search = new PseudospectralReach(rows, Math.scalb(epsilon, -exponent), circle);
        search.start(eigenvalues.values(), exponent);
        search.crissCross();
        return new Farthest(
                Math.scalb(search.reach, exponent),
                Math.scalb(search.bestRe, exponent),
                Math.scalb(search.bestIm, exponent));
    }

    private void start(Complex[] values, int exponent) {
        Complex[] sorted = Arrays.stream(values)
                .filter(value -> value.getImaginary() >= 0)
                .map(value -> CommonsMath.scaled(value, -exponent))
                .sorted(Comparator.comparingDouble(value -> -(circle ? value.abs() : value.getReal())))
                .limit(STARTS)
                .toArray(Complex[]::new);
        for (Complex value : sorted) {
            double modulus = value.abs();
            if (circle) {
                double angle = StrictMath.atan2(value.getImaginary(), value.getReal());
                outward(modulus, StrictMath.cos(angle), StrictMath.sin(angle), ROUGH);
            } else {
                outward(value.getReal(), 0, value.getImaginary(), ROUGH);
            }
        }
    }

    private void crissCross() {
        for (int round = 0; round < ROUNDS; round++) {
            double before = reach;
            double at = before + CONVERGED * Math.abs(before);
            double[] crossings =
                    circle ? LevelCrossings.angles(rows, at, level) : LevelCrossings.heights(rows, at, level);
            for (int k = 0; k < 2 * crossings.length - 1; k++) {
                double place = 0.5 * (crossings[k / 2] + crossings[(k + 1) / 2]);
                double p = circle ? StrictMath.cos(place) : 0;
                double q = circle ? StrictMath.sin(place) : place;
                if (isInside(at, p, q)) {
                    outward(at, p, q, NARROWINGS);
                }
            }
            if (reach - before <= 2 * CONVERGED * Math.abs(before)) {
                return;
            }
        }
    }

    private double re(double distance, double p) {
        return circle ? distance * p : distance;
    }

    private double im(double distance, double q) {
        return circle ? distance * q : q;
    }

    private boolean isInside(double distance, double p, double q) {
        return sigma(distance, p, q) <= level;
    }

    private double sigma(double distance, double p, double q) {
        return resolvent.at(re(distance, p), im(distance, q)).smallest();
    }

    /** From a point that is inside, or an eigenvalue, to the edge. */
    private void outward(double from, double p, double q, int narrowings) {
        Interrupts.poll();
        double inside = from;
        double step = level;
        double most = norm + level;
        double outside = Math.min(from + step, most);
        while (outside < most && isInside(outside, p, q)) {
            inside = outside;
            step *= 2;
            outside = Math.min(inside + step, most);
        }
        double below = sigma(inside, p, q) - level;
        double above = sigma(outside, p, q) - level;
        for (int k = 0; k < narrowings && outside - inside > EPSILON * Math.abs(outside); k++) {
            // Regula falsi with the Illinois rule; every third step halves, should the function be too bent for it.
            double middle = inside + (outside - inside) * (-below / (above - below));
            if (k % 3 == 2 || !(middle > inside && middle < outside)) {
                middle = 0.5 * (inside + outside);
            }
            double value = sigma(middle, p, q) - level;
            if (value <= 0) {
                inside = middle;
                below = value;
                above *= 0.5;
            } else {
                outside = middle;
                above = value;
                below *= 0.5;
            }
        }
        if (inside > reach) {
            reach = inside;
            bestRe = re(inside, p);
            bestIm = im(inside, q);
        }
    }
}
