package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Mat;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.complex.Complex;

/**
 * Kreiss' constant K(A) = sup (|z| − 1)·‖(z·I − A)⁻¹‖₂ over |z| &gt; 1, which bounds the transient of the powers from both
 * sides: K ≤ sup_k ‖A^k‖₂ ≤ e·n·K. It is finite if ρ(A) &lt; 1, and then at least 1, since it tends to 1 as |z| → ∞.
 *
 * <p>Below: the best of all points looked at, with the z where it is attained. Above, for all other points: let m(r) be the
 * largest ‖(z·I − A)⁻¹‖₂ on |z| = r.
 *
 * <ul>
 *   <li>K = 1 if the numerical radius w(A) ≤ 1, for then ‖(z·I − A)⁻¹‖₂ ≤ 1/(|z| − 1); and K &gt; 1 otherwise.
 *   <li>On a circle {@link ResolventCertificate} proves a bound of m(r).
 *   <li>Between two circles ln m is convex in ln r (Hadamard's three circles), so the chord bounds it.
 *   <li>Outside the last circle (r − 1)·m(r) ≤ (r − 1)/(r − w), which falls.
 * </ul>
 *
 * <p>Circles are put where the bound is highest until both ends agree to a relative 1e-6 (n &gt; 24: 1e-3), or no proof is to be had: values
 * above about 1e6 have a lower end alone.
 *
 * <p>For a 2×2 matrix with real eigenvalues there is a closed form, see {@link TwoByTwoKreiss}, and it is used.
 *
 * @see "Kreiss (1962); Spijker (1991), On a conjecture by LeVeque and Trefethen; Trefethen, Embree (2005), Spectra and
 *     Pseudospectra, §18; Mitchell (2020), Computing the Kreiss constant of a matrix"
 */
public final class KreissConstant {
    /** How near the two ends come where a proof succeeds; of large matrices each proof is dear. */
    private static final double TOLERANCE = 1e-6;

    private static final double TOLERANCE_OF_LARGE = 1e-3;
    private static final int LARGE = 24;

    private static final int MOST_CIRCLES = 120;
    private static final int SCAN = 24;
    private static final double LEAST_HEIGHT = 1e-6;
    private static final double ROUNDING = 1e-12;
    private static final double NEAREST = 1e-4;
    private static final double TIGHTNESS = 0.05;
    private static final int NARROWINGS = 24;

    private final CircleMinimum minimum;
    private final ResolventCertificate certificate;
    private final double numericalRadius;
    private final double tolerance;
    private final int exponent;
    private double lower = 1;
    private double bestRadius = Double.POSITIVE_INFINITY;
    private double bestAngle;

    private KreissConstant(double[][] rows, int exponent, double numericalRadius) {
        minimum = new CircleMinimum(rows);
        certificate = new ResolventCertificate(rows);
        this.exponent = exponent;
        this.numericalRadius = numericalRadius;
        tolerance = rows.length > LARGE ? TOLERANCE_OF_LARGE : TOLERANCE;
    }

    /**
     * The constant.
     *
     * @param bounds where it lies
     * @param re the real part of the z at which the lower end is attained, infinite if that is a limit
     * @param im its imaginary part
     */
    public record Kreiss(Bracket bounds, double re, double im) {}

    /**
     * {@return K(A); infinite if ρ(A) &gt; 1; NaN if ρ(A) can't be told from 1 and A isn't normal}
     */
    public static Kreiss of(Mat a, Eigenvalues eigenvalues) {
        double radius = eigenvalues.radius();
        double uncertainty = eigenvalues.uncertainty();
        Kreiss one = new Kreiss(new Bracket(1, 1), Double.POSITIVE_INFINITY, 0);
        if (radius - uncertainty > 1) {
            Complex z = eigenvalues.values()[0];
            return new Kreiss(
                    new Bracket(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
                    z.getReal(),
                    Math.abs(z.getImaginary()));
        }
        Bracket w = NumericalRadius.of(a);
        if (w.upper() <= 1) {
            return one;
        }
        if (!(radius + uncertainty < 1)) {
            return new Kreiss(new Bracket(Double.NaN, Double.NaN), Double.NaN, Double.NaN);
        }
        if (a.rows() == 2 && TwoByTwoKreiss.hasRealEigenvalues(a)) {
            return TwoByTwoKreiss.of(a);
        }
        Scaling scaling = Scaling.of(a);
        KreissConstant search = new KreissConstant(scaling.rows(), scaling.exponent(), Math.max(w.upper(), 1));
        search.climb();
        double upper = search.proven();
        return new Kreiss(
                new Bracket(search.lower, Math.max(search.lower, upper)),
                search.bestRadius == Double.POSITIVE_INFINITY
                        ? search.bestRadius
                        : search.bestRadius * StrictMath.cos(search.bestAngle),
                search.bestRadius == Double.POSITIVE_INFINITY
                        ? 0
                        : search.bestRadius * StrictMath.sin(search.bestAngle));
    }

    /** Looks for the best circle: a scan over ln(r − 1), then a golden-section search around its best. */
    private void climb() {
        double low = StrictMath.log(LEAST_HEIGHT);
        double high = StrictMath.log(10 * numericalRadius / (1 - 1 / (1 + numericalRadius)));
        double step = (high - low) / SCAN;
        double best = low;
        double most = 0;
        for (int k = 0; k <= SCAN; k++) {
            double value = at(low + k * step, false);
            if (value > most) {
                most = value;
                best = low + k * step;
            }
        }
        GoldenSection.narrow(height -> -at(height, true), best - step, best + step, NARROWINGS);
    }

    private double at(double height, boolean refined) {
        double r = 1 + StrictMath.exp(height);
        if (refined) {
            minimum.search(scaled(r));
        } else {
            minimum.scan(scaled(r));
        }
        return note(r);
    }

    private double note(double r) {
        double value = (r - 1) / Math.scalb(minimum.value(), exponent);
        if (value > lower) {
            lower = value;
            bestRadius = r;
            bestAngle = minimum.angle();
        }
        return value;
    }

    private double scaled(double r) {
        return Math.scalb(r, -exponent);
    }

    /**
     * A circle.
     *
     * @param r its radius
     * @param bound a proven bound of m(r)
     */
    private record Circle(double r, double bound) {}

    private double proven() {
        double last = last();
        List<Circle> circles = new ArrayList<>();
        for (double r : new double[] {1, Math.min(bestRadius, 0.5 * (1 + last)), last}) {
            circles.add(circle(r));
        }
        double rest = (last - 1) / (last - numericalRadius);
        while (true) {
            double worst = 0;
            int at = 0;
            for (int k = 0; k + 1 < circles.size(); k++) {
                double chord = chord(circles.get(k), circles.get(k + 1));
                if (chord > worst) {
                    worst = chord;
                    at = k;
                }
            }
            double from = circles.get(at).r();
            double to = circles.get(at + 1).r();
            double between = 1 + Math.sqrt(Math.max(from - 1, (to - 1) * NEAREST) * (to - 1));
            boolean enough = worst <= lower * (1 + tolerance) || circles.size() >= MOST_CIRCLES;
            if (enough
                    || !(between > from && between < to)
                    || Double.isInfinite(circles.get(at + 1).bound())) {
                return Math.max(worst, rest) * (1 + ROUNDING);
            }
            Interrupts.poll();
            circles.add(at + 1, circle(between));
        }
    }

    /** {@return a circle outside which (r − 1)/(r − w) is below the lower end, or one as far out as doubles allow} */
    private double last() {
        double needed = (lower * (1 + 0.5 * tolerance) * numericalRadius - 1) / (lower * (1 + 0.5 * tolerance) - 1);
        return Math.min(Math.max(needed, 2 * numericalRadius), 1e8 * numericalRadius);
    }

    private Circle circle(double r) {
        double easy = r > numericalRadius ? 1 / (r - numericalRadius) : Double.POSITIVE_INFINITY;
        double hard = Math.scalb(minimum.provenInverse(scaled(r), certificate, TIGHTNESS * tolerance), -exponent);
        if (r > 1) {
            double unused = note(r);
        }
        return new Circle(r, Math.min(easy, hard));
    }

    /** {@return the largest (r − 1)·m(r) between two circles that a chord of ln m over ln r allows} */
    private static double chord(Circle inner, Circle outer) {
        if (Double.isInfinite(inner.bound) || !(outer.bound < inner.bound)) {
            // m falls: the inner bound holds at the outer circle too.
            return (outer.r - 1) * inner.bound;
        }
        double slope = StrictMath.log(inner.bound / outer.bound) / StrictMath.log(outer.r / inner.r);
        double r = slope > 1 ? Math.max(inner.r, Math.min(outer.r, slope / (slope - 1))) : outer.r;
        return (r - 1) * inner.bound * StrictMath.exp(-slope * StrictMath.log(r / inner.r));
    }
}
