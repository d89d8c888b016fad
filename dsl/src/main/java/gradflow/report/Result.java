package gradflow.report;

/**
 * An answer. It implements one method, {@link #report()}; every form follows from that, so that a new result costs one
 * method and a new format one renderer.
 *
 * <p>Each form is a string of lines with a line feed between them, and none after the last.
 */
public interface Result {

    /** {@return what this answer shows: title, facts, table, closing lines} */
    Report report();

    /** {@return the report with every row, where the table would leave rows out} */
    default Report all() {
        return report().all();
    }

    /** {@return a Markdown table, with title and closing lines as paragraphs} */
    default String markdown() {
        return report().markdown();
    }

    /** {@return a LaTeX table in the style of the booktabs package} */
    default String latex() {
        return report().latex();
    }

    /** {@return comma-separated values (RFC 4180): one line of column heads, then every row with all its digits} */
    default String csv() {
        return report().csv();
    }

    /** {@return a JSON object with title, facts, columns and every row with all its digits} */
    default String json() {
        return report().json();
    }

    /** {@return an HTML fragment: a {@code <figure>} with the table} */
    default String html() {
        return report().html();
    }
}
