package gradflow.model;

import gradflow.internal.check.Numerals;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The text of the nouns, as a person types it. */
final class Expression {
    private static final int MOST_ENTRIES = 64;

    private Expression() {}

    /** {@return {@code word(a, b)}} */
    static String call(String word, double... arguments) {
        return word + "(" + joined(arguments) + ")";
    }

    /** {@return {@code word(a, b)}} */
    static String call(String word, List<Double> arguments) {
        return call(word, arguments.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** {@return the matrix with its entries, or with its shape alone where they would fill the screen} */
    static String matrix(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        return rows.length * (long) columns > MOST_ENTRIES
                ? "matrix(/* " + rows.length + "×" + columns + " */)"
                : Arrays.stream(rows)
                        .map(row -> "{" + joined(row) + "}")
                        .collect(Collectors.joining(", ", "matrix(new double[][] {", "})"));
    }

    private static String joined(double[] values) {
        return Arrays.stream(values).mapToObj(Numerals::plain).collect(Collectors.joining(", "));
    }
}
