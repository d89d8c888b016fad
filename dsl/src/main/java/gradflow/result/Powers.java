package gradflow.result;

import gradflow.internal.check.Check;
import gradflow.internal.kernel.Scaled;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Curves;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import java.util.List;

/**
 * What T steps leave of a gradient, weight by weight: w^T for the linear network, and beside it the true ∂h_T/∂h_0 of
 * h_t = tanh(w·h_{t-1}), h_0 = 0.1. Textbooks show the first and call it the second; for w &gt; 1 they part by orders of
 * magnitude, since the state settles where tanh is flat.
 */
public final class Powers implements Result {
    private final int steps;
    private final String expression;
    private final List<Row> rows;

    /**
     * One weight.
     *
     * @param w the weight
     * @param power w^T
     * @param saturating ∂h_T/∂h_0 of the tanh network
     */
    public record Row(double w, Scaled power, Scaled saturating) {}

    /**
     * @param steps T
     * @param expression that asks for this
     * @param rows one a weight
     */
    public Powers(int steps, String expression, List<Row> rows) {
        this.steps = steps;
        this.expression = expression;
        this.rows = List.copyOf(rows);
    }

    /** {@return w^T of the i-th weight, i from 0} */
    public double power(int i) {
        return at("power", i).power().value();
    }

    /** {@return ∂h_T/∂h_0 of the tanh network with the i-th weight, i from 0} */
    public double saturating(int i) {
        return at("saturating", i).saturating().value();
    }

    private Row at(String word, int i) {
        Check.within(0, rows.size() - 1, i, word + "(i)", "i", expression + "." + word + "(" + i + ")", word + "(0)");
        return rows.get(i);
    }

    @Override
    public Report report() {
        List<List<Cell>> cells = rows.stream()
                .map(row -> List.of(
                        Cell.real(row.w()),
                        Cell.real(row.power()),
                        Cell.text(left(row.power())),
                        Cell.real(row.saturating()),
                        Cell.text(left(row.saturating()))))
                .toList();
        Table table = Table.of(
                List.of(
                        Column.of("w", Format.significant(6)),
                        Column.of("w^" + steps, Format.scientific(3)),
                        Column.of("linear"),
                        Column.of("∂h_T/∂h_0", Format.scientific(3)),
                        Column.of("tanh")),
                cells);
        return Report.of(
                        "what " + steps + " steps leave of a gradient: h_t = w·h_{t-1} against h_t = tanh(w·h_{t-1})",
                        List.of(Fact.of("T", steps), Fact.of("h_0", 0.1, Format.significant(6))),
                        table,
                        List.of(
                                "a weight above 1 makes the linear gradient explode; tanh settles where it is flat, and the"
                                        + " gradient vanishes all the same"),
                        new Provenance(expression, "exact powers and products of local derivatives, float64"))
                .drawn(Curves.logarithmic("what is left of the gradient", 1, 3).withLevel());
    }

    private static String left(Scaled factor) {
        double decades = factor.log10();
        if (factor.significand() == 0 || decades <= -3) {
            return "vanished";
        }
        if (decades < -0.1) {
            return "fading";
        }
        return decades <= 0.1 ? "kept" : decades < 3 ? "growing" : "exploded";
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
