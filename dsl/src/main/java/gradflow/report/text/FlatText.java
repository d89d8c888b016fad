package gradflow.report.text;

/** Words that are to stand on one line. */
public final class FlatText {
    private FlatText() {}

    /** {@return {@code text} with line ends and control codes, which would break a table or steer a terminal, as spaces} */
    public static String of(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    }
}
