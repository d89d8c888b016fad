package gradflow.report;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import gradflow.report.plot.Plot;
import java.nio.file.Path;

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

    /** {@return a picture of this answer, which shows itself in a terminal; refused where there is no series to draw} */
    default Plot plot() {
        return report().plot();
    }

    /** {@return the picture of this answer as an SVG document} */
    default String svg() {
        return plot().svg();
    }

    /** {@return the file of this name, with the picture of this answer as SVG; one that is there is replaced} */
    @CanIgnoreReturnValue
    default Path svg(String path) {
        return plot().svg(path);
    }

    /** {@return the file of this name, with the picture of this answer as PNG; one that is there is replaced} */
    @CanIgnoreReturnValue
    default Path png(String path) {
        return plot().png(path);
    }

    /** {@return the file of this name, with the picture of this answer for LaTeX's pgfplots; one that is there is replaced} */
    @CanIgnoreReturnValue
    default Path tex(String path) {
        return plot().tex(path);
    }
}
