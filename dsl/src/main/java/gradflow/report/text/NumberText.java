package gradflow.report.text;

import gradflow.internal.check.Numerals;
import gradflow.internal.kernel.Scaled;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as text, from their decimal digits alone: {@code String.format} and {@code Double.toString} differ between
 * JDKs, and know no number beyond a double.
 */
public final class NumberText {
    private static final BigDecimal MOST_FIXED = BigDecimal.TEN.pow(15);

    /** A number beyond 2^±1000 is never written with fixed decimals; within, its exact digits are few enough to have. */
    private static final int MOST_FIXED_EXPONENT = 1000;

    private static final int ALL_DIGITS = 1100;
    private static final int LEAST_PLAIN_EXPONENT = -4;
    private static final int ROUND_TRIP_DIGITS = 17;

    private NumberText() {}

    public static String scientific(Scaled x, int decimals) {
        return isWord(x) ? word(x) : powerOfTen(x.toDecimal(decimals + 1), decimals);
    }

    public static String fixed(Scaled x, int decimals) {
        if (x.significand() == 0) {
            return BigDecimal.ZERO.setScale(decimals).toPlainString();
        }
        if (isWord(x)) {
            return word(x);
        }
        if (Math.abs(x.exponent()) > MOST_FIXED_EXPONENT) {
            return scientific(x, decimals);
        }
        BigDecimal rounded = x.toDecimal(ALL_DIGITS).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 || rounded.abs().compareTo(MOST_FIXED) > 0
                ? scientific(x, decimals)
                : rounded.toPlainString();
    }

    public static String significant(Scaled x, int digits) {
        if (isWord(x)) {
            return word(x);
        }
        BigDecimal rounded = x.toDecimal(digits).stripTrailingZeros();
        long exponent = exponent(rounded);
        return exponent < LEAST_PLAIN_EXPONENT || exponent >= digits
                ? powerOfTen(rounded, rounded.precision() - 1)
                : rounded.toPlainString();
    }

    /**
     * {@return the shortest numeral that reads back as the same double, or 17 digits where no double has this value}
     *
     * @param x a finite number
     */
    public static String whole(Scaled x) {
        double value = x.value();
        return Scaled.of(value).equals(x) ? Numerals.plain(value) : scientific(x, ROUND_TRIP_DIGITS - 1);
    }

    private static boolean isWord(Scaled x) {
        return x.significand() == 0 || !x.isFinite();
    }

    private static String word(Scaled x) {
        return x.significand() == 0
                ? "0"
                : Double.isNaN(x.significand()) ? "undefined" : x.significand() > 0 ? "∞" : "-∞";
    }

    /** As C writes it: a sign and at least two digits in the exponent. */
    private static String powerOfTen(BigDecimal rounded, int decimals) {
        String digits = rounded.unscaledValue().abs().toString();
        // An exact number can have fewer digits than were asked for.
        String all = digits + "0".repeat(decimals + 1 - digits.length());
        String mantissa = decimals == 0 ? all : all.charAt(0) + "." + all.substring(1);
        long exponent = exponent(rounded);
        String size = Long.toString(Math.abs(exponent));
        return (rounded.signum() < 0 ? "-" : "")
                + mantissa
                + (exponent < 0 ? "e-" : "e+")
                + (size.length() < 2 ? "0" : "")
                + size;
    }

    private static long exponent(BigDecimal x) {
        return (long) x.precision() - x.scale() - 1;
    }
}
