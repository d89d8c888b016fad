package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import java.util.function.DoubleUnaryOperator;

/**
 * The fixed point of the mean-field length map, q* = σ_w²·E φ²(√q* z) + σ_b², and what a small difference is multiplied by
 * there each step, in its square: χ₁ = σ_w²·E φ′²(√q* z), z ~ N(0, 1).
 *
 * <p>Accuracy: q* and χ₁ to 1e-12 relative, against 40 digits (MeanFieldTest); q* also where it tends to 0.
 *
 * @param q q*, infinite where lengths grow without end, NaN where every length is kept
 * @param chi χ₁
 */
public record MeanFieldTheory(double q, double chi) {
    /** So far from 1, rounding can have moved χ₁. */
    private static final double ROUNDING = 1e-13;

    private static final int MOST_HALVINGS = 2000;

    /** {@return the fixed point for σ_w ≥ 0, σ_b ≥ 0 whose squares are doubles} */
    public static MeanFieldTheory of(LengthMap map, double weightDeviation, double biasDeviation) {
        double bias = biasDeviation * biasDeviation;
        double weight = weightDeviation * weightDeviation;
        if (map == LengthMap.RELU) {
            return new MeanFieldTheory(relu(weight, bias), weight / 2);
        }
        double q = length(map, weightDeviation, bias);
        return new MeanFieldTheory(q, weight * map.slope(q));
    }

    /** {@return what a step makes of the variance q ≥ 0: σ_w²·E φ²(√q z) + σ_b²} */
    public static double mapped(LengthMap map, double weightDeviation, double biasDeviation, double q) {
        // what is missing of no length has no share
        double length = q > 1 ? map.length(q) : q == 0 ? 0 : map.squaredSlope() * q * (1 - map.missingLength(q));
        return weightDeviation * weightDeviation * length + biasDeviation * biasDeviation;
    }

    private static double relu(double weight, double bias) {
        double kept = 1 - weight / 2;
        if (bias == 0) {
            return Math.abs(kept) <= ROUNDING ? Double.NaN : kept > 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return kept > ROUNDING ? bias / kept : Double.POSITIVE_INFINITY;
    }

    /** Solves q·(1 − a + a·δ(q)) = σ_b² with a = σ_w²·φ′(0)². */
    private static double length(LengthMap map, double weightDeviation, double bias) {
        double weight = weightDeviation * weightDeviation;
        double gain = weightDeviation * Math.sqrt(map.squaredSlope());
        double a = gain * gain;
        double excess = (gain - 1) * (gain + 1);
        if (bias == 0 && excess <= 0) {
            return 0;
        }
        double least = bias == 0 ? excess / a / 4 : bias;
        return root(
                q -> q > 1 ? 1 - (weight * map.length(q) + bias) / q : a * map.missingLength(q) - excess - bias / q,
                least,
                // φ² ≤ 1
                weight + bias);
    }

    /** {@return whether χ₁ = 1 as far as rounding lets one see} */
    public boolean isCritical() {
        return Math.abs(chi - 1) <= ROUNDING;
    }

    /** {@return ξ = −1/ln χ₁, steps; infinite at criticality, negative beyond it} */
    public double depth() {
        return isCritical() ? Double.POSITIVE_INFINITY : -1 / StrictMath.log(chi);
    }

    /** {@return λ = ½·ln χ₁, nats a step} */
    public double rate() {
        return isCritical() ? 0 : 0.5 * StrictMath.log(chi);
    }

    /** {@return the σ_w² at which χ₁ = 1 for this σ_b², and the q* there} */
    public static Critical critical(LengthMap map, double bias) {
        if (map == LengthMap.RELU) {
            return new Critical(2, bias == 0 ? Double.NaN : Double.POSITIVE_INFINITY);
        }
        if (bias == 0) {
            return new Critical(1 / map.squaredSlope(), 0);
        }
        double most = Math.max(1, bias);
        while (biasAt(map, most) < bias) {
            most *= 2;
        }
        double q = root(x -> biasAt(map, x) - bias, Math.min(bias, 1) / 4, most);
        return new Critical(1 / map.slope(q), q);
    }

    /**
     * A point of the critical line.
     *
     * @param weight σ_w²
     * @param q q*
     */
    public record Critical(double weight, double q) {}

    /** {@return the σ_b² that has q as its fixed point at σ_w² = 1/S(q)} */
    private static double biasAt(LengthMap map, double q) {
        if (q > 1) {
            return q - map.length(q) / map.slope(q);
        }
        double flat = map.missingSlope(q);
        return q * (map.missingLength(q) - flat) / (1 - flat);
    }

    /** {@return the root of an increasing function between two positive bounds, to the last bits} */
    private static double root(DoubleUnaryOperator f, double least, double most) {
        double low = least;
        double high = most;
        for (int k = 0; k < MOST_HALVINGS; k++) {
            Interrupts.poll();
            double middle = high > 4 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (f.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
