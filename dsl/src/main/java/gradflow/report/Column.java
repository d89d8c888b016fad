package gradflow.report;

/**
 * A column: its head, in the field's signs, and the one format that its numbers share. Text stands to the left, numbers
 * are aligned on the decimal point.
 *
 * @param head for example ‖∂L/∂h_t‖
 * @param format of the real numbers in it
 */
public record Column(String head, Format format) {

    /** {@return a column of real numbers} */
    public static Column of(String head, Format format) {
        return new Column(head, format);
    }

    /** {@return a column of words, counts or indices} */
    public static Column of(String head) {
        return new Column(head, Format.significant(6));
    }
}
