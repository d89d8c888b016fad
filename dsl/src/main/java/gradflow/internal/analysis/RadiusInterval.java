package gradflow.internal.analysis;

import gradflow.internal.kernel.Scaled;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.commons.math3.complex.Complex;

/**
 * Where the spectral radius of a matrix can lie, given that its eigenvalues were computed with rounding errors: those of
 * some matrix within δ = n·2^-52·‖B‖_F of the balanced B.
 *
 * <p>An eigenvalue λ of condition κ moves by about κ·δ. Where that isn't far below ‖B‖, the first order means little (k
 * equal eigenvalues move by δ^(1/k)), and the δ-pseudospectrum is measured instead, along the ray from the origin through
 * λ: the interval reaches outwards to its edge. Inwards it ends at the edge too, or as far from λ as the edge for 2^16·δ
 * lies outwards, if that is nearer: k ≤ 16 equal eigenvalues, which rounding has spread over a disc, have their true
 * place within that distance, while chains of different ones (Wilkinson's polynomial) aren't charged with their length.
 *
 * @param low a modulus that some eigenvalue is not below
 * @param high a modulus that no eigenvalue exceeds
 * @see "Trefethen, Embree (2005), Spectra and Pseudospectra, §2 and §52"
 */
record RadiusInterval(Scaled low, Scaled high) {
    private static final double EPSILON = 0x1p-52;
    private static final double FIRST_ORDER = 1e-8;
    private static final double LARGER = 0x1p16;
    private static final int BISECTIONS = 4;

    /** Beside the largest eigenvalue also the next can be the largest in truth. */
    private static final int CANDIDATES = 8;

    /** {@return where the spectral radius of one block lies} */
    static RadiusInterval of(BlockSpectrum block) {
        double[][] rows = block.rows();
        Scaled radius = block.radius();
        if (rows.length == 1) {
            return new RadiusInterval(radius, radius);
        }
        double norm = Norms.frobenius(rows);
        double delta = rows.length * EPSILON * norm;
        Resolvent resolvent = Resolvent.ofScaled(rows);
        Complex[] candidates = Arrays.stream(block.values())
                .filter(value -> value.getImaginary() >= 0)
                .sorted(Comparator.comparingDouble(Complex::abs).reversed())
                .limit(CANDIDATES)
                .toArray(Complex[]::new);
        double low = 0;
        double high = 0;
        for (Complex value : candidates) {
            double modulus = value.abs();
            double movement = 2
                    * delta
                    * resolvent.at(value.getReal(), value.getImaginary()).condition();
            boolean small = movement <= FIRST_ORDER * norm;
            low = Math.max(low, modulus - (small ? movement : reachInwards(resolvent, value, delta, norm)));
            high = Math.max(high, modulus + (small ? movement : reach(resolvent, value, 1, delta, norm)));
        }
        return new RadiusInterval(new Scaled(low, block.exponent()), new Scaled(high, block.exponent()));
    }

    /** {@return where the larger of two radii lies} */
    RadiusInterval max(RadiusInterval other) {
        return new RadiusInterval(
                low.compareTo(other.low) > 0 ? low : other.low, high.compareTo(other.high) > 0 ? high : other.high);
    }

    /** {@return how far from {@code radius} the ends of this interval are at most} */
    Scaled distanceFrom(Scaled radius) {
        Scaled above = high.plus(minus(radius));
        Scaled below = radius.plus(minus(low));
        Scaled larger = above.compareTo(below) > 0 ? above : below;
        return larger.compareTo(Scaled.ZERO) > 0 ? larger : Scaled.ZERO;
    }

    private static Scaled minus(Scaled x) {
        return new Scaled(-x.significand(), x.exponent());
    }

    private static double reachInwards(Resolvent resolvent, Complex value, double delta, double norm) {
        double outwards = reach(resolvent, value, 1, LARGER * delta, norm);
        return reach(resolvent, value, -1, delta, Math.min(outwards, value.abs()));
    }

    /** {@return the distance from λ at which σ_min(B − z·I) first exceeds {@code level}, to 1/16, or {@code most}} */
    private static double reach(Resolvent resolvent, Complex value, int sign, double level, double most) {
        double inside = 0;
        double outside = level;
        while (outside < most && isInside(resolvent, value, sign * outside, level)) {
            inside = outside;
            outside *= 2;
        }
        outside = Math.min(outside, most);
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = 0.5 * (inside + outside);
            if (isInside(resolvent, value, sign * middle, level)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return outside;
    }

    private static boolean isInside(Resolvent resolvent, Complex value, double step, double level) {
        double modulus = value.abs();
        Complex direction = modulus == 0 ? Complex.ONE : value.divide(modulus);
        Complex z = value.add(direction.multiply(step));
        return resolvent.at(z.getReal(), z.getImaginary()).smallest() <= level;
    }
}
