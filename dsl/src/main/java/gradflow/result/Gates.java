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
 * What the gates of an LSTM or GRU do, and by which path the gradient comes back.
 *
 * <p>The gradient is that of the whole state s_t = (h_t, c_t), with h_t and c_t as independent. It is the sum of what goes
 * from cell to cell by ∏ diag(f_k) alone (GRU: from h to h by ∏ diag(z_k)), what goes from h to h through W_hh at every step
 * (LSTM), and what changes between the two.
 */
public final class Gates implements Result {
    private final Setting setting;
    private final List<String> letters;
    private final String keeper;
    private final List<Step> steps;
    private final List<Flow> flows;

    /**
     * The gates of one step.
     *
     * @param means the mean over the units, one a gate; of the modulus for the candidate
     * @param spreads the standard deviation over the units, one a gate
     */
    public record Step(List<Double> means, List<Double> spreads) {
        /** Copies. */
        public Step {
            means = List.copyOf(means);
            spreads = List.copyOf(spreads);
        }
    }

    /**
     * Norms of the parts of ∂L/∂s_t.
     *
     * @param kept along the direct path, ∏ f or ∏ z
     * @param recurrent along h alone, through W_hh at every step
     * @param cross along paths that change
     * @param whole of the sum
     */
    public record Flow(Scaled kept, Scaled recurrent, Scaled cross, Scaled whole) {}

    /**
     * @param setting the run
     * @param letters of the gates, in order
     * @param keeper the letter whose product is the direct path
     * @param steps entry t − 1 belongs to t = 1..T
     * @param flows index t = 0..T
     */
    public Gates(Setting setting, List<String> letters, String keeper, List<Step> steps, List<Flow> flows) {
        this.setting = setting;
        this.letters = List.copyOf(letters);
        this.keeper = keeper;
        this.steps = List.copyOf(steps);
        this.flows = List.copyOf(flows);
    }

    /** {@return the mean of a gate over its units at step t = 1..T; for the candidate, of its modulus} */
    public double mean(String gate, int t) {
        return step("mean", t).means().get(index("mean", gate));
    }

    /** {@return the standard deviation of a gate over its units at step t = 1..T} */
    public double spread(String gate, int t) {
        return step("spread", t).spreads().get(index("spread", gate));
    }

    /** {@return the norm of what comes back to t = 0..T by the direct path alone: ∏ f_k (LSTM), ∏ z_k (GRU)} */
    public double direct(int t) {
        return flow("direct", t).kept().value();
    }

    /** {@return the norm of what comes back to t = 0..T through W_hh at every step, from h to h (LSTM; 0 for a GRU)} */
    public double recurrent(int t) {
        return flow("recurrent", t).recurrent().value();
    }

    /** {@return the norm of what comes back to t = 0..T by paths that change} */
    public double cross(int t) {
        return flow("cross", t).cross().value();
    }

    /** {@return the norm of the whole gradient of the state at t = 0..T} */
    public double whole(int t) {
        return flow("whole", t).whole().value();
    }

    private Step step(String word, int t) {
        return steps.get(setting.time("gates()", word, t, 1, setting.steps()) - 1);
    }

    private Flow flow(String word, int t) {
        return flows.get(setting.time("gates()", word, t, 0, setting.steps()));
    }

    private int index(String word, String gate) {
        int index = letters.indexOf(gate);
        if (index < 0) {
            throw new Refusal(
                    word + "(gate, t): the gates are " + String.join(", ", letters) + ", but was " + gate,
                    setting.unrolled() + ".gates()." + word + "(\"" + gate + "\", …)",
                    word + "(\"" + keeper + "\", 1)");
        }
        return index;
    }

    private boolean hasRecurrent() {
        return letters.size() == 4;
    }

    @Override
    public Report report() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("t"));
        letters.forEach(letter -> columns.add(Column.of(letter, Format.fixed(3))));
        columns.add(Column.of("±" + keeper, Format.fixed(3)));
        columns.add(Column.of("∏" + keeper, Format.scientific(2)));
        if (hasRecurrent()) {
            columns.add(Column.of("h to h", Format.scientific(2)));
        }
        columns.add(Column.of(hasRecurrent() ? "cross" : "rest", Format.scientific(2)));
        columns.add(Column.of("whole", Format.scientific(2)));
        Flow start = flows.get(0);
        return Report.of(
                        setting.title(
                                "gates, and the paths of ∂L/∂s_t" + (hasRecurrent() ? ", s = (h, c)" : ", s = h")),
                        setting.facts().get(),
                        Table.of(columns, setting.steps() + 1, this::row),
                        setting.closing("at t = 0 the direct path ∏" + keeper + " carries "
                                + Sentences.magnitude(start.kept()) + " of a whole of "
                                + Sentences.magnitude(start.whole())
                                + "; gates are means over the units, ±" + keeper + " their standard deviation"),
                        setting.provenance("gates()", "linear split of backpropagation through time, float64"))
                .drawn(Curves.logarithmic("norm of what comes back")
                        .columns(letters.size() + 2, columns.size() - 1)
                        .withLevel());
    }

    private List<Cell> row(int t) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.whole(t));
        for (int gate = 0; gate < letters.size(); gate++) {
            row.add(t == 0 ? Cell.blank() : Cell.real(steps.get(t - 1).means().get(gate)));
        }
        row.add(t == 0 ? Cell.blank() : Cell.real(steps.get(t - 1).spreads().get(letters.indexOf(keeper))));
        Flow flow = flows.get(t);
        row.add(Cell.real(flow.kept()));
        if (hasRecurrent()) {
            row.add(Cell.real(flow.recurrent()));
        }
        row.add(Cell.real(flow.cross()));
        row.add(Cell.real(flow.whole()));
        return row;
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
