package gradflow.result;

import gradflow.report.Cell;
import gradflow.report.Format;

/**
 * One measured number that a diagnosis rests on.
 *
 * @param name what was measured
 * @param value the number
 * @param meaning what it says
 */
public record Evidence(String name, Cell value, String meaning) {
    static final Format FORMAT = Format.significant(4);

    String sentence() {
        String number = value instanceof Cell.Whole whole
                ? Long.toString(whole.value())
                : value instanceof Cell.Real real ? FORMAT.text(real.value()) : "";
        return name + ": " + (number.isEmpty() ? "" : number + ", ") + meaning;
    }
}
