package gradflow.experiment;

import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.kernel.Scaled;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import gradflow.report.plot.Plot;
import gradflow.report.plot.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One number over the values of a quantity, computed at once and in order.
 *
 * <pre>{@code
 * sweep("g", linspace(0.5, 2, 16), g -> rnn().hidden(16).whh(ginibre(g)).unroll(50).lyapunov(1).largest())
 * }</pre>
 *
 * <p>A person who stops it keeps the points that are there; they are those of the whole run, bit for bit.
 *
 * <p>Numbers are written and drawn by powers of ten where none is negative and the largest is a thousand times the smallest
 * positive one or more. The level that the picture shows, and the last line tells of, is then 1, and 0 otherwise.
 */
public sealed class Sweep implements Result permits RealSweep, WholeSweep {
    private static final int MOST_CROSSINGS = 4;

    final Quantity over;
    final Kept kept;
    final String label;
    private final String aside;
    final String expression;
    private final Look look;

    /**
     * @param over what is swept
     * @param kept the numbers
     * @param label what they are
     * @param aside what else is to be said of them, behind the title
     * @param expression that asks for them
     */
    Sweep(Quantity over, Kept kept, String label, String aside, String expression) {
        this.over = over;
        this.kept = kept;
        this.label = label;
        this.aside = aside;
        this.expression = expression;
        look = Look.of(kept.values());
    }

    /** {@return what was typed, as far as it can be known: a function has no text} */
    static String expression(Quantity over) {
        return "sweep(" + over.arguments() + ", " + over.variable() + " -> …)";
    }

    /** {@return the number at the i-th value of the quantity, i from 0} */
    public double value(int i) {
        int last = kept.count() - 1;
        String where = expression + ".value(" + i + ")";
        return kept.at(Check.within(0, last, i, "value(i)", "i", where, "value(" + last + ")"));
    }

    /** {@return the numbers, shape {@code [n]}, fewer if the sweep was stopped} */
    public double[] values() {
        return kept.values();
    }

    /** {@return the values of the quantity that the numbers belong to, shape {@code [n]}, fewer if the sweep was stopped} */
    public double[] axis() {
        return over.first(kept.count());
    }

    /** {@return whether the sweep was stopped before its end} */
    public boolean stopped() {
        return kept.stopped();
    }

    /** {@return the smallest number; NaN if none is defined} */
    public double smallest() {
        return look.smallest();
    }

    /** {@return the largest number; NaN if none is defined} */
    public double largest() {
        return look.largest();
    }

    /** {@return the first value of the quantity at which the number is smallest; NaN if none is defined} */
    public double smallestAt() {
        return where(smallest());
    }

    /** {@return the first value of the quantity at which the number is largest; NaN if none is defined} */
    public double largestAt() {
        return where(largest());
    }

    private double where(double number) {
        return IntStream.range(0, kept.count())
                .filter(i -> kept.at(i) == number)
                .mapToDouble(over::at)
                .findFirst()
                .orElse(Double.NaN);
    }

    /**
     * {@return the values of the quantity at which the number crosses a level or reaches it, rising} Between neighbouring
     * points the number is taken as a straight line, by its logarithm where it is drawn so; a line to ±∞ crosses in the
     * middle.
     */
    public double[] crossings(double level) {
        Check.finite(
                level,
                "crossings(level)",
                "level",
                expression + ".crossings(" + Numerals.plain(level) + ")",
                "crossings(0)");
        return Crossings.of(axis(), values(), level, look.isLogarithmic());
    }

    /** {@return the same numbers under a name of their own, for the head of their column and the axis of the picture} */
    public Sweep named(String label) {
        Check.present(label, "named(label)", "label", expression + ".named(null)", "named(\"λ_1\")");
        return new Sweep(over, kept, label, aside, expression);
    }

    @Override
    public Report report() {
        List<Column> columns = List.of(over.column(), Column.of(label, look.format()));
        return Report.of(
                        label + " over " + over.name() + aside,
                        look.facts(),
                        Table.of(columns, kept.count(), i -> List.of(over.cell(i), Cell.real(kept.at(i))))
                                .bars(1, look.isLogarithmic()),
                        closing(),
                        new Provenance(expression, Kept.METHOD))
                .drawn(this::drawing);
    }

    private List<String> closing() {
        List<String> lines = new ArrayList<>(kept.missing("points"));
        if (look.smallest() < look.largest()) {
            lines.add("smallest at " + over.text(smallestAt()) + ", largest at " + over.text(largestAt()));
        }
        if (look.crosses()) {
            lines.add(label + " " + crossing(look.level()));
        }
        return lines;
    }

    /** {@return crosses 0 at g = 1.02} */
    String crossing(double level) {
        double[] places = crossings(level);
        String number = Numerals.plain(level);
        return places.length == 0
                ? "doesn't cross " + number
                : "crosses " + number + " at " + over.name() + " = "
                        + Arrays.stream(places)
                                .limit(MOST_CROSSINGS)
                                .mapToObj(over::number)
                                .collect(Collectors.joining(", "))
                        + (places.length > MOST_CROSSINGS ? " and " + (places.length - MOST_CROSSINGS) + " more" : "");
    }

    private Plot drawing(Report report) {
        List<Series.Point> points = IntStream.range(0, kept.count())
                .boxed()
                .sorted(Comparator.comparingDouble(over::at))
                .map(i -> new Series.Point(Scaled.of(over.at(i)), Scaled.of(kept.at(i))))
                .toList();
        Plot plot = Plot.curves(
                report.title(), expression, over.axis(), look.axis(label), List.of(new Series(label, points)));
        return look.crosses() ? plot.level(look.level()) : plot;
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
