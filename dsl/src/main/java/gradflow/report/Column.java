package gradflow.report;

/**
 * A column: its head, in the field's signs, and the one format that its numbers share. Text stands to the left, numbers
 * are aligned on the decimal point.
 *
 * @param head for example ‖∂L/∂h_t‖
 * @param format of the real numbers in it
 * @param whole whether its words are kept whole before those of other columns
 */
public record Column(String head, Format format, boolean whole) {

    /**
     * {@return a column of words that are to be typed: where they don't fit beside the others they stand below, and are cut
     * short only where the terminal is too narrow for them and eight letters of the first column}
     */
    public static Column typed(String head) {
        return new Column(head, Format.significant(6), true);
    }

    /** {@return a column of real numbers} */
    public static Column of(String head, Format format) {
        return new Column(head, format, false);
    }

    /** {@return a column of words, counts or indices} */
    public static Column of(String head) {
        return new Column(head, Format.significant(6), false);
    }
}
