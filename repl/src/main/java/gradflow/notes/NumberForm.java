package gradflow.notes;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A number to so many significant digits, zeros at the end among them: 0.900, 3.10e-09. */
final class NumberForm {
    private static final int LEAST_PLAIN = -4;
    private static final int MOST_WHOLE = 7;

    private NumberForm() {}

    static String of(double number, int digits) {
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= digits && exponent < MOST_WHOLE && number == Math.rint(number)) {
            // Rounding a whole number would only hide digits that take no more room.
            return new BigDecimal(number).toPlainString();
        }
        if (exponent < LEAST_PLAIN || exponent >= digits) {
            String all = rounded.unscaledValue().abs().toString();
            String padded = all + "0".repeat(Math.max(0, digits - all.length()));
            String size = Integer.toString(Math.abs(exponent));
            return (number < 0 ? "-" : "")
                    + padded.charAt(0)
                    + (digits == 1 ? "" : "." + padded.substring(1, digits))
                    + (exponent < 0 ? "e-" : "e+")
                    + (size.length() < 2 ? "0" : "")
                    + size;
        }
        return rounded.setScale(Math.max(digits - 1 - exponent, 0), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
