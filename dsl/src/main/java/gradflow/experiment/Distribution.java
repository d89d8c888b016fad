package gradflow.experiment;

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
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How one number is distributed over seeds, and where the network's own seed stands in it.
 *
 * <pre>{@code
 * ensemble(rnn().whh(ginibre(1)), 200).of(net -> net.spectrum().radius()).named("ρ(W_hh)")
 * }</pre>
 *
 * <p>The quantile of p lies at place (n − 1)·p, from 0, in the sorted numbers, by linear interpolation between the two that it
 * falls between: the rule that NumPy and R (type 7) have by default. What is undefined is left out and counted. Format and scale
 * are those of {@link Sweep}. CSV and JSON have a row a seed. The picture shows the share of the numbers up to each.
 *
 * <p>A person who stops it keeps the seeds that are there; their numbers are those of the whole, bit for bit.
 */
public final class Distribution implements Result {
    private static final double[] SHOWN = {0, 0.05, 0.25, 0.5, 0.75, 0.95, 1};
    private static final Format PERCENT = Format.significant(3);
    private static final int PERCENTS = 100;

    private final String expression;
    private final long first;
    private final Kept kept;
    private final String label;
    private final double[] sorted;
    private final Look look;

    Distribution(String expression, long first, Kept kept, String label) {
        this.expression = expression;
        this.first = first;
        this.kept = kept;
        this.label = label;
        sorted = defined().sorted().toArray();
        look = Look.of(kept.values());
    }

    private DoubleStream defined() {
        return Arrays.stream(kept.values()).filter(x -> !Double.isNaN(x));
    }

    /** {@return the number under each seed, in their order, the network's own first; fewer if it was stopped} */
    public double[] values() {
        return kept.values();
    }

    /** {@return the seeds that {@link #values()} belong to} */
    public long[] seeds() {
        return IntStream.range(0, kept.count()).mapToLong(i -> first + i).toArray();
    }

    /** {@return the number under the network's own seed} */
    public double own() {
        return kept.at(0);
    }

    /** {@return the share of the other seeds whose number is below that of the network's own, ties counted half; NaN if there are none} */
    public double rank() {
        double below =
                defined().skip(1).map(x -> x < own() ? 1 : x == own() ? 0.5 : 0).sum();
        return Double.isNaN(own()) ? Double.NaN : below / (sorted.length - 1);
    }

    /** {@return the median} */
    public double median() {
        return at(0.5);
    }

    /** {@return the quantile of p, 0 ≤ p ≤ 1; NaN if no number is defined} */
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new Refusal(
                    "quantile(p): p must be in 0..1, but was " + Numerals.plain(p),
                    expression + ".quantile(" + Numerals.plain(p) + ")",
                    "quantile(0.95)");
        }
        return at(p);
    }

    private double at(double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = (sorted.length - 1) * p;
        int below = (int) place;
        double share = place - below;
        double low = sorted[below];
        return share == 0 || sorted[below + 1] == low ? low : low * (1 - share) + sorted[below + 1] * share;
    }

    /** {@return the mean} */
    public double mean() {
        return defined().sum() / sorted.length;
    }

    /** {@return the standard deviation, with n − 1 below the sum of squares; NaN of fewer than two numbers} */
    public double deviation() {
        if (sorted.length < 2) {
            return Double.NaN;
        }
        double mean = mean();
        return Math.sqrt(defined().map(x -> (x - mean) * (x - mean)).sum() / (sorted.length - 1));
    }

    /** {@return whether it was stopped before its end} */
    public boolean stopped() {
        return kept.stopped();
    }

    /** {@return the same numbers under a name of their own, for the head of their column and the axis of the picture} */
    public Distribution named(String label) {
        Check.present(label, "named(label)", "label", expression + ".named(null)", "named(\"ρ(W_hh)\")");
        return new Distribution(expression, first, kept, label);
    }

    @Override
    public Report report() {
        return report(Table.of(
                List.of(Column.of("quantile"), Column.of(label, look.format())),
                Arrays.stream(SHOWN)
                        .mapToObj(p -> List.of(Cell.text(name(p)), Cell.real(at(p))))
                        .toList()));
    }

    private static String name(double p) {
        return p == 0 ? "smallest" : p == 0.5 ? "median" : p == 1 ? "largest" : PERCENT.text(PERCENTS * p) + " %";
    }

    /** {@return a line a seed} */
    @Override
    public String csv() {
        return report(list()).csv();
    }

    /** {@return a row a seed} */
    @Override
    public String json() {
        return report(list()).json();
    }

    private Table list() {
        return Table.of(
                List.of(Column.of("seed"), Column.of(label, look.format())),
                kept.count(),
                i -> List.of(Cell.whole(first + i), Cell.real(kept.at(i))));
    }

    private Report report(Table table) {
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.of("seeds", kept.count()),
                Fact.of("mean", mean(), look.format()),
                Fact.of("sd", deviation(), look.format())));
        if (look.undefined() > 0) {
            facts.add(Fact.of("undefined", look.undefined()));
        }
        return Report.of(
                        label + " over seeds",
                        facts,
                        table,
                        closing(),
                        new Provenance(expression, Kept.METHOD + "; quantiles at (n − 1)·p, linearly interpolated"))
                .drawn(this::drawing);
    }

    private List<String> closing() {
        List<String> lines = new ArrayList<>(kept.missing("seeds"));
        lines.add("seed " + first + " has " + look.format().text(own())
                + (Double.isNaN(rank()) ? "" : ", above " + PERCENT.text(PERCENTS * rank()) + " % of the others"));
        return lines;
    }

    private Plot drawing(Report report) {
        List<Series.Point> steps = IntStream.range(0, sorted.length)
                .mapToObj(i -> point(sorted[i], (i + 1.0) / sorted.length))
                .toList();
        return Plot.curves(
                        report.title(),
                        expression,
                        new Axis(label, look.scale()),
                        Axis.linear("share up to it"),
                        List.of(new Series("all seeds", steps)))
                .points(new Series("seed " + first, List.of(point(own(), rank()))));
    }

    private static Series.Point point(double x, double y) {
        return new Series.Point(Scaled.of(x), Scaled.of(y));
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
