package gradflow.internal.check;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers as text, the same on every JDK. {@code Double.toString} isn't: up to JDK 18 it prints more digits than the
 * shortest that read back as the same number.
 */
public final class Numerals {
    private static final int MOST_DIGITS = 17;
    private static final int SHORT_EXPONENT = 7;

    private Numerals() {}

    /** {@return the shortest decimal that reads back as {@code x}, as a person would type it: 0.5, 20, 1e-9, NaN} */
    public static String plain(double x) {
        if (!Double.isFinite(x)) {
            return Double.isNaN(x) ? "NaN" : x > 0 ? "Infinity" : "-Infinity";
        }
        if (x == 0) {
            return 1 / x < 0 ? "-0.0" : "0";
        }
        BigDecimal exact = new BigDecimal(x);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            shortest = exact.round(new MathContext(digits));
            if (shortest.doubleValue() == x) {
                break;
            }
        }
        shortest = shortest.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -SHORT_EXPONENT + 2 && exponent < SHORT_EXPONENT) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (x < 0 ? "-" : "") + mantissa + "e" + exponent;
    }
}
