package gradflow.result;

import gradflow.internal.analysis.CommonsMath;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
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
import org.apache.commons.math3.linear.RealMatrix;

/**
 * ∂L/∂W_hh, and which step it comes from.
 *
 * <p>∂L/∂W_hh = Σ_t δ_t h_{t-1}ᵀ, δ_t = φ′(z_t) ⊙ ∂L/∂h_t: each term holds h_{t-1} fixed (the immediate derivative).
 * With the total derivative ∂h_t/∂W in its place, as textbooks sometimes write, early steps would count many times.
 * A term has rank one, so its Frobenius norm is ‖δ_t‖·‖h_{t-1}‖.
 */
public final class WeightGrad implements Result {
    private final Setting setting;
    private final Gradients gradients;
    private final List<Scaled> contributions;
    private final List<List<Scaled>> byGate;

    /**
     * The summed gradients.
     *
     * @param whh ∂L/∂W_hh, n×n or Gn×n
     * @param win ∂L/∂W_xh or ∂L/∂W_ih, n×m or Gn×m
     * @param bih ∂L/∂b or ∂L/∂b_ih, a row of n or Gn
     * @param bhh ∂L/∂b_hh likewise
     * @param whhNorm ‖∂L/∂W_hh‖_F
     * @param gates letters of the blocks, none for a vanilla network
     */
    public record Gradients(Mat whh, Mat win, Mat bih, Mat bhh, Scaled whhNorm, List<String> gates) {

        /** {@return gradients of these shapes that no forward pass has led to} */
        public static Gradients undefined(Mat whh, Mat win, Mat bias, List<String> gates) {
            return new Gradients(
                    whh.times(Double.NaN),
                    win.times(Double.NaN),
                    bias.times(Double.NaN),
                    bias.times(Double.NaN),
                    Scaled.of(Double.NaN),
                    gates);
        }
    }

    /**
     * @param setting the run of a vanilla network
     * @param gradients the sums
     * @param contributions Frobenius norms of the terms; entry t − 1 belongs to t = 1..T
     */
    public WeightGrad(Setting setting, Gradients gradients, List<Scaled> contributions) {
        this(setting, gradients, contributions, List.of());
    }

    /**
     * @param setting the run of a gated network
     * @param gradients the sums
     * @param contributions Frobenius norms of the terms; entry t − 1 belongs to t = 1..T
     * @param byGate the same of each gate's block
     */
    public WeightGrad(Setting setting, Gradients gradients, List<Scaled> contributions, List<List<Scaled>> byGate) {
        this.setting = setting;
        this.gradients = gradients;
        this.contributions = List.copyOf(contributions);
        this.byGate = byGate.stream().map(List::copyOf).toList();
    }

    /** {@return ∂L/∂W_hh, n×n, or Gn×n with the gates' blocks stacked; a copy} */
    public RealMatrix total() {
        return CommonsMath.toRealMatrix(gradients.whh());
    }

    /** {@return the block of ∂L/∂W_hh that belongs to a gate of an lstm (i, f, g, o) or gru (r, z, n), n×n, a copy} */
    public RealMatrix gate(String letter) {
        int gate = index(letter);
        int n = gradients.whh().columns();
        return total().getSubMatrix(gate * n, gate * n + n - 1, 0, n - 1);
    }

    private int index(String letter) {
        int gate = gradients.gates().indexOf(letter);
        if (gate < 0) {
            throw new Refusal(
                    "gate(letter): "
                            + (gradients.gates().isEmpty()
                                    ? "a vanilla network has no gates"
                                    : "the gates are " + String.join(", ", gradients.gates()))
                            + ", but was " + letter,
                    setting.unrolled() + ".weightGrad().gate(\"" + letter + "\")",
                    gradients.gates().isEmpty()
                            ? "total()"
                            : "gate(\"" + gradients.gates().get(0) + "\")");
        }
        return gate;
    }

    /** {@return ∂L/∂W_xh of a vanilla network, n×m, a copy} */
    public RealMatrix wxh() {
        return wih();
    }

    /** {@return ∂L/∂W_ih, Gn×m, of a vanilla network ∂L/∂W_xh, n×m; a copy} */
    public RealMatrix wih() {
        return CommonsMath.toRealMatrix(gradients.win());
    }

    /** {@return ∂L/∂b of a vanilla network, a copy of shape {@code [n]}} */
    public double[] bias() {
        return bih();
    }

    /** {@return ∂L/∂b_ih, of a vanilla network ∂L/∂b; a copy} */
    public double[] bih() {
        return gradients.bih().toRows()[0];
    }

    /** {@return ∂L/∂b_hh, of a vanilla network ∂L/∂b; a copy} */
    public double[] bhh() {
        return gradients.bhh().toRows()[0];
    }

    /** {@return ‖∂L/∂W_hh‖_F} */
    public double norm() {
        return gradients.whhNorm().value();
    }

    /** {@return ‖δ_t h_{t-1}ᵀ‖_F, what step t = 1..T adds to ∂L/∂W_hh} */
    public double contribution(int t) {
        return term("contribution", t).value();
    }

    /** {@return what step t = 1..T adds to a gate's block of ∂L/∂W_hh, its Frobenius norm} */
    public double contribution(String gate, int t) {
        int block = index(gate);
        return byGate.get(block)
                .get(setting.time("weightGrad()", "contribution", t, 1, setting.steps()) - 1)
                .value();
    }

    /** {@return the contribution of step t = 1..T as a share of the sum of all contributions, from 0 to 1} */
    public double share(int t) {
        return term("share", t).over(sum(contributions)).value();
    }

    /** {@return the share that the last k steps hold together, k = 0..T} */
    public double shareOfLast(int k) {
        setting.time("weightGrad()", "shareOfLast", k, 0, setting.steps());
        return sum(contributions.subList(setting.steps() - k, setting.steps()))
                .over(sum(contributions))
                .value();
    }

    /**
     * {@return ∂L/∂W_hh clipped by its norm as PyTorch's {@code clip_grad_norm_} does: ‖·‖_F is at most max afterwards}
     *
     * @param max positive
     */
    public Clipped clip(double max) {
        return Clipped.byNorm(setting, max, gradients.whh());
    }

    /**
     * {@return ∂L/∂W_hh with each entry cut to ±max, as PyTorch's {@code clip_grad_value_} does}
     *
     * @param max positive
     */
    public Clipped clipValue(double max) {
        return Clipped.byValue(setting, max, gradients.whh());
    }

    /** {@return a Python script that computes this again with PyTorch, as {@code Unrolled.pytorch()} has it} */
    public String pytorch() {
        return setting.pytorch().get();
    }

    private Scaled term(String word, int t) {
        return contributions.get(setting.time("weightGrad()", word, t, 1, setting.steps()) - 1);
    }

    private static Scaled sum(List<Scaled> terms) {
        return terms.stream().reduce(Scaled.ZERO, Scaled::plus);
    }

    @Override
    public Report report() {
        Scaled all = sum(contributions);
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("t"),
                Column.of("‖δ_t h_{t-1}ᵀ‖_F", Format.scientific(3)),
                Column.of("share", Format.fixed(4))));
        gradients.gates().forEach(gate -> columns.add(Column.of(gate, Format.scientific(1))));
        Table table = Table.of(columns, setting.steps(), i -> row(i + 1, all)).bars(2, false);
        int tail = Math.max(1, setting.steps() / 4);
        String sentence = all.significand() == 0
                ? "∂L/∂W_hh is 0: no step contributes"
                : "‖∂L/∂W_hh‖_F = " + Sentences.magnitude(gradients.whhNorm()) + "; of " + setting.steps()
                        + " steps the last "
                        + (tail == 1 ? "one holds " : tail + " hold ") + Sentences.factor(100 * shareOfLast(tail))
                        + " % of what all steps contribute";
        return Report.of(
                        setting.title("∂L/∂W_hh by step, L = " + setting.loss()),
                        setting.facts().get(),
                        table,
                        setting.closing(sentence),
                        setting.provenance(
                                "weightGrad()", "sum of immediate derivatives, float64 with separate exponents"))
                .drawn(Curves.logarithmic("‖δ_t h_{t-1}ᵀ‖_F", 1));
    }

    private List<Cell> row(int t, Scaled all) {
        Scaled term = contributions.get(t - 1);
        List<Cell> row = new ArrayList<>(List.of(
                Cell.whole(t), Cell.real(term), all.significand() == 0 ? Cell.blank() : Cell.real(term.over(all))));
        byGate.forEach(gate -> row.add(Cell.real(gate.get(t - 1))));
        return row;
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
