package gradflow.result;

import gradflow.internal.check.Numerals;
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
 * Norms of ∂L/∂h_t for t = 0..T: how much of the loss's signal survives going back to step t.
 *
 * <p>g_T = ∂L/∂h_T;  g_{t-1} = W_hhᵀ (φ′(z_t) ⊙ g_t);  the norm is Euclidean, dimensionless.
 *
 * <p>Vectors are carried with a separate power of two, so that a norm of 1e-4031 is a number here; {@link #norm} gives 0
 * for it, {@link #log10} is right.
 *
 * @see "Pascanu, Mikolov, Bengio (2013), On the difficulty of training recurrent neural networks, §2"
 */
public final class GradNorms implements Result {
    private final Setting setting;
    private final List<Scaled> norms;
    private final List<Scaled> cellNorms;
    private final Decay decay;

    /**
     * @param setting the run
     * @param norms ‖∂L/∂h_t‖, index t = 0..T
     */
    public GradNorms(Setting setting, List<Scaled> norms) {
        this(setting, norms, List.of());
    }

    /**
     * @param setting the run of an LSTM
     * @param norms ‖∂L/∂h_t‖, index t = 0..T
     * @param cellNorms ‖∂L/∂c_t‖, index t = 0..T
     */
    public GradNorms(Setting setting, List<Scaled> norms, List<Scaled> cellNorms) {
        this.setting = setting;
        this.norms = List.copyOf(norms);
        this.cellNorms = List.copyOf(cellNorms);
        decay = new Decay(this.norms);
    }

    /** {@return ‖∂L/∂h_t‖, t = 0..T; 0 or infinite where a double can't hold it} */
    public double norm(int t) {
        return at("norm", t, setting.steps()).value();
    }

    /** {@return log₁₀‖∂L/∂h_t‖, t = 0..T, right also where {@link #norm} is 0 or infinite} */
    public double log10(int t) {
        return at("log10", t, setting.steps()).log10();
    }

    /** {@return ‖∂L/∂h_t‖ as a table entry, t = 0..T, also where a double can't hold it} */
    public Cell shown(int t) {
        return Cell.real(at("shown", t, setting.steps()));
    }

    /**
     * {@return ‖∂L/∂c_t‖ of an lstm, t = 0..T, with what reaches c_t through h_t = o ⊙ tanh(c_t), as autograd has it; 0 or
     * infinite beyond a double}
     */
    public double cellNorm(int t) {
        return cell("cellNorm", t).value();
    }

    /** {@return log₁₀‖∂L/∂c_t‖ of an lstm, t = 0..T} */
    public double cellLog10(int t) {
        return cell("cellLog10", t).log10();
    }

    private Scaled cell(String word, int t) {
        setting.time("gradNorms()", word, t, 0, setting.steps());
        if (cellNorms.isEmpty()) {
            throw new Refusal(
                    word + "(t): only an lstm has a cell",
                    setting.unrolled() + ".gradNorms()." + word + "(" + t + ")",
                    "norm(" + t + ")");
        }
        return cellNorms.get(t);
    }

    /** {@return ‖∂L/∂h_t‖ for t = 0..T, shape {@code [T+1]}, index t} */
    public double[] values() {
        return norms.stream().mapToDouble(Scaled::value).toArray();
    }

    /** {@return ‖∂L/∂h_t‖ / ‖∂L/∂h_{t+1}‖, t = 0..T−1: what one step back multiplies the signal by} */
    public double ratio(int t) {
        Scaled here = at("ratio", t, setting.steps() - 1);
        return here.over(norms.get(t + 1)).value();
    }

    /** {@return the geometric mean of the ratios, (‖∂L/∂h_0‖ / ‖∂L/∂h_T‖)^(1/T)} */
    public double perStep() {
        return decay.perStep();
    }

    /** {@return the number of steps in which the signal halves, ln ½ / ln(perStep); negative if it grows} */
    public double halfLife() {
        return decay.halfLife();
    }

    /**
     * How far back the signal reaches.
     *
     * @param fraction for example 0.01
     * @return the least k with ‖∂L/∂h_{T−k}‖ ≤ fraction·‖∂L/∂h_T‖; T + 1 if it stays above as far back as was unrolled
     */
    public int horizon(double fraction) {
        if (!(fraction > 0) || Double.isInfinite(fraction)) {
            throw new Refusal(
                    "horizon(fraction): fraction must be a positive number, but was " + Numerals.plain(fraction),
                    setting.unrolled() + ".gradNorms().horizon(" + Numerals.plain(fraction) + ")",
                    "horizon(0.01), the steps until 1 % is left");
        }
        return decay.horizon(fraction);
    }

    /** {@return vanishing, stable, exploding or mixed} */
    public Verdict verdict() {
        return decay.verdict();
    }

    /** {@return a Python script that computes this again with PyTorch, as {@code Unrolled.pytorch()} has it} */
    public String pytorch() {
        return setting.pytorch().get();
    }

    private Scaled at(String word, int t, int most) {
        return norms.get(setting.time("gradNorms()", word, t, 0, most));
    }

    @Override
    public Report report() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("t"));
        columns.add(Column.of("‖∂L/∂h_t‖", Format.scientific(3)));
        columns.add(Column.of("ratio", Format.fixed(3)));
        columns.add(Column.of("log₁₀", Format.fixed(3)));
        if (!cellNorms.isEmpty()) {
            columns.add(Column.of("‖∂L/∂c_t‖", Format.scientific(3)));
        }
        Table table = Table.of(columns, setting.steps() + 1, this::row).bars(1, true);
        return Report.of(
                        setting.title("‖∂L/∂h_t‖, L = " + setting.loss()),
                        setting.facts().get(),
                        table,
                        setting.closing(sentence()),
                        setting.provenance(
                                "gradNorms()", "backpropagation through time, float64 with separate exponents"))
                .drawn((cellNorms.isEmpty() ? Curves.logarithmic("‖∂L/∂h_t‖", 1) : Curves.logarithmic("norm", 1, 4))
                        .withLevel());
    }

    /** {@return the verdict, with rate, half-life and what is left, as a sentence} */
    public String sentence() {
        return cellNorms.isEmpty()
                ? decay.sentence()
                : decay.sentence() + "; ‖∂L/∂c_0‖ / ‖∂L/∂c_T‖ = " + Sentences.magnitude(new Decay(cellNorms).left());
    }

    private List<Cell> row(int t) {
        Scaled norm = norms.get(t);
        List<Cell> row = new ArrayList<>();
        row.add(Cell.whole(t));
        row.add(Cell.real(norm));
        row.add(
                t == setting.steps() || norms.get(t + 1).significand() == 0
                        ? Cell.blank()
                        : Cell.real(norm.over(norms.get(t + 1))));
        row.add(norm.significand() == 0 ? Cell.blank() : Cell.real(norm.log10()));
        if (!cellNorms.isEmpty()) {
            row.add(Cell.real(cellNorms.get(t)));
        }
        return row;
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
