package gradflow.result;

import gradflow.internal.analysis.LengthMap;
import gradflow.internal.analysis.MeanFieldTheory;
import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Scaled;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import gradflow.report.plot.Axis;
import gradflow.report.plot.Plot;
import gradflow.report.plot.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * What happens in a wide network with Gaussian weights, W_ij ~ N(0, σ_w²/n), b_i ~ N(0, σ_b²), h = φ(W·h + b): pre-activations
 * settle at the variance q*, the fixed point of
 *
 * <pre>
 * q* = σ_w²·E φ²(√q* z) + σ_b²        χ₁ = σ_w²·E φ′²(√q* z)        z ~ N(0, 1)
 * </pre>
 *
 * <p>and the square of a small difference, or of a gradient, is multiplied by χ₁ a step: λ = ½ ln χ₁ nats a step is the
 * largest Lyapunov exponent as n → ∞. χ₁ &lt; 1 is the ordered regime, in which a signal lasts ξ = −1/ln χ₁ steps; χ₁ &gt; 1 the
 * chaotic one; between them lies the critical line. White input counts as σ_b².
 *
 * <p>Accuracy: 1e-12 relative in q* and χ₁, for any length (MeanFieldTest). χ₁ within 1e-13 of 1 counts as critical.
 *
 * <pre>{@code
 * meanField(1.5, 0)
 * meanField(1.3, 0.3).erf().chi()
 * meanField(1.3, 0.3).criticalLine()
 * }</pre>
 *
 * @see "Poole, Lahiri, Raghu, Sohl-Dickstein, Ganguli (2016), Exponential expressivity in deep neural networks through
 *     transient chaos; Schoenholz, Gilmer, Ganguli, Sohl-Dickstein (2017), Deep information propagation; Sompolinsky,
 *     Crisanti, Sommers (1988), Chaos in random neural networks"
 */
public final class MeanField implements Result {
    /** The square, and what it multiplies, stay in the range of a double. */
    private static final double MOST = 1e100;

    /** Of the curve in the picture; that it is no straight line is seen with far fewer. */
    private static final int INTERVALS = 60;

    private static final Format SHOWN = Format.significant(8);

    private final double weightDeviation;
    private final double biasDeviation;
    private final LengthMap map;
    private final MeanFieldTheory theory;

    private MeanField(double weightDeviation, double biasDeviation, LengthMap map) {
        this.weightDeviation = weightDeviation;
        this.biasDeviation = biasDeviation;
        this.map = map;
        theory = MeanFieldTheory.of(map, weightDeviation, biasDeviation);
    }

    /**
     * {@return the theory of tanh units}
     *
     * @param weightDeviation σ_w ≥ 0: entries of W have standard deviation σ_w/√n
     * @param biasDeviation σ_b ≥ 0
     */
    public static MeanField of(double weightDeviation, double biasDeviation) {
        String expression = expression(weightDeviation, biasDeviation);
        deviation(weightDeviation, "σ_w", expression);
        deviation(biasDeviation, "σ_b", expression);
        return new MeanField(weightDeviation, biasDeviation, LengthMap.TANH);
    }

    private static void deviation(double value, String name, String expression) {
        Check.notNegative(value, "meanField(σ_w, σ_b)", name, expression, "meanField(1.5, 0.1)");
        if (value > MOST) {
            throw new Refusal(
                    "meanField(σ_w, σ_b): " + name + " must be at most 1e100, but was " + Numerals.plain(value),
                    expression,
                    "meanField(1.5, 0.1)");
        }
    }

    private static String expression(double weightDeviation, double biasDeviation) {
        return "meanField(" + Numerals.plain(weightDeviation) + ", " + Numerals.plain(biasDeviation) + ")";
    }

    /** {@return the same with φ = tanh, the default} */
    public MeanField tanh() {
        return new MeanField(weightDeviation, biasDeviation, LengthMap.TANH);
    }

    /** {@return the same with φ = erf, for which everything has a closed form} */
    public MeanField erf() {
        return new MeanField(weightDeviation, biasDeviation, LengthMap.ERF);
    }

    /** {@return the same with φ = max(x, 0)} */
    public MeanField relu() {
        return new MeanField(weightDeviation, biasDeviation, LengthMap.RELU);
    }

    /** {@return q*, the variance that pre-activations settle at; ∞ if they don't, NaN if they keep any (relu)} */
    public double q() {
        return theory.q();
    }

    /** {@return χ₁, what the square of a small difference, or of a gradient, is multiplied by a step} */
    public double chi() {
        return theory.chi();
    }

    /** {@return ξ = −1/ln χ₁ in steps: ∞ at criticality, negative in the chaotic regime} */
    public double xi() {
        return theory.depth();
    }

    /** {@return λ = ½ ln χ₁, nats a step: the largest Lyapunov exponent of an infinitely wide network} */
    public double lambda() {
        return theory.rate();
    }

    /** {@return ordered, critical or chaotic} */
    public String regime() {
        return theory.isCritical() ? "critical" : theory.chi() < 1 ? "ordered" : "chaotic";
    }

    /** {@return the σ_w at which χ₁ = 1, with this σ_b and φ} */
    public double criticalWeight() {
        return Math.sqrt(
                MeanFieldTheory.critical(map, biasDeviation * biasDeviation).weight());
    }

    /** {@return the critical line of this φ, for σ_b² from 0 to 0.5} */
    public CriticalLine criticalLine() {
        return criticalLine(0, 0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5);
    }

    /** {@return the critical line of this φ: for each σ_b² the σ_w² at which χ₁ = 1} */
    public CriticalLine criticalLine(double... biasVariances) {
        return CriticalLine.of(map, this.toExpression(), biasVariances);
    }

    private String toExpression() {
        return expression(weightDeviation, biasDeviation) + (map == LengthMap.TANH ? "" : "." + map.word());
    }

    @Override
    public Report report() {
        Table table = Table.of(
                List.of(
                        Column.of("q*", SHOWN),
                        Column.of("χ₁", SHOWN),
                        Column.of("ξ", SHOWN),
                        Column.of("λ = ½ ln χ₁", SHOWN)),
                List.of(List.of(Cell.real(q()), Cell.real(chi()), Cell.real(xi()), Cell.real(lambda()))));
        return Report.of(
                        "mean field of a wide network, φ = " + map.word().replace("()", ""),
                        List.of(
                                Fact.of("σ_w", weightDeviation, Format.significant(6)),
                                Fact.of("σ_b", biasDeviation, Format.significant(6)),
                                Fact.of("critical σ_w at this σ_b", criticalWeight(), Format.significant(6))),
                        table,
                        List.of(sentence()),
                        new Provenance(
                                toExpression(),
                                map == LengthMap.TANH ? "trapezoidal quadrature, 1e-12" : "closed form"))
                .drawn(this::lengthMap);
    }

    /** {@return the variance of a step over that of the step before, the diagonal, and where they meet} */
    private Plot lengthMap(Report report) {
        double fixed = q();
        double end = fixed > 0 && Double.isFinite(fixed) ? 2 * fixed : 1;
        List<Series> curves = new ArrayList<>();
        curves.add(curve("q_{t+1}", end, q -> MeanFieldTheory.mapped(map, weightDeviation, biasDeviation, q)));
        curves.add(curve("q_{t+1} = q_t", end, q -> q));
        Plot plot = Plot.curves(
                report.title(), report.provenance().expression(), Axis.linear("q_t"), Axis.linear("q_{t+1}"), curves);
        return (Double.isFinite(fixed) ? plot.points(new Series("q*", List.of(point(fixed, fixed)))) : plot)
                .remark("q_{t+1} = σ_w²·E φ²(√q_t z) + σ_b², z ~ N(0, 1): " + regime() + ", χ₁ = " + SHOWN.text(chi()));
    }

    private static Series curve(String name, double end, DoubleUnaryOperator map) {
        return new Series(
                name,
                IntStream.rangeClosed(0, INTERVALS)
                        .mapToDouble(i -> end * i / INTERVALS)
                        .mapToObj(q -> point(q, map.applyAsDouble(q)))
                        .toList());
    }

    private static Series.Point point(double x, double y) {
        return new Series.Point(Scaled.of(x), Scaled.of(y));
    }

    private String sentence() {
        if (theory.isCritical()) {
            return "critical: χ₁ = 1, a gradient keeps its size over any number of steps";
        }
        String factor = "×" + Sentences.factor(Math.sqrt(chi())) + " a step";
        return theory.chi() < 1
                ? "ordered: differences and gradients fall " + factor + ", their squares to 1/e in "
                        + Sentences.factor(xi()) + " steps"
                : "chaotic: differences and gradients grow " + factor + ", their squares by e in "
                        + Sentences.factor(-xi()) + " steps";
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
