package gradflow.internal.kernel;

/**
 * e^x − 1 in pure Java arithmetic, so that every JDK and every machine computes the same bits ({@code Math.exp} and
 * {@code Math.tanh} differ by up to 2 ulp between JDK 17 and 25). tanh, σ and their derivatives are built on it.
 *
 * <p>x = k·ln 2 + r with |r| ≤ ½ ln 2; e^r − 1 by its Taylor series to r¹³ (remainder below 2⁻⁵⁶); then
 * e^x − 1 = 2^k·(e^r − 1) + (2^k − 1), which cancels nowhere.
 *
 * <p>Accuracy: below 1.5 ulp for 0 ≤ x ≤ 700 (ElementaryAccuracyTest, against 40 digits).
 */
final class Exponential {
    private static final double LN_2_HIGH = 0x1.62e42feep-1;
    private static final double LN_2_LOW = 0x1.a39ef35793c76p-33;
    private static final double LOG2_E = 0x1.71547652b82fep0;
    /** Adding and taking it away rounds to a whole number. */
    private static final double ROUNDER = 0x1.8p52;

    /** e^x of anything below has an exponent that no sum of weights reaches; it keeps −∞ out of the arithmetic. */
    private static final double LEAST = -1e15;

    private Exponential() {}

    /** {@return e^x − 1, for 0 ≤ x ≤ 700} */
    static double expm1(double x) {
        double k = x * LOG2_E + ROUNDER - ROUNDER;
        double high = x - k * LN_2_HIGH;
        double low = k * LN_2_LOW;
        double r = high - low;
        double lost = (high - r) - low;
        double e = expm1Reduced(r);
        e += lost + lost * e;
        double power = powerOfTwo((int) k);
        return power * e + (power - 1);
    }

    /** {@return e^x for x ≤ 0 as a number that can't underflow} */
    static Scaled expOfNegative(double x) {
        x = Math.max(x, LEAST);
        double k = Math.rint(x * LOG2_E);
        double high = x - k * LN_2_HIGH;
        double low = k * LN_2_LOW;
        return new Scaled(1 + expm1Reduced(high - low), (long) k);
    }

    /**
     * The first part of {@link #expm1} for each a = min(stretch·|z|, most): k, as a double whose low bits hold it, r and
     * what r lost.
     */
    static void reduce(double[] z, double stretch, double most, double[] k, double[] r, double[] lost) {
        for (int i = 0; i < z.length; i++) {
            double a = Math.min(stretch * Math.abs(z[i]), most);
            double rounded = a * LOG2_E + ROUNDER;
            double whole = rounded - ROUNDER;
            double high = a - whole * LN_2_HIGH;
            double low = whole * LN_2_LOW;
            double rest = high - low;
            k[i] = rounded;
            r[i] = rest;
            lost[i] = (high - rest) - low;
        }
    }

    /** The second part: the series of e^r − 1 down to r⁷, as a polynomial that is still to be multiplied. */
    static void seriesHead(double[] r, double[] p) {
        for (int i = 0; i < r.length; i++) {
            p[i] = head(r[i]);
        }
    }

    /** The third part: p ← e^r − 1 with what r lost. */
    static void seriesTail(double[] r, double[] lost, double[] p) {
        for (int i = 0; i < r.length; i++) {
            double e = tail(r[i], p[i]);
            p[i] = e + (lost[i] + lost[i] * e);
        }
    }

    /** The last part: 2^k of each k that {@link #reduce} left in the low bits of a double. */
    static void powersOfTwo(double[] k) {
        for (int i = 0; i < k.length; i++) {
            k[i] = Double.longBitsToDouble((Double.doubleToRawLongBits(k[i]) + Double.MAX_EXPONENT) << 52);
        }
    }

    private static double powerOfTwo(int k) {
        return Double.longBitsToDouble((long) (k + Double.MAX_EXPONENT) << 52);
    }

    private static double expm1Reduced(double r) {
        return tail(r, head(r));
    }

    private static double head(double r) {
        double p = 1.0 / 6227020800.0;
        p = p * r + 1.0 / 479001600.0;
        p = p * r + 1.0 / 39916800.0;
        p = p * r + 1.0 / 3628800.0;
        p = p * r + 1.0 / 362880.0;
        p = p * r + 1.0 / 40320.0;
        return p * r + 1.0 / 5040.0;
    }

    private static double tail(double r, double head) {
        double p = head * r + 1.0 / 720.0;
        p = p * r + 1.0 / 120.0;
        p = p * r + 1.0 / 24.0;
        p = p * r + 1.0 / 6.0;
        p = p * r + 0.5;
        return r + r * r * p;
    }
}
