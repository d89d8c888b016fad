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

    /** The largest n that {@link BigDecimal#pow(int, MathContext)} takes. */
    private static final int MOST_POWER = 999_999_999;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

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

    /** {@return e^x, to a relative error of about 1e-16·|x|} */
    public static Scaled exp(double x) {
        if (!Double.isFinite(x)) {
            return of(StrictMath.exp(x));
        }
        long whole = Math.round(x / (LN_2_HIGH + LN_2_LOW));
        return new Scaled(StrictMath.exp((x - whole * LN_2_HIGH) - whole * LN_2_LOW), whole);
    }

    /** {@return the nearest double: 0 or infinite where it lies outside the range of a double} */
    public double value() {
        return Math.scalb(significand, (int) Math.max(LEAST_EXPONENT, Math.min(MOST_EXPONENT, exponent)));
    }

    /** {@return log₁₀ of the modulus, to the last digits also far outside the range of a double; −∞ for 0} */
    public double log10() {
        return fitsDouble()
                ? StrictMath.log10(Math.abs(value()))
                : exponent * LOG10_2_HIGH + (exponent * LOG10_2_LOW + StrictMath.log10(Math.abs(significand)));
    }

    /** {@return the natural logarithm of the modulus; −∞ for 0} */
    public double ln() {
        return fitsDouble()
                ? StrictMath.log(Math.abs(value()))
                : exponent * LN_2_HIGH + (exponent * LN_2_LOW + StrictMath.log(Math.abs(significand)));
    }

    /** Then the logarithm is taken at once: next to 1 the sum of two logarithms would cancel. */
    private boolean fitsDouble() {
        return exponent >= Double.MIN_EXPONENT && exponent <= Double.MAX_EXPONENT;
    }

    /** {@return this · other} */
    public Scaled times(Scaled other) {
        return new Scaled(significand * other.significand, exponent + other.exponent);
    }

    /** {@return this / other; 0 / 0 is NaN} */
    public Scaled over(Scaled other) {
        return new Scaled(significand / other.significand, exponent - other.exponent);
    }

    /** {@return this + other; ∞ − ∞ is NaN} */
    public Scaled plus(Scaled other) {
        if (significand == 0) {
            return other;
        }
        if (other.significand == 0) {
            return this;
        }
        if (!isFinite() || !other.isFinite()) {
            return of(significand + other.significand);
        }
        if (exponent < other.exponent) {
            return other.plus(this);
        }
        int shift = (int) Math.max(LEAST_EXPONENT, other.exponent - exponent);
        return new Scaled(significand + Math.scalb(other.significand, shift), exponent);
    }

    /** {@return |this|} */
    public Scaled modulus() {
        return new Scaled(Math.abs(significand), exponent);
    }

    /** {@return √this, of a number that isn't negative} */
    public Scaled squareRoot() {
        long odd = exponent & 1;
        return new Scaled(Math.sqrt(significand * (1 + odd)), (exponent - odd) / 2);
    }

    /** {@return the n-th root, n ≥ 1, of a number that isn't negative} */
    public Scaled root(int n) {
        if (n == 1 || significand == 0 || !isFinite()) {
            return this;
        }
        long whole = Math.floorDiv(exponent, n);
        double rest = (exponent - whole * n) * (LN_2_HIGH + LN_2_LOW) + StrictMath.log(significand);
        return new Scaled(StrictMath.exp(rest / n), whole);
    }

    /** {@return this^n, n ≥ 0, the nearest such number or, rarely, the one beside it} */
    public Scaled power(int n) {
        if (!isFinite()) {
            return of(StrictMath.pow(significand, n));
        }
        Doubled result = new Doubled(1, 0, 0);
        Doubled square = new Doubled(significand, 0, exponent);
        for (int rest = n; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = result.times(square);
            }
            square = square.times(square);
        }
        return new Scaled(result.high, result.exponent);
    }

    /** (high + low)·2^exponent, twice as many digits: squaring in plain doubles would double the error each time. */
    private record Doubled(double high, double low, long exponent) {
        Doubled times(Doubled other) {
            double product = high * other.high;
            double rest = Math.fma(high, other.high, -product) + (high * other.low + low * other.high);
            double sum = product + rest;
            int shift = sum == 0 ? 0 : Math.getExponent(sum);
            return new Doubled(
                    Math.scalb(sum, -shift),
                    Math.scalb(rest - (sum - product), -shift),
                    exponent + other.exponent + shift);
        }
    }

    /** {@return whether this is neither infinite nor undefined} */
    public boolean isFinite() {
        return Double.isFinite(significand);
    }

    /**
     * {@return the decimal value, rounded half to even to {@code digits} significant digits}
     *
     * <p>Within the range of a normal double the exact value is rounded once. Beyond it, the power of two is taken to 25
     * digits more than asked for.
     *
     * @throws NumberFormatException if this is not finite
     */
    public BigDecimal toDecimal(int digits) {
        MathContext rounding = new MathContext(digits, RoundingMode.HALF_EVEN);
        if (fitsDouble()) {
            return new BigDecimal(value()).round(rounding);
        }
        MathContext wide = new MathContext(digits + 25, RoundingMode.HALF_EVEN);
        return new BigDecimal(significand).multiply(powerOfTwo(exponent, wide)).round(rounding);
    }

    private static BigDecimal powerOfTwo(long n, MathContext wide) {
        if (Math.abs(n) <= MOST_POWER) {
            return TWO.pow((int) n, wide);
        }
        BigDecimal half = powerOfTwo(n / 2, wide);
        return half.multiply(half, wide).multiply(powerOfTwo(n % 2, wide), wide);
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
