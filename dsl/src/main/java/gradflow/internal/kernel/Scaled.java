package gradflow.internal.kernel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number with a range that no gradient leaves: significand · 2^exponent, where the significand is 0 or has a modulus
 * in [1, 2). Not finite significands (an overflowed state, an undefined ratio) keep exponent 0.
 *
 * @param significand 0, or ±[1, 2), or not finite
 * @param exponent the power of two
 */
public record Scaled(double significand, long exponent) implements Comparable<Scaled> {
    /** 0. */
    public static final Scaled ZERO = new Scaled(0, 0);

    /** log₁₀ 2 = HIGH + LOW; HIGH has 32 bits, so that its product with an exponent is exact. */
    private static final double LOG10_2_HIGH = 0x1.34413508p-2;

    private static final double LOG10_2_LOW = 0x1.f79fef311f12bp-34;
    private static final double LN_2_HIGH = 0x1.62e42feep-1;
    private static final double LN_2_LOW = 0x1.a39ef35793c76p-33;
    private static final int LEAST_EXPONENT = -1200;
    private static final int MOST_EXPONENT = 1100;

    /** Normalises. */
    public Scaled {
        if (significand == 0 || !Double.isFinite(significand)) {
            exponent = 0;
        } else {
            int shift = Math.getExponent(significand);
            if (shift < Double.MIN_EXPONENT) {
                significand *= 0x1p100;
                exponent -= 100;
                shift = Math.getExponent(significand);
            }
            significand = Math.scalb(significand, -shift);
            exponent += shift;
        }
    }

    /** {@return x} */
    public static Scaled of(double x) {
        return new Scaled(x, 0);
    }

    /** {@return the nearest double: 0 or infinite where it lies outside the range of a double} */
    public double value() {
        return Math.scalb(significand, (int) Math.max(LEAST_EXPONENT, Math.min(MOST_EXPONENT, exponent)));
    }

    /** {@return log₁₀ of the modulus, to the last digits also far outside the range of a double; −∞ for 0} */
    public double log10() {
        double magnitude = Math.abs(significand);
        return exponent * LOG10_2_HIGH + (exponent * LOG10_2_LOW + StrictMath.log10(magnitude));
    }

    /** {@return the natural logarithm of the modulus; −∞ for 0} */
    public double ln() {
        double magnitude = Math.abs(significand);
        return exponent * LN_2_HIGH + (exponent * LN_2_LOW + StrictMath.log(magnitude));
    }

    /** {@return this · other} */
    public Scaled times(Scaled other) {
        return new Scaled(significand * other.significand, exponent + other.exponent);
    }

    /** {@return this / other; 0 / 0 is NaN} */
    public Scaled over(Scaled other) {
        return new Scaled(significand / other.significand, exponent - other.exponent);
    }

    /** {@return this + other} */
    public Scaled plus(Scaled other) {
        if (significand == 0 || !other.isFinite()) {
            return other;
        }
        if (other.significand == 0 || !isFinite()) {
            return this;
        }
        long shift = Math.max(LEAST_EXPONENT, Math.min(MOST_EXPONENT, other.exponent - exponent));
        return shift <= 0
                ? new Scaled(significand + Math.scalb(other.significand, (int) shift), exponent)
                : other.plus(this);
    }

    /** {@return this^n, n ≥ 0, by squaring} */
    public Scaled power(int n) {
        Scaled result = of(1);
        Scaled square = this;
        for (int rest = n; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = result.times(square);
            }
            square = square.times(square);
        }
        return result;
    }

    /** {@return whether this is neither infinite nor undefined} */
    public boolean isFinite() {
        return Double.isFinite(significand);
    }

    /** {@return the decimal value, rounded half to even to {@code digits} significant digits} */
    public BigDecimal toDecimal(int digits) {
        MathContext wide = new MathContext(digits + 25, RoundingMode.HALF_EVEN);
        BigDecimal exact = new BigDecimal(significand);
        // Within the range of a double 2^e has so few digits that the product is exact, and so is the rounding.
        BigDecimal power = Math.abs(exponent) <= 1100
                ? new BigDecimal(Math.scalb(1.0, (int) Math.max(-1000, Math.min(1000, exponent))))
                        .multiply(new BigDecimal(Math.scalb(
                                1.0, (int) (exponent - Math.max(-1000, Math.min(1000, exponent))))))
                : new BigDecimal(2).pow(Math.toIntExact(exponent), wide);
        return exact.multiply(power).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    @Override
    public int compareTo(Scaled other) {
        if (significand == 0 || other.significand == 0 || !isFinite() || !other.isFinite()) {
            return Double.compare(significand, other.significand);
        }
        if (significand > 0 != other.significand > 0) {
            return significand > 0 ? 1 : -1;
        }
        int byExponent = Long.compare(exponent, other.exponent);
        int byModulus =
                byExponent != 0 ? byExponent : Double.compare(Math.abs(significand), Math.abs(other.significand));
        return significand > 0 ? byModulus : -byModulus;
    }
}
