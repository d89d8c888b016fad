package gradflow.notes;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Whether a number that stands in a note is the one that was computed. Relative: 1e-17 is not 0, and 3.2e-13 is not
 * 7.9e-15.
 */
final class Numbers {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final MathContext SHORT = new MathContext(2, RoundingMode.HALF_EVEN);

    private Numbers() {}

    /**
     * {@return why the numbers differ, or an empty text if they don't}
     *
     * @param want as the note has it
     * @param got with all digits
     */
    static String difference(String want, String got, Tolerance tolerance) {
        if (canonical(want).equals(canonical(got))) {
            return "";
        }
        if (isWord(want) || isWord(got)) {
            return isWord(want) && isWord(got) ? "these are different" : "one is finite and the other is not";
        }
        BigDecimal wanted = new BigDecimal(want);
        BigDecimal found = new BigDecimal(got);
        BigDecimal apart = wanted.subtract(found).abs();
        if (apart.signum() == 0 || apart.compareTo(BigDecimal.valueOf(tolerance.absolute())) <= 0) {
            return "";
        }
        if (wanted.signum() == 0 || found.signum() == 0) {
            return "only 0 equals 0" + (tolerance.absolute() > 0 ? ", or what is within atol" : "");
        }
        boolean integer = want.matches("[-+]?\\d+");
        boolean single = wanted.unscaledValue().abs().toString().length() == 1;
        BigDecimal half = integer || single ? BigDecimal.ZERO : HALF.scaleByPowerOfTen(-wanted.scale());
        BigDecimal relative = integer && got.matches("[-+]?\\d+")
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(tolerance.relative()).multiply(wanted.abs());
        BigDecimal allowed = half.add(relative);
        if (apart.compareTo(allowed) <= 0) {
            return "";
        }
        String reason = half.signum() == 0
                ? integer ? "a whole number is exact" : "tol"
                : half.compareTo(relative) >= 0 ? "half a unit in the last printed digit" : "tol";
        return "relative difference " + brief(apart, wanted.abs()) + " > " + brief(allowed, wanted.abs()) + " ("
                + reason + ")";
    }

    private static boolean isWord(String number) {
        return !number.matches(".*\\d.*");
    }

    private static String canonical(String number) {
        String plain = number.startsWith("+") ? number.substring(1) : number;
        return plain.replace("∞", "Infinity").replace("undefined", "NaN");
    }

    private static String brief(BigDecimal part, BigDecimal whole) {
        if (part.signum() == 0) {
            return "0";
        }
        BigDecimal ratio = part.divide(whole, MathContext.DECIMAL64).round(SHORT);
        int exponent = ratio.precision() - ratio.scale() - 1;
        String size = Integer.toString(Math.abs(exponent));
        return ratio.movePointLeft(exponent).setScale(1, RoundingMode.HALF_EVEN)
                + (exponent < 0 ? "e-" : "e+")
                + (size.length() < 2 ? "0" : "")
                + size;
    }
}
