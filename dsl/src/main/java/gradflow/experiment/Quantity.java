package gradflow.experiment;

import gradflow.internal.check.Check;
import gradflow.internal.check.Literals;
import gradflow.internal.check.Refusal;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Format;
import gradflow.report.plot.Axis;
import gradflow.report.plot.Scale;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sweep changes: a name, and the values that it takes, in the order in which they were given. */
final class Quantity {
    private static final String USAGE = "name, values, …)";
    private static final int USUAL_DIGITS = 6;
    private static final int DIGITS_OF_HEADS = 4;
    private static final int FEW = 16;
    private static final int MOST_DIGITS = 17;
    private static final double LEAST_RATIO = 10;

    private final String name;
    private final double[] values;
    private final boolean whole;
    private final String arguments;

    private Quantity(String name, double[] values, boolean whole, String arguments) {
        this.name = name;
        this.values = values;
        this.whole = whole;
        this.arguments = arguments;
    }

    /**
     * {@return a quantity of real values, or refuses a missing name, no values, and one that isn't finite}
     *
     * @param call what stands before the arguments, as {@code sweep(}
     */
    static Quantity real(String call, @Nullable String name, double @Nullable [] values) {
        return checked(
                call, name, values, false, values == null ? "null" : Spaced.text(values), "linspace(0.5, 2, 31)");
    }

    /**
     * {@return a quantity of whole values, or refuses a missing name and no values}
     *
     * @param call what stands before the arguments, as {@code sweep(}
     */
    static Quantity whole(String call, @Nullable String name, int @Nullable [] values) {
        double @Nullable [] doubles =
                values == null ? null : Arrays.stream(values).asDoubleStream().toArray();
        return checked(call, name, doubles, true, values == null ? "null" : Spaced.text(values), "ints(10, 20, 50)");
    }

    private static Quantity checked(
            String call, @Nullable String name, double @Nullable [] values, boolean whole, String text, String remedy) {
        String word = word(call) + USAGE;
        String quoted = name == null ? "null" : Literals.quoted(name);
        String where = call + quoted + ", " + text + ", …)";
        String better = word(call) + (name == null ? "\"g\"" : quoted) + ", " + remedy + ", …)";
        String given = Check.present(name, word, "name", where, better);
        double[] all = Check.present(values, word, "values", where, better).clone();
        if (all.length == 0) {
            throw new Refusal(word + ": at least one value is wanted", where, better);
        }
        for (double value : all) {
            Check.finite(value, word, "each value", where, better);
        }
        return new Quantity(given, all, whole, quoted + ", " + text);
    }

    /**
     * Refuses a missing function.
     *
     * @param call what stands before the arguments
     * @param function of the values
     * @param lambda how one begins
     */
    void asked(String call, @Nullable Object function, String lambda) {
        String better = word(call) + arguments + ", " + lambda + " …)";
        Check.present(function, word(call) + USAGE, "the function", call + arguments + ", null)", better);
    }

    /** {@return the last word of a chain, as {@code by(}} */
    private static String word(String call) {
        return call.substring(call.lastIndexOf('.') + 1);
    }

    String name() {
        return name;
    }

    /** {@return name and values as the arguments of a call} */
    String arguments() {
        return arguments;
    }

    /** {@return the name, where a variable may be called so; otherwise x} */
    String variable() {
        return name.matches("[\\p{L}_][\\p{L}\\p{N}_]*") ? name : "x";
    }

    int size() {
        return values.length;
    }

    /** {@return the i-th value, from 0} */
    double at(int i) {
        return values[i];
    }

    /** {@return the i-th value of whole ones} */
    int wholeAt(int i) {
        return (int) values[i];
    }

    /** {@return a copy of the first values} */
    double[] first(int count) {
        return Arrays.copyOf(values, count);
    }

    /** {@return g = 0.75} */
    String text(int i) {
        return text(values[i]);
    }

    /** {@return g = 0.75} */
    String text(double value) {
        return name + " = " + number(value);
    }

    /** {@return a value along this axis, with as many digits as tell neighbours apart} */
    String number(double value) {
        return format().text(value);
    }

    /** {@return g = 0.75, with few digits, as the head of a column} */
    String head(int i) {
        return name + " = " + format(DIGITS_OF_HEADS).text(values[i]);
    }

    Column column() {
        return Column.of(name, format());
    }

    Cell cell(int i) {
        return whole ? Cell.whole(wholeAt(i)) : Cell.real(values[i]);
    }

    private Format format() {
        return format(USUAL_DIGITS);
    }

    /** So many digits, or more where neighbours need them. */
    private Format format(int usual) {
        double[] sorted = Arrays.stream(values)
                .map(value -> value + 0.0)
                .sorted()
                .distinct()
                .toArray();
        double most = Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
        double gap = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            gap = Math.min(gap, sorted[i] - sorted[i - 1]);
        }
        int digits = (int) Math.ceil(StrictMath.log10(most / gap)) + 1;
        return Format.significant(Math.max(usual, Math.min(MOST_DIGITS, digits)));
    }

    /**
     * {@return the axis of a picture} It has powers of ten where the values are positive, the largest is ten times the
     * smallest or more, and the middle one is nearer to the geometric than to the arithmetic mean of the two.
     */
    Axis axis() {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        double middle = sorted[sorted.length / 2];
        boolean logarithmic = low > 0
                && high / low >= LEAST_RATIO
                && Math.abs(StrictMath.log(middle) - (StrictMath.log(low) + StrictMath.log(high)) / 2)
                        < Math.abs(StrictMath.log(middle) - StrictMath.log(low / 2 + high / 2));
        return new Axis(
                name,
                logarithmic ? Scale.LOGARITHMIC : Scale.LINEAR,
                values.length <= FEW ? Arrays.stream(values).boxed().toList() : List.of());
    }
}
