package gradflow.report;

import gradflow.report.text.FlatText;

/** Cells as a person reads them, on one line; the forms for people share it. */
final class CellText {
    private CellText() {}

    static String of(Cell cell, Format format) {
        if (cell instanceof Cell.Text text) {
            return FlatText.of(text.text());
        }
        if (cell instanceof Cell.Whole whole) {
            return Long.toString(whole.value());
        }
        return cell instanceof Cell.Real real ? format.text(real.value()) : "";
    }

    static boolean isNumber(Cell cell) {
        return cell instanceof Cell.Whole || cell instanceof Cell.Real;
    }
}
