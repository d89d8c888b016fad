package gradflow.result;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Scaled;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Curves;
import gradflow.report.Format;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The states h_0..h_T of the forward pass, and how saturated the units are, since each φ′ multiplies the gradient.
 *
 * <p>A unit counts as saturated at step t if φ′(z_t) is at most a tenth of the largest value that φ′ takes (tanh: |h| ≥ 0.949;
 * ReLU: a unit that is off). Of an LSTM or GRU the units of all gates count, and for φ′ stands the slope of a gate as a part
 * of the largest that its function has (σ: ¼, tanh: 1).
 */
public final class States implements Result {
    private final Setting setting;
    private final List<Step> steps;

    /**
     * One step of the forward pass.
     *
     * @param state h_t, {@code [n]}; infinite where a double can't hold it
     * @param cell c_t of an LSTM, {@code [n]}; otherwise empty
     * @param norm ‖h_t‖
     * @param meanModulus the mean of |h_t| over the units
     * @param saturated the share of saturated units, NaN at t = 0
     * @param meanSlope the mean of φ′(z_t), NaN at t = 0
     */
    public record Step(
            List<Double> state,
            List<Double> cell,
            Scaled norm,
            Scaled meanModulus,
            double saturated,
            double meanSlope) {
        /** Copies. */
        public Step {
            state = List.copyOf(state);
            cell = List.copyOf(cell);
        }
    }

    /**
     * @param setting the run
     * @param steps one a step, index t = 0..; fewer than T + 1 if the forward pass broke off
     */
    public States(Setting setting, List<Step> steps) {
        this.setting = setting;
        this.steps = List.copyOf(steps);
    }

    /** {@return h_t, t = 0..T, a copy of shape {@code [n]}} */
    public double[] state(int t) {
        return at("state", t).state().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** {@return c_t of an lstm, t = 0..T, a copy of shape {@code [n]}} */
    public double[] cell(int t) {
        Step step = at("cell", t);
        if (step.cell().isEmpty()) {
            throw new Refusal(
                    "cell(t): only an lstm has a cell",
                    setting.unrolled() + ".states().cell(" + t + ")",
                    "state(" + t + ")");
        }
        return step.cell().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** {@return ‖h_t‖, t = 0..T; infinite where a double can't hold it} */
    public double norm(int t) {
        return at("norm", t).norm().value();
    }

    /** {@return log₁₀‖h_t‖, t = 0..T} */
    public double log10(int t) {
        return at("log10", t).norm().log10();
    }

    /** {@return the share of saturated units at step t = 1..T, from 0 to 1} */
    public double saturated(int t) {
        return steps.get(setting.time("states()", "saturated", t, 1, steps.size() - 1))
                .saturated();
    }

    /** {@return the mean of φ′(z_t) over the units, t = 1..T} */
    public double meanSlope(int t) {
        return steps.get(setting.time("states()", "meanSlope", t, 1, steps.size() - 1))
                .meanSlope();
    }

    private Step at(String word, int t) {
        return steps.get(setting.time("states()", word, t, 0, steps.size() - 1));
    }

    /** {@return a Python script that computes this again with PyTorch, as {@code Unrolled.pytorch()} has it} */
    public String pytorch() {
        return setting.pytorch().get();
    }

    @Override
    public Report report() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("t"),
                Column.of("‖h_t‖", Format.scientific(3)),
                Column.of("mean |h_t|", Format.scientific(3)),
                Column.of("saturated", Format.fixed(2)),
                Column.of("mean φ′", Format.fixed(4))));
        if (!steps.get(0).cell().isEmpty()) {
            columns.add(Column.of("‖c_t‖", Format.scientific(3)));
        }
        Table table = Table.of(columns, steps.size(), this::row);
        double slope =
                steps.stream().skip(1).mapToDouble(Step::meanSlope).average().orElse(Double.NaN);
        String sentence = "over all steps the mean φ′ is " + Sentences.factor(slope)
                + "; saturated: the share of units whose φ′ is at most a tenth of its maximum"
                + (steps.get(0).cell().isEmpty() ? "" : ", over all gates");
        return Report.of(
                        setting.title("states h_t"),
                        setting.facts().get(),
                        table,
                        setting.closing(sentence),
                        setting.provenance("states()", "forward pass, float64"))
                .drawn(
                        steps.get(0).cell().isEmpty()
                                ? Curves.logarithmic("size", 1, 4)
                                : Curves.logarithmic("size", 1, 4, 5));
    }

    private List<Cell> row(int t) {
        Step step = steps.get(t);
        List<Cell> row = new ArrayList<>(List.of(
                Cell.whole(t),
                Cell.real(step.norm()),
                Cell.real(step.meanModulus()),
                t == 0 ? Cell.blank() : Cell.real(step.saturated()),
                t == 0 ? Cell.blank() : Cell.real(step.meanSlope())));
        if (!step.cell().isEmpty()) {
            row.add(Cell.real(
                    Math.sqrt(step.cell().stream().mapToDouble(c -> c * c).sum())));
        }
        return row;
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
