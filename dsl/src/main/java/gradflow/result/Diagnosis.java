package gradflow.result;

import gradflow.internal.check.Check;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Format;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import gradflow.report.plot.Axis;
import gradflow.report.plot.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What becomes of the learning signal in a network, the evidence, and remedies that have been tried: each was run with this
 * network's sizes, weights where it keeps them, seed, inputs and loss.
 *
 * <p>The signal is the gradient of the whole state, g_t = ∂L/∂h_t, of an LSTM ∂L/∂(h_t, c_t). Its horizon is the number of steps
 * back until 1 % of it is left.
 *
 * <p>The best remedy is the one that strays least: the smallest max_t |ln(‖g_t‖/‖g_T‖)|. So what explodes is as bad as what
 * vanishes by the same factor, and a signal that dips and comes back is judged at its dip. A signal that becomes exactly 0, or
 * has no number, comes last.
 */
public final class Diagnosis implements Result {
    /** What is left of a signal at its horizon. */
    public static final double LEFT = 0.01;

    /** So many remedies can be told apart in a picture. */
    private static final int DRAWN = 3;

    private final Setting setting;
    private final Condition condition;
    private final String sentence;
    private final List<Evidence> evidence;
    private final Trial asItIs;
    private final List<Trial> remedies;
    private final List<String> notes;

    /**
     * @param setting the run
     * @param condition what was found
     * @param sentence the same in words
     * @param evidence what it rests on
     * @param asItIs the network without any remedy
     * @param remedies what has been tried, in any order
     * @param notes what else is to be said of the remedies
     */
    public Diagnosis(
            Setting setting,
            Condition condition,
            String sentence,
            List<Evidence> evidence,
            Trial asItIs,
            List<Trial> remedies,
            List<String> notes) {
        this.setting = setting;
        this.condition = condition;
        this.sentence = sentence;
        this.evidence = List.copyOf(evidence);
        this.asItIs = asItIs;
        this.remedies = remedies.stream().sorted(Trial.bestFirst()).toList();
        this.notes = List.copyOf(notes);
    }

    /** {@return what was found} */
    public Condition condition() {
        return condition;
    }

    /** {@return what was found, in words} */
    public String verdict() {
        return sentence;
    }

    /** {@return the steps back until 1 % of the signal is left; T + 1 if more is left all the way} */
    public int horizon() {
        return asItIs.horizon();
    }

    /** {@return the network without any remedy, measured in the same way} */
    public Trial asItIs() {
        return asItIs;
    }

    /** {@return what has been tried, best first} */
    public List<Trial> remedies() {
        return remedies;
    }

    /** {@return the i-th best remedy, from 0} */
    public Trial remedy(int i) {
        String where = setting.unrolled() + ".diagnose().remedy(" + i + ")";
        return remedies.get(Check.within(0, remedies.size() - 1, i, "remedy(i)", "i", where, "remedy(0), the best"));
    }

    /** {@return the evidence, a row a number} */
    public Report evidence() {
        return Report.of(
                setting.title("evidence: " + condition.word()),
                setting.facts().get(),
                Table.of(
                        List.of(Column.of("evidence"), Column.of("measured", Evidence.FORMAT), Column.prose("says")),
                        evidence.stream()
                                .map(row -> List.of(Cell.text(row.name()), row.value(), Cell.text(row.meaning())))
                                .toList()),
                setting.closing(sentence),
                setting.provenance("diagnose().evidence()", "measured on this run"));
    }

    @Override
    public Report report() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(asItIs.row(setting.steps()));
        remedies.forEach(trial -> rows.add(trial.row(setting.steps())));
        Table table = Table.of(
                List.of(
                        Column.of("remedy"),
                        Column.of("horizon"),
                        Column.of("at t = 0", Format.scientific(2)),
                        Column.of("strays", Format.fixed(2)),
                        Column.typed("line")),
                rows);
        List<String> closing = Stream.of(Stream.of(sentence), evidence.stream().map(Evidence::sentence), notes.stream())
                .flatMap(lines -> lines)
                .toList();
        return Report.of(
                        setting.title("diagnosis: " + condition.word()),
                        setting.facts().get(),
                        table,
                        Stream.concat(setting.findings().stream(), closing.stream())
                                .toList(),
                        setting.provenance("diagnose()", "each remedy run over the same inputs, best first"))
                .drawn(this::signals);
    }

    /** {@return what is left of the signal at each step, as it is and with the best remedies, and the line at 1 % if it gets there} */
    private Plot signals(Report report) {
        int horizon = horizon();
        boolean reached = horizon <= setting.steps();
        Plot plot = Plot.curves(
                        report.title(),
                        report.provenance().expression(),
                        Axis.linear("t"),
                        Axis.logarithmic("‖g_t‖/‖g_T‖"),
                        Stream.concat(Stream.of(asItIs), remedies.stream().limit(DRAWN))
                                .map(Trial::curve)
                                .toList())
                .level(reached ? LEFT : 1);
        return reached && !Double.isNaN(asItIs.strays())
                ? plot.remark("the line: 1 % of what the loss sent, which is reached " + horizon
                        + (horizon == 1 ? " step" : " steps") + " back, at t = " + (setting.steps() - horizon))
                : plot;
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
