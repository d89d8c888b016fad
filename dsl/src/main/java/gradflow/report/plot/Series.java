package gradflow.report.plot;

import gradflow.internal.kernel.Scaled;
import gradflow.report.text.FlatText;
import java.util.List;

/**
 * Points that belong together.
 *
 * @param name as a legend has it
 * @param points in order
 */
public record Series(String name, List<Point> points) {

    /** Copies; a name stands on one line. */
    public Series {
        name = FlatText.of(name);
        points = List.copyOf(points);
    }

    /**
     * One point, as it was computed.
     *
     * @param x along the first axis
     * @param y along the second, also beyond the range of a double
     */
    public record Point(Scaled x, Scaled y) {}
}
