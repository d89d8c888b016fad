package gradflow.report;

import gradflow.internal.check.Check;

/**
 * How a report is written for a terminal.
 *
 * <pre>{@code
 * report.text(TextStyle.columns(120).ascii())
 * }</pre>
 *
 * @param width columns of the terminal
 * @param signs whether it shows signs beyond ASCII: ‖∂L/∂h_t‖ or ||dL/dh_t||
 * @param bars whether the bars of a table are drawn
 * @param spoken whether a table is a line a row, in which each number stands behind its head, as one would read it out
 */
public record TextStyle(int width, boolean signs, boolean bars, boolean spoken) {
    private static final int USUAL_WIDTH = 80;

    /** Refuses a width below 1. */
    public TextStyle {
        width = Check.atLeast(
                1, width, "columns(n)", "n", "TextStyle.columns(" + width + ")", "columns(80), the usual width");
    }

    /** {@return 80 columns, with all signs and bars} */
    public static TextStyle usual() {
        return columns(USUAL_WIDTH);
    }

    /** {@return so many columns, with all signs and bars} */
    public static TextStyle columns(int width) {
        return new TextStyle(width, true, true, false);
    }

    /** {@return this style in ASCII alone} */
    public TextStyle ascii() {
        return new TextStyle(width, false, bars, spoken);
    }

    /** {@return this style without bars beside the table} */
    public TextStyle noBars() {
        return new TextStyle(width, signs, false, spoken);
    }

    /** {@return this style for ears, as a screen reader has them: {@code t 19: norm of ∂L/∂h_t 1.117, ratio 0.559}} */
    public TextStyle forEars() {
        return new TextStyle(width, signs, false, true);
    }
}
