package gradflow.report;

import gradflow.internal.kernel.Scaled;

/** One entry of a table or a fact. */
public sealed interface Cell {

    /** No entry: an empty place in a table, null in JSON. */
    record Blank() implements Cell {}

    /** Words. */
    record Text(String text) implements Cell {}

    /** A count or an index. */
    record Whole(long value) implements Cell {}

    /** A real number, also far outside the range of a double. A not finite one is shown as ∞, -∞ or undefined. */
    record Real(Scaled value) implements Cell {}

    /** {@return an empty place} */
    static Cell blank() {
        return new Blank();
    }

    /** {@return words} */
    static Cell text(String text) {
        return new Text(text);
    }

    /** {@return a count or an index} */
    static Cell whole(long value) {
        return new Whole(value);
    }

    /** {@return a real number} */
    static Cell real(double value) {
        return new Real(Scaled.of(value));
    }

    /** {@return a real number, also far outside the range of a double} */
    static Cell real(Scaled value) {
        return new Real(value);
    }
}
