package gradflow.result;

import gradflow.internal.kernel.Scaled;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Curves;
import gradflow.report.Format;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import java.util.List;

/**
 * Norms of ∂L/∂x_t for t = 1..T: how much the input at step t still counts for the loss.
 *
 * <p>∂L/∂x_t = W_xhᵀ (φ′(z_t) ⊙ ∂L/∂h_t); the norm is Euclidean.
 */
public final class InputGrads implements Result {
    private final Setting setting;
    private final List<Scaled> norms;

    /**
     * @param setting the run
     * @param norms ‖∂L/∂x_t‖; entry t − 1 belongs to t = 1..T
     */
    public InputGrads(Setting setting, List<Scaled> norms) {
        this.setting = setting;
        this.norms = List.copyOf(norms);
    }

    /** {@return ‖∂L/∂x_t‖, t = 1..T} */
    public double norm(int t) {
        return norms.get(setting.time("inputGrads()", "norm", t, 1, setting.steps()) - 1)
                .value();
    }

    /** {@return log₁₀‖∂L/∂x_t‖, t = 1..T, right also where {@link #norm} is 0 or infinite} */
    public double log10(int t) {
        return norms.get(setting.time("inputGrads()", "log10", t, 1, setting.steps()) - 1)
                .log10();
    }

    /** {@return ‖∂L/∂x_t‖, shape {@code [T]}; entry t − 1 belongs to t = 1..T} */
    public double[] values() {
        return norms.stream().mapToDouble(Scaled::value).toArray();
    }

    /** {@return a Python script that computes this again with PyTorch, as {@code Unrolled.pytorch()} has it} */
    public String pytorch() {
        return setting.pytorch().get();
    }

    @Override
    public Report report() {
        Scaled last = norms.get(norms.size() - 1);
        Table table = Table.of(
                        List.of(
                                Column.of("t"),
                                Column.of("‖∂L/∂x_t‖", Format.scientific(3)),
                                Column.of("log₁₀", Format.fixed(3))),
                        setting.steps(),
                        i -> row(i + 1))
                .bars(1, true);
        String sentence = last.significand() == 0
                ? "the last input does not reach the loss"
                : "the first input counts " + Sentences.magnitude(norms.get(0).over(last))
                        + " times as much as the last";
        return Report.of(
                        setting.title("‖∂L/∂x_t‖, L = " + setting.loss()),
                        setting.facts().get(),
                        table,
                        setting.closing(sentence),
                        setting.provenance(
                                "inputGrads()", "backpropagation through time, float64 with separate exponents"))
                .drawn(Curves.logarithmic("‖∂L/∂x_t‖", 1).withLevel());
    }

    private List<Cell> row(int t) {
        Scaled norm = norms.get(t - 1);
        return List.of(
                Cell.whole(t), Cell.real(norm), norm.significand() == 0 ? Cell.blank() : Cell.real(norm.log10()));
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
