package gradflow.model;

import gradflow.internal.check.Literals;
import gradflow.internal.check.Numerals;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The text of the nouns, as a person types it. */
final class Expression {
    private static final int MOST_ENTRIES = 64;
    private static final int MOST_CHARACTERS = 60;

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

    /** {@return the text as a string literal} */
    static String quoted(String text) {
        return Literals.quoted(text);
    }

    /** {@return the text as a string literal has it between its quotes} */
    static String escaped(String text) {
        return Literals.escaped(text);
    }

    /** {@return a stranger's text as a message quotes it: cut where it would fill the screen} */
    static String brief(String text) {
        return quoted(cut(text));
    }

    /** {@return the text, or its start} */
    static String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return text.substring(0, end) + "…";
    }

    private static String joined(double[] values) {
        return Arrays.stream(values).mapToObj(Numerals::plain).collect(Collectors.joining(", "));
    }
}
