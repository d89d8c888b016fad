package gradflow.experiment;

import gradflow.internal.analysis.SignChanges;
import gradflow.internal.check.Check;
import gradflow.internal.kernel.CancelledRun;
import gradflow.internal.kernel.Scaled;
import gradflow.network.Description;
import gradflow.network.ScaledWeights;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The factor k at which the largest Lyapunov exponent λ_1 of a network with k·W_hh crosses 0: below it gradients vanish over long
 * times, above it they explode. Everything else, the inputs too, stays as it is.
 *
 * <pre>{@code
 * criticalScale(rnn().hidden(8).whh(ginibre(1)), 200)
 * }</pre>
 *
 * <p>λ_1 is that of {@code unroll(T).lyapunov(1)}, T = {@value #STEPS} unless said otherwise, in which every step counts; for a step
 * Jacobian J that is the same at every step, as of a linear network or a state that stays at 0, it is ln ρ(J), and T doesn't
 * matter. It is computed for k from 1/32 to 32 in steps of 2^¼, and at the tops between these where it is below 0; each change of
 * sign is then narrowed down to 9 digits by bisection. {@link #uncertainty()} is the standard error of λ_1 over the slope of the
 * curve: what a run of T steps leaves open.
 *
 * <p>A person who stops it keeps the part of the curve that is there.
 */
public final class CriticalScale implements Result {
    /** T where nothing is said. */
    public static final int STEPS = 1000;

    private static final Format EXPONENT = Format.fixed(6);
    private static final Format FACTOR = Format.significant(6);

    private final String expression;
    private final int steps;
    private final double radius;
    private final double[] factors;
    private final Kept curve;
    private final double[] scales;
    private final double standardError;
    private final boolean narrowed;

    /**
     * @param expression that asks for it
     * @param steps T
     * @param radius ρ(W_hh), NaN if it says nothing
     * @param exponent λ_1 with k·W_hh
     * @param error the standard error of that
     */
    CriticalScale(
            String expression, int steps, double radius, DoubleUnaryOperator exponent, DoubleUnaryOperator error) {
        this.expression = expression;
        this.steps = steps;
        this.radius = radius;
        double[] k = ScaledWeights.factors();
        curve = Kept.of(k.length, i -> exponent.applyAsDouble(k[i]), i -> "k = " + FACTOR.text(k[i]));
        factors = Arrays.copyOf(k, curve.count());
        Optional<double[]> crossings = curve.stopped() ? Optional.empty() : narrowed(exponent);
        narrowed = crossings.isPresent();
        scales = crossings.orElse(new double[0]);
        standardError = scales.length == 0 ? Double.NaN : unlessStopped(error, scales[0]);
    }

    /** {@return the error at a place; NaN if a person didn't want to wait for it, who keeps the place} */
    private static double unlessStopped(DoubleUnaryOperator error, double place) {
        try {
            return error.applyAsDouble(place);
        } catch (CancelledRun stopped) {
            return Double.NaN;
        }
    }

    /** {@return the crossings, or nothing if a person didn't want to wait for them} */
    private Optional<double[]> narrowed(DoubleUnaryOperator exponent) {
        try {
            return Optional.of(SignChanges.of(factors, curve.values(), exponent));
        } catch (CancelledRun stopped) {
            return Optional.empty();
        }
    }

    /**
     * {@return the critical scale of a network, looked for with runs of T steps}
     *
     * @param steps T ≥ 1
     */
    public static CriticalScale of(Description network, int steps) {
        String tail = steps == STEPS ? ")" : ", " + steps + ")";
        String remedy = "criticalScale(rnn())";
        Check.present(network, "criticalScale(network)", "a network", "criticalScale(null" + tail, remedy);
        String expression = "criticalScale(" + network + tail;
        Check.atLeast(1, steps, "criticalScale(network, T)", "T", expression, "criticalScale(" + network + ", 1000)");
        ScaledWeights weights = ScaledWeights.of(network, steps);
        double radius = weights.isGated() ? Double.NaN : network.spectrum().radius();
        return new CriticalScale(expression, steps, radius, weights::exponent, weights::standardError);
    }

    /** {@return k, the first if there are several; NaN if λ_1 doesn't cross 0 between 1/32 and 32} */
    public double scale() {
        return scales.length == 0 ? Double.NaN : scales[0];
    }

    /** {@return every k at which λ_1 crosses 0, rising} */
    public double[] scales() {
        return scales.clone();
    }

    /** {@return the standard error of {@link #scale()} that a run of T steps leaves; 0 where T doesn't matter, NaN if it isn't known} */
    public double uncertainty() {
        if (scales.length == 0 || standardError == 0) {
            return standardError;
        }
        int i = IntStream.range(1, factors.length - 1)
                .filter(j -> factors[j] >= scale())
                .findFirst()
                .orElse(factors.length - 1);
        double rise = curve.at(i) - curve.at(i - 1);
        // At a hump between two factors the curve has a slope that they don't tell, and so it has beside −∞.
        boolean crosses = curve.at(i - 1) < 0 != curve.at(i) < 0 && Double.isFinite(rise);
        return crosses ? standardError * (factors[i] - factors[i - 1]) / Math.abs(rise) : Double.NaN;
    }

    /** {@return the factors k of the curve, from 1/32 to 32, fewer if it was stopped} */
    public double[] factors() {
        return factors.clone();
    }

    /** {@return λ_1 of the network with k·W_hh, nats a step, for each of {@link #factors()}} */
    public double[] exponents() {
        return curve.values();
    }

    /** {@return whether it was stopped before its end} */
    public boolean stopped() {
        return !narrowed;
    }

    @Override
    public Report report() {
        Table table = Table.of(
                List.of(Column.of("k", FACTOR), Column.of("λ_1", EXPONENT)),
                curve.count(),
                i -> List.of(Cell.real(factors[i]), Cell.real(curve.at(i))));
        return Report.of(
                        "critical scale: where λ_1 of the network with k·W_hh crosses 0",
                        facts(),
                        table,
                        closing(),
                        new Provenance(
                                expression, "λ_1 of " + steps + " steps on a grid of k, then bisection, float64"))
                .drawn(this::drawing);
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(List.of(Fact.of("critical scale", scale(), Format.significant(9))));
        if (uncertainty() > 0) {
            facts.add(Fact.of("±", uncertainty(), Format.significant(2)));
        }
        if (!Double.isNaN(radius) && scales.length > 0) {
            facts.add(Fact.of("ρ(k·W_hh) there", radius * scale(), FACTOR));
        }
        facts.add(Fact.of("T", steps));
        return facts;
    }

    private List<String> closing() {
        List<String> lines = new ArrayList<>(curve.missing("factors"));
        if (stopped() && !curve.stopped()) {
            lines.add("stopped before the crossings of the curve were narrowed down");
        }
        if (stopped()) {
            lines.addAll(brackets());
        } else {
            lines.add(sentence());
        }
        return lines;
    }

    /** {@return between which factors the curve crosses 0} */
    private List<String> brackets() {
        return IntStream.range(1, curve.count())
                .filter(i -> curve.at(i - 1) < 0 ? curve.at(i) >= 0 : curve.at(i - 1) >= 0 && curve.at(i) < 0)
                .mapToObj(i ->
                        "λ_1 crosses 0 between k = " + FACTOR.text(factors[i - 1]) + " and " + FACTOR.text(factors[i]))
                .toList();
    }

    private String sentence() {
        if (scales.length == 0) {
            double most = Arrays.stream(curve.values())
                    .filter(x -> !Double.isNaN(x))
                    .max()
                    .orElse(Double.NaN);
            int at = IntStream.range(0, factors.length)
                    .filter(i -> curve.at(i) == most)
                    .findFirst()
                    .orElse(0);
            String range = " from k = " + FACTOR.text(factors[0]) + " to " + FACTOR.text(factors[factors.length - 1]);
            return most < 0
                    ? "no critical scale: λ_1 is below 0" + range
                            + ", and gradients vanish at any of them; largest at k = " + FACTOR.text(factors[at]) + ", "
                            + EXPONENT.text(most)
                    : "no critical scale: λ_1 doesn't cross 0" + range;
        }
        if (scales.length == 1) {
            return "λ_1 crosses 0 at k = " + FACTOR.text(scale())
                    + (curve.at(0) < 0
                            ? ": gradients vanish below it and explode above it"
                            : ": gradients explode below it and vanish above it");
        }
        return "λ_1 crosses 0 " + scales.length + " times: at k = "
                + Arrays.stream(scales).mapToObj(FACTOR::text).collect(Collectors.joining(", "))
                + "; a longer run tells which of them are there to stay: criticalScale(…, " + 4L * steps + ")";
    }

    private Plot drawing(Report report) {
        Plot plot = Plot.curves(
                        report.title(),
                        expression,
                        Axis.logarithmic("k"),
                        Axis.linear("λ_1, nats a step"),
                        List.of(series("λ_1", factors, curve.values())))
                .level(0);
        return scales.length == 0 ? plot : plot.points(series("crosses 0", scales, new double[scales.length]));
    }

    private static Series series(String name, double[] x, double[] y) {
        return new Series(
                name,
                IntStream.range(0, x.length)
                        .mapToObj(i -> new Series.Point(Scaled.of(x[i]), Scaled.of(y[i])))
                        .toList());
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
