package gradflow.experiment;

import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.check.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values along an axis, evenly spaced or by equal factors; and how an array is written in short. */
public final class Spaced {
    /** More would be no axis any more, and no picture. */
    static final int MOST_VALUES = 10_000_000;

    private static final int MOST_LISTED = 12;
    private static final int FEW_LISTED = 3;
    private static final int ULPS = 16;
    private static final MathContext FEW_DIGITS = new MathContext(12);

    private Spaced() {}

    /** {@return n values from a to b, both among them, one step apart, as NumPy's {@code linspace} computes them} */
    public static double[] linspace(double a, double b, int n) {
        String where = call("linspace", a, b, n);
        check("linspace", a, b, n, where, "linspace(0.5, 2, 31)");
        if (!Double.isFinite(b - a)) {
            throw new Refusal(
                    "linspace(a, b, n): b - a must be a finite number, but was " + Numerals.plain(b - a),
                    where,
                    "linspace(0.5, 2, 31)");
        }
        return even(a, b, n);
    }

    /** {@return n values from a to b, both among them, one factor apart} Unlike NumPy's, a and b aren't exponents. */
    public static double[] logspace(double a, double b, int n) {
        String where = call("logspace", a, b, n);
        check("logspace", a, b, n, where, "logspace(0.01, 100, 5)");
        if (!(a > 0) || !(b > 0)) {
            throw new Refusal(
                    "logspace(a, b, n): a and b are the first and the last value, not exponents, and must be positive,"
                            + " but were " + Numerals.plain(a) + " and " + Numerals.plain(b),
                    where,
                    "logspace(0.01, 100, 5), which NumPy writes logspace(-2, 2, 5)");
        }
        return byFactors(a, b, n);
    }

    /** {@return a copy of these whole numbers} */
    public static int[] ints(int... values) {
        return Check.present(values, "ints(…)", "its argument", "ints(null)", "ints(10, 20, 50)")
                .clone();
    }

    /** {@return the whole numbers from the first to the last, both among them} */
    public static int[] rangeClosed(int first, int last) {
        String where = "rangeClosed(" + first + ", " + last + ")";
        Check.atLeast(first, last, "rangeClosed(first, last)", "last", where, "rangeClosed(1, 20)");
        if ((long) last - first >= MOST_VALUES) {
            throw new Refusal(
                    "rangeClosed(first, last): at most 10⁷ values are wanted, but there would be "
                            + ((long) last - first + 1),
                    where,
                    "rangeClosed(1, 20)");
        }
        return IntStream.rangeClosed(first, last).toArray();
    }

    private static void check(String word, double a, double b, int n, String where, String remedy) {
        Check.finite(a, word + "(a, b, n)", "a", where, remedy);
        Check.finite(b, word + "(a, b, n)", "b", where, remedy);
        Check.atLeast(1, n, word + "(a, b, n)", "n", where, remedy);
        int unused = Check.within(1, MOST_VALUES, n, word + "(a, b, n)", "n", where, remedy);
    }

    private static double[] even(double a, double b, int n) {
        double step = (b - a) / (n - 1);
        return between(a, b, n, i -> i * step + a);
    }

    private static double[] byFactors(double a, double b, int n) {
        // b / a can be more than a double
        double root = Math.sqrt(b) / Math.sqrt(a);
        if (Double.isInfinite(root)) {
            double fourth = Math.sqrt(Math.sqrt(b)) / Math.sqrt(Math.sqrt(a));
            return between(a, b, n, i -> {
                double part = StrictMath.pow(fourth, i / (n - 1.0));
                return shortened(a * part * part * part * part);
            });
        }
        return between(a, b, n, i -> {
            double half = StrictMath.pow(root, i / (n - 1.0));
            return shortened(a * half * half);
        });
    }

    /** {@return 64 for 63.99999999999999: of the numbers within the error of a power, one with few digits} */
    private static double shortened(double x) {
        double rounded = new BigDecimal(x).round(FEW_DIGITS).doubleValue();
        return Math.abs(rounded - x) <= ULPS * Math.ulp(x) ? rounded : x;
    }

    private static double[] between(double a, double b, int n, IntToDoubleFunction inner) {
        return IntStream.range(0, n)
                .mapToDouble(i -> i == 0 ? a : i == n - 1 ? b : inner.applyAsDouble(i))
                .toArray();
    }

    /** {@return an expression for these values, that of the word which gives them, or a list; where they are too many, the first of them} */
    static String text(double[] values) {
        int n = values.length;
        if (n > 2 && Arrays.stream(values).allMatch(Double::isFinite)) {
            double a = values[0];
            double b = values[n - 1];
            if (Arrays.equals(values, even(a, b, n))) {
                return call("linspace", a, b, n);
            }
            if (n > FEW_LISTED && a > 0 && b > 0 && Arrays.equals(values, byFactors(a, b, n))) {
                return call("logspace", a, b, n);
            }
        }
        return "new double[] {"
                + listed(n, Arrays.stream(values).mapToObj(Numerals::plain).toArray(String[]::new)) + "}";
    }

    /** {@return an expression for these values, that of the word which gives them, or a list; where they are too many, the first of them} */
    static String text(int[] values) {
        int n = values.length;
        if (n > FEW_LISTED
                && Arrays.equals(
                        values, IntStream.range(values[0], values[0] + n).toArray())) {
            return "rangeClosed(" + values[0] + ", " + values[n - 1] + ")";
        }
        return "ints("
                + listed(n, Arrays.stream(values).mapToObj(String::valueOf).toArray(String[]::new)) + ")";
    }

    private static String listed(int n, String[] values) {
        return n <= MOST_LISTED
                ? String.join(", ", values)
                : Arrays.stream(values).limit(FEW_LISTED).collect(Collectors.joining(", ")) + ", … /* " + n
                        + " values */";
    }

    private static String call(String word, double a, double b, int n) {
        return word + "(" + Numerals.plain(a) + ", " + Numerals.plain(b) + ", " + n + ")";
    }
}
