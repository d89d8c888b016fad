package gradflow.repl.display;

import gradflow.internal.check.Numerals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * One format for numbers that stand together: as many decimals as the largest needs for so many digits, less the zeros that
 * all would end in. {@code String.format} is not used, since its rounding differs between Java versions.
 */
final class Digits {
    /** As many as a person reads with ease. */
    static final int USUAL = 6;

    private static final int MOST_EXPONENT = 6;
    private static final int LEAST_EXPONENT = -5;
    private static final int WIDEST_RANGE = 4;

    private final boolean scientific;
    private final int decimals;

    private Digits(boolean scientific, int decimals) {
        this.scientific = scientific;
        this.decimals = decimals;
    }

    static Digits of(double[] values, int significant) {
        int[] exponents = Arrays.stream(values)
                .filter(x -> Double.isFinite(x) && x != 0)
                .mapToInt(x -> exponent(new BigDecimal(x)))
                .sorted()
                .toArray();
        if (exponents.length == 0) {
            return new Digits(false, 0);
        }
        int low = exponents[0];
        int high = exponents[exponents.length - 1];
        boolean fixed = high <= MOST_EXPONENT && low >= LEAST_EXPONENT && high - low <= WIDEST_RANGE;
        Digits most = new Digits(!fixed, Math.max(0, significant - 1 - (fixed ? high : 0)));
        return new Digits(
                !fixed,
                Arrays.stream(values)
                        .filter(Double::isFinite)
                        .mapToInt(x ->
                                Math.max(0, most.rounded(x).stripTrailingZeros().scale()))
                        .max()
                        .orElse(0));
    }

    String text(double x) {
        if (!Double.isFinite(x)) {
            return Numerals.plain(x);
        }
        if (!scientific) {
            return rounded(x).toPlainString();
        }
        if (x == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(x).round(new MathContext(decimals + 1));
        return rounded(x).toPlainString() + "e" + exponent(exact);
    }

    /** {@return {@code x}, or its mantissa, to these decimals} */
    private BigDecimal rounded(double x) {
        BigDecimal exact = new BigDecimal(x);
        if (scientific && x != 0) {
            BigDecimal significant = exact.round(new MathContext(decimals + 1));
            exact = significant.movePointLeft(exponent(significant));
        }
        return exact.setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static int exponent(BigDecimal x) {
        return x.precision() - x.scale() - 1;
    }
}
