package gradflow.result;

import gradflow.internal.check.Refusal;
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
 * Where the signal is lost: the change of ln‖g‖ at each step back, charged to its causes. The terms add up to the change
 * exactly, as each is the logarithm of one factor in a row.
 *
 * <p>Vanilla network, with g_t = ∂L/∂h_t, D_t = diag φ′(z_t) and u = D_t g_t / ‖D_t g_t‖, from t to t−1:
 *
 * <pre>
 * ln‖g_{t-1}‖ − ln‖g_t‖ = ln(‖D_t g_t‖/‖g_t‖)          saturation
 *                       + ln σ_max(W_hh)                weights
 *                       + ln(‖W_hhᵀu‖/σ_max(W_hh))      alignment, ≤ 0
 * </pre>
 *
 * <p>and a last term, <em>added</em>, for what a path around φ or a loss at this step adds.
 *
 * <p>Gated network, by path, with g_t the gradient of the whole state (LSTM: h_t and c_t) and d_t that part of it which goes
 * back without passing W_hh, through f and the cell (GRU: through z):
 *
 * <pre>
 * ln‖g_{t-1}‖ − ln‖g_t‖ = ln(‖d_t‖/‖g_t‖)              cell (GRU: kept)
 *                       + ln(‖d_t + W_hhᵀ…‖/‖d_t‖)      hidden: what the path through h and W_hh adds to that
 * </pre>
 *
 * <p>Where a factor is 0 and the gradient isn't, as all ReLUs are off at a step and a residual path carries on, the cause is
 * charged with 0, and the next that lets something through with the change since the last that did: the sum stays exact.
 *
 * <p>In nepers: 1 neper is a factor of e.
 */
public final class Why implements Result {
    private final Setting setting;
    private final List<String> causes;
    private final List<Step> steps;

    /**
     * One step back.
     *
     * @param change ln‖g_{t-1}‖ − ln‖g_t‖
     * @param terms one a cause
     * @param beside whether the way of a cause is cut, and another carries on beside it
     */
    public record Step(double change, List<Double> terms, boolean beside) {
        /** Copies. */
        public Step {
            terms = List.copyOf(terms);
        }
    }

    /**
     * @param setting the run
     * @param causes their names
     * @param steps entry t − 1 belongs to the step from t to t − 1, t = 1..T
     */
    public Why(Setting setting, List<String> causes, List<Step> steps) {
        this.setting = setting;
        this.causes = List.copyOf(causes);
        this.steps = List.copyOf(steps);
    }

    /** {@return ln‖g_{t-1}‖ − ln‖g_t‖, t = 1..T, nepers, g = ∂L/∂h, of an LSTM ∂L/∂(h, c)} */
    public double change(int t) {
        return at("change", t).change();
    }

    /** {@return ln(‖D_t g_t‖/‖g_t‖) of a vanilla network, t = 1..T, nepers} */
    public double saturation(int t) {
        return term("saturation", t);
    }

    /** {@return ln σ_max(W_hh) of a vanilla network, t = 1..T, nepers} */
    public double weights(int t) {
        return term("weights", t);
    }

    /** {@return ln(‖W_hhᵀu‖/σ_max(W_hh)) ≤ 0 of a vanilla network, t = 1..T, nepers} */
    public double alignment(int t) {
        return term("alignment", t);
    }

    /** {@return the part of the change at step t = 1..T that a cause accounts for, by its column head, nepers} */
    public double term(String cause, int t) {
        return at(cause, t).terms().get(index(cause));
    }

    /** {@return what a cause accounts for over all steps, by its column head, nepers} */
    public double total(String cause) {
        int index = index(cause);
        return steps.stream().mapToDouble(step -> step.terms().get(index)).sum();
    }

    /**
     * {@return a cause's part of the whole change, total(cause)/total(); the parts add up to 1, and one that works against the
     * others is negative}
     */
    public double share(String cause) {
        return total(cause) / total();
    }

    /** {@return ln‖g_0‖ − ln‖g_T‖, nepers} */
    public double total() {
        return steps.stream().mapToDouble(Step::change).sum();
    }

    private Step at(String word, int t) {
        return steps.get(setting.time("why()", word, t, 1, setting.steps()) - 1);
    }

    private int index(String cause) {
        int index = causes.indexOf(cause);
        if (index < 0) {
            throw new Refusal(
                    "why(): the causes here are " + String.join(", ", causes) + ", but was " + cause,
                    setting.unrolled() + ".why()",
                    "total(\"" + causes.get(0) + "\")");
        }
        return index;
    }

    @Override
    public Report report() {
        Format format = Format.fixed(4);
        List<Column> columns = new ArrayList<>(List.of(Column.of("t"), Column.of("Δ ln‖g‖", format)));
        causes.forEach(cause -> columns.add(Column.of(cause, format)));
        return Report.of(
                        setting.title("why " + gradient() + " changes from t to t − 1, L = " + setting.loss()
                                + (causes.contains("cell") ? ", s = (h, c)" : "")),
                        setting.facts().get(),
                        Table.of(columns, setting.steps(), this::row),
                        setting.closing(sentence()),
                        setting.provenance("why()", "logarithms of the factors of one step back, nepers"))
                .drawn(Curves.linear("nepers").columns(1, causes.size() + 1).withLevel());
    }

    private List<Cell> row(int index) {
        Step step = steps.get(index);
        List<Cell> row = new ArrayList<>(List.of(Cell.whole(index + 1), Cell.real(step.change())));
        step.terms().forEach(term -> row.add(Cell.real(term)));
        return row;
    }

    private String gradient() {
        return causes.contains("cell") ? "‖∂L/∂s‖" : "‖∂L/∂h‖";
    }

    /** {@return what each cause accounts for over all steps, as a sentence} */
    public String sentence() {
        long beside = steps.stream().filter(Step::beside).count();
        return new Account(causes, this::total, total(), setting.steps()).sentence(cutAt())
                + (beside == 0
                        ? ""
                        : "; at " + beside + (beside == 1 ? " step" : " steps")
                                + " nothing comes through, and the change is charged to what goes on beside it");
    }

    /** {@return in words which step and cause leave nothing of the signal; empty if none does} */
    private String cutAt() {
        for (int t = setting.steps(); t >= 1; t--) {
            int cause = at("term", t).terms().indexOf(Double.NEGATIVE_INFINITY);
            if (cause >= 0) {
                return Account.named(causes.get(cause)) + (causes.get(cause).equals("weights") ? " leave" : " leaves")
                        + " nothing of the signal from t = " + t + " to t = " + (t - 1)
                        + ": before that there is nothing to account for";
            }
        }
        return "";
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
