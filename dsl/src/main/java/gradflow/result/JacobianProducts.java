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
import gradflow.report.plot.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The Jacobians ∂h_T/∂h_t = ∏_{k=T..t+1} diag(φ′(z_k))·W_hh (the newest factor to the left) for t = 0..T, beside what the
 * textbook puts in their place.
 *
 * <ul>
 *   <li>‖∂h_T/∂h_t‖₂ and σ_min: the most and the least that any direction of gradient keeps; their quotient, the condition.
 *   <li>∏‖D_k‖‖W‖: an upper bound, with D_k = diag(φ′(z_k)) of this very run.
 *   <li>‖W‖^(T−t): an upper bound as long as |φ′| ≤ 1, and the looser one.
 *   <li>ρ^(T−t): no bound in either direction; what one matrix alone does in the end.
 * </ul>
 *
 * <p>and e^(λ(T−t)) with the largest Lyapunov exponent λ of this run: an estimate, good for long runs.
 *
 * <p>In the table ≤ stands before a bound and ≈ before an estimate; which of them is a bound depends on φ and on a path around
 * it ({@link #bounds()}).
 *
 * <p>Singular values come from a product kept in orthogonal factors and exponents, so that the smallest keeps its digits
 * where the condition is far beyond 10¹⁶.
 *
 * @see "Pascanu, Mikolov, Bengio (2013), On the difficulty of training recurrent neural networks, §2.1"
 */
public final class JacobianProducts implements Result {
    private final Setting setting;
    private final String state;
    private final List<Extremes> rows;
    private final List<Predictor> predictors;
    private final Arrivals arrivals;

    /** Carries a small change of a state forward to T. */
    @FunctionalInterface
    public interface Arrivals {
        /** {@return the unit vector at h_T in which a change of h_t along {@code direction} arrives} */
        double[] of(int t, double[] direction);
    }

    /**
     * The most and the least that any direction keeps.
     *
     * @param norm ‖∂h_T/∂h_t‖₂
     * @param smallest σ_min
     * @param direction the unit vector at h_t of which most arrives, {@code [n]}
     */
    public record Extremes(Scaled norm, Scaled smallest, List<Double> direction) {
        /** Copies. */
        public Extremes {
            direction = List.copyOf(direction);
        }

        Scaled condition() {
            return norm.significand() == 0 ? Scaled.of(Double.NaN) : norm.over(smallest);
        }
    }

    /**
     * @param setting the run
     * @param state the letter of the state: h, or s for (h, c)
     * @param rows index t = 0..T
     * @param predictors what is put in the norm's place
     * @param arrivals where a change of h_t along a direction arrives
     */
    public JacobianProducts(
            Setting setting, String state, List<Extremes> rows, List<Predictor> predictors, Arrivals arrivals) {
        this.arrivals = arrivals;
        this.setting = setting;
        this.state = state;
        this.rows = List.copyOf(rows);
        this.predictors = List.copyOf(predictors);
    }

    /** {@return ‖∂h_T/∂h_t‖₂, t = 0..T} */
    public double norm(int t) {
        return at("norm", t).norm().value();
    }

    /** {@return log₁₀‖∂h_T/∂h_t‖₂, t = 0..T, right also where {@link #norm} is 0 or infinite} */
    public double log10(int t) {
        return at("log10", t).norm().log10();
    }

    /** {@return the smallest singular value of ∂h_T/∂h_t, t = 0..T} */
    public double smallest(int t) {
        return at("smallest", t).smallest().value();
    }

    /** {@return log₁₀ of the smallest singular value, right also where {@link #smallest} is 0} */
    public double log10Smallest(int t) {
        return at("log10Smallest", t).smallest().log10();
    }

    /** {@return the quotient of the largest and the smallest singular value, t = 0..T} */
    public double condition(int t) {
        return at("condition", t).condition().value();
    }

    /**
     * {@return the direction of the signal that survives best, at h_t: the first right singular vector of ∂h_T/∂h_t, a unit vector of
     * shape {@code [n]}, t = 0..T} A change of h_t along it has the largest effect on h_T; of all gradients at h_T the one along
     * {@link #arrival} comes back largest, and along this.
     */
    public double[] direction(int t) {
        return at("direction", t).direction().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** {@return where that signal is at h_T: the first left singular vector of ∂h_T/∂h_t, {@code [n]}, t = 0..T} */
    public double[] arrival(int t) {
        return arrivals.of(t, direction(t));
    }

    /** {@return the formulas of the predictors that bound the norm from above; the others are estimates} */
    public List<String> bounds() {
        return predictors.stream().filter(Predictor::bound).map(Predictor::head).toList();
    }

    /** {@return a predictor's value at t = 0..T by its formula, as the table has it after ≤ or ≈} */
    public double predictor(String formula, int t) {
        return predictor("predictor", formula, t);
    }

    /** {@return log₁₀ of a predictor's value at t = 0..T, right also where a double can't hold it} */
    public double log10Predictor(String formula, int t) {
        return value("log10Predictor", formula, t).log10();
    }

    /** {@return e^(λ(T−t)) with the largest Lyapunov exponent λ of this run, t = 0..T; an estimate} */
    public double lyapunovRate(int t) {
        return predictor("lyapunovRate", Predictor.LYAPUNOV, t);
    }

    /**
     * {@return χ₁^((T−t)/2), what the mean-field theory of wide networks expects, t = 0..T; an estimate, there for tanh
     * networks of eight units and more whose W_hh has independent entries}
     */
    public double meanFieldRate(int t) {
        return predictor("meanFieldRate", Predictor.MEAN_FIELD, t);
    }

    /**
     * {@return ∏_{k=t+1..T} ‖D_k‖₂‖W_hh‖₂, an upper bound of the norm, t = 0..T; with a path around φ, h_t = c·h_{t-1} + α·φ(…),
     * ∏(c + α·‖D_k‖₂‖W_hh‖₂)}
     */
    public double chainBound(int t) {
        boolean around =
                predictors.stream().anyMatch(predictor -> predictor.head().equals(Predictor.AROUND));
        return predictor("chainBound", around ? Predictor.AROUND : Predictor.CHAIN, t);
    }

    /** {@return ‖W_hh‖₂^(T−t), an upper bound of the norm as long as |φ′| ≤ 1, t = 0..T} */
    public double powerBound(int t) {
        return predictor("powerBound", Predictor.POWER, t);
    }

    /** {@return ρ(W_hh)^(T−t), t = 0..T; not a bound} */
    public double radiusPower(int t) {
        return predictor("radiusPower", Predictor.RADIUS, t);
    }

    /** {@return the largest and the smallest singular value, t = 0..T, also where a double can't hold them} */
    public Extremes extremes(int t) {
        return at("extremes", t);
    }

    private Extremes at(String word, int t) {
        return rows.get(setting.time("jacobians()", word, t, 0, setting.steps()));
    }

    private double predictor(String word, String head, int t) {
        return value(word, head, t).value();
    }

    private Scaled value(String word, String head, int t) {
        setting.time("jacobians()", word, t, 0, setting.steps());
        return predictors.stream()
                .filter(predictor -> predictor.head().equals(head))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        word + "(…): " + head + " isn't known of this run; there are "
                                + predictors.stream().map(Predictor::head).collect(Collectors.joining(", ")),
                        setting.unrolled() + ".jacobians()." + word + "(…)",
                        "predictor(\"" + predictors.get(0).head() + "\", " + t + ")"))
                .values()
                .get(t);
    }

    @Override
    public Report report() {
        Format format = Format.scientific(2);
        List<Column> columns = new ArrayList<>(List.of(Column.of("t"), Column.of("‖" + jacobian() + "‖₂", format)));
        predictors.forEach(predictor -> columns.add(Column.of(predictor.column(), format)));
        int smallest = columns.size();
        // last: where a terminal is too narrow, the norm stays beside what is put in its place
        columns.add(Column.of("σ_min", format));
        columns.add(Column.of("condition", format));
        return Report.of(
                        setting.title(jacobian() + ", the products of step Jacobians"
                                + (state.equals("s") ? ", s = (h, c)" : "")),
                        setting.facts().get(),
                        Table.of(columns, rows.size(), this::row),
                        Stream.concat(setting.findings().stream(), closing()).toList(),
                        setting.provenance("jacobians()", "singular values of a factored product, float64"))
                .drawn(new Curves(
                        "norm",
                        Scale.LOGARITHMIC,
                        Stream.concat(
                                        Stream.of(1, smallest),
                                        IntStream.range(2, smallest).boxed())
                                .toList(),
                        true));
    }

    private List<Cell> row(int t) {
        Extremes row = rows.get(t);
        List<Cell> cells = new ArrayList<>(List.of(Cell.whole(t), Cell.real(row.norm())));
        predictors.forEach(predictor -> cells.add(Cell.real(predictor.values().get(t))));
        cells.add(Cell.real(row.smallest()));
        cells.add(Cell.real(row.condition()));
        return cells;
    }

    private String jacobian() {
        return "∂" + state + "_T/∂" + state + "_t";
    }

    private Stream<String> closing() {
        Extremes whole = rows.get(0);
        String kept = "over all " + setting.steps() + (setting.steps() == 1 ? " step" : " steps")
                + " the best direction keeps " + Sentences.magnitude(whole.norm()) + ", the worst "
                + Sentences.magnitude(whole.smallest());
        Stream<String> predicted = Stream.of(predicted("bounds", true), predicted("estimates", false))
                .filter(line -> !line.isEmpty());
        return Stream.of(Stream.of(kept), predicted, surviving()).flatMap(lines -> lines);
    }

    private String predicted(String what, boolean bounds) {
        String all = predictors.stream()
                .filter(predictor -> predictor.bound() == bounds)
                .map(predictor -> predictor.head() + " = "
                        + Sentences.magnitude(predictor.values().get(0)))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : what + " of the best: " + all;
    }

    /** {@return the direction that survives best, by the entries that count most} */
    private Stream<String> surviving() {
        if (!rows.get(0).norm().isFinite() || rows.get(0).norm().significand() == 0) {
            return Stream.of();
        }
        return Stream.of("the signal that survives best starts at " + state + "_T along "
                + Sentences.direction(arrival(0)) + " and comes to " + state + "_0 along "
                + Sentences.direction(direction(0)));
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
