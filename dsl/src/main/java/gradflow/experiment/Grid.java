package gradflow.experiment;

import gradflow.internal.check.Check;
import gradflow.internal.check.Refusal;
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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One number over the values of two quantities, computed at once, in order, the second quantity inner.
 *
 * <pre>{@code
 * sweep("w", linspace(0.5, 2, 7)).by("T", ints(5, 10, 20, 50, 100), (w, T) -> scalar(w).unroll(T).gradNorms().perStep())
 * }</pre>
 *
 * <p>The table has a row for each value of the first quantity and a column for each of the second; of more than
 * {@value #MOST_COLUMNS} some are left out, and {@code all()} has them. CSV and JSON have a row a point. The picture is a heat
 * map, with the scale of {@link Sweep}.
 *
 * <p>A person who stops it keeps the points that are there; they are those of the whole run, bit for bit.
 */
public final class Grid implements Result {
    private static final int MOST_COLUMNS = 10;
    private static final int FEW_COLUMNS = 5;
    private static final int MOST_CROSSINGS = 6;
    private static final int MOST_ACROSS = 120;
    private static final int MOST_UP = 80;
    private static final int MOST_POINTS = Spaced.MOST_VALUES;

    private final Quantity first;
    private final Quantity second;
    private final Kept kept;
    private final String label;
    private final String expression;
    private final Look look;

    /** The number of a point. */
    @FunctionalInterface
    interface Points {
        double at(int i, int j);
    }

    private Grid(Quantity first, Quantity second, Kept kept, String label, String expression) {
        this.first = first;
        this.second = second;
        this.kept = kept;
        this.label = label;
        this.expression = expression;
        look = Look.of(kept.values());
    }

    /**
     * Computes all of it.
     *
     * @param function that was given, to be refused where there is none
     * @param points how its numbers are asked for
     */
    static Grid of(Quantity first, Quantity second, @Nullable Object function, Points points) {
        String call = "sweep(" + first.arguments() + ").by(";
        String lambda = (first.variable().equals(second.variable())
                        ? "(x, y)"
                        : "(" + first.variable() + ", " + second.variable() + ")")
                + " ->";
        second.asked(call, function, lambda);
        String expression = call + second.arguments() + ", " + lambda + " …)";
        int columns = second.size();
        if ((long) first.size() * columns > MOST_POINTS) {
            throw new Refusal(
                    "by(name, values, …): at most 10⁷ points are wanted, but there would be "
                            + (long) first.size() * columns,
                    expression,
                    "linspace(0.5, 2, 100) and the like, with fewer values");
        }
        Kept kept = Kept.of(
                first.size() * columns,
                k -> points.at(k / columns, k % columns),
                k -> first.text(k / columns) + ", " + second.text(k % columns));
        return new Grid(first, second, kept, "value", expression);
    }

    /** {@return the number at the i-th value of the first quantity and the j-th of the second, both from 0} */
    public double value(int i, int j) {
        String where = expression + ".value(" + i + ", " + j + ")";
        Check.within(0, rows() - 1, i, "value(i, j)", "i", where, "value(0, 0)");
        Check.within(0, height(i) - 1, j, "value(i, j)", "j", where, "value(0, 0)");
        return at(i, j);
    }

    private double at(int i, int j) {
        return kept.at(i * second.size() + j);
    }

    /**
     * {@return the numbers, a row for each value of the first quantity, shape {@code [n][m]}; if the sweep was stopped, fewer rows, the
     * last of them with NaN where nothing was computed}
     */
    public double[][] values() {
        double[][] values = new double[rows()][second.size()];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < second.size(); j++) {
                values[i][j] = j < height(i) ? at(i, j) : Double.NaN;
            }
        }
        return values;
    }

    /** {@return the values of the first quantity that have numbers, shape {@code [n]}, fewer if the sweep was stopped} */
    public double[] firstAxis() {
        return first.first(rows());
    }

    /** {@return the values of the second quantity, shape {@code [m]}} */
    public double[] secondAxis() {
        return second.first(second.size());
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

    /** {@return how many rows have begun} */
    private int rows() {
        return (kept.count() + second.size() - 1) / second.size();
    }

    /** {@return how many numbers row i has} */
    private int height(int i) {
        return Math.min(second.size(), kept.count() - i * second.size());
    }

    /** {@return the sweep over the first quantity at the j-th value of the second, j from 0} */
    public Sweep column(int j) {
        String where = expression + ".column(" + j + ")";
        Check.within(0, height(0) - 1, j, "column(j)", "j", where, "column(0)");
        double[] values = IntStream.range(0, rows())
                .filter(i -> j < height(i))
                .mapToDouble(i -> at(i, j))
                .toArray();
        return new Sweep(first, new Kept(values, first.size()), label, ", " + second.text(j), where);
    }

    /** {@return the sweep over the second quantity at the i-th value of the first, i from 0} */
    public Sweep row(int i) {
        String where = expression + ".row(" + i + ")";
        Check.within(0, rows() - 1, i, "row(i)", "i", where, "row(0)");
        double[] values =
                IntStream.range(0, height(i)).mapToDouble(j -> at(i, j)).toArray();
        return new Sweep(second, new Kept(values, second.size()), label, ", " + first.text(i), where);
    }

    /** {@return the same numbers under a name of their own, for the title and the scale of the picture} */
    public Grid named(String label) {
        Check.present(label, "named(label)", "label", expression + ".named(null)", "named(\"λ_1\")");
        return new Grid(first, second, kept, label, expression);
    }

    @Override
    public Report report() {
        int step = second.size() > MOST_COLUMNS ? (second.size() - 1) / FEW_COLUMNS + 1 : 1;
        return report(table(step), step);
    }

    @Override
    public Report all() {
        return report(table(1), 1).all();
    }

    /** {@return a line a point: first quantity, second, number} */
    @Override
    public String csv() {
        return report(list(), 1).csv();
    }

    /** {@return a row a point: first quantity, second, number} */
    @Override
    public String json() {
        return report(list(), 1).json();
    }

    private Report report(Table table, int step) {
        return Report.of(
                        label + " over " + first.name() + " and " + second.name(),
                        look.facts(),
                        table,
                        closing(step),
                        new Provenance(expression, Kept.METHOD))
                .drawn(this::drawing);
    }

    private Table list() {
        int columns = second.size();
        return Table.of(
                List.of(first.column(), second.column(), Column.of(label, look.format())),
                kept.count(),
                k -> List.of(first.cell(k / columns), second.cell(k % columns), Cell.real(kept.at(k))));
    }

    /** {@return every so many columns, and the last} */
    private Table table(int step) {
        int[] shown = IntStream.range(0, second.size())
                .filter(j -> j % step == 0 || j == second.size() - 1)
                .toArray();
        List<Column> columns = new ArrayList<>(List.of(first.column()));
        Arrays.stream(shown).forEach(j -> columns.add(Column.of(second.head(j), look.format())));
        return Table.of(columns, rows(), i -> {
            List<Cell> cells = new ArrayList<>(List.of(first.cell(i)));
            Arrays.stream(shown).forEach(j -> cells.add(j < height(i) ? Cell.real(at(i, j)) : Cell.blank()));
            return cells;
        });
    }

    private List<String> closing(int step) {
        List<String> lines = new ArrayList<>(kept.missing("points"));
        if (step > 1) {
            lines.add("every " + step + "th of " + second.size() + " values of " + second.name()
                    + " and the last; .all() shows every one");
        }
        if (look.smallest() < look.largest()) {
            lines.add("smallest at " + place(look.smallest()) + "; largest at " + place(look.largest()));
        }
        if (look.crosses() && second.size() <= MOST_CROSSINGS) {
            lines.add(IntStream.range(0, height(0))
                    .mapToObj(j -> second.text(j) + ": " + column(j).crossing(look.level()))
                    .collect(Collectors.joining("\n")));
        }
        return lines.stream().flatMap(String::lines).toList();
    }

    private String place(double number) {
        int k = IntStream.range(0, kept.count())
                .filter(point -> kept.at(point) == number)
                .findFirst()
                .orElse(0);
        return first.text(k / second.size()) + ", " + second.text(k % second.size());
    }

    private Plot drawing(Report report) {
        int[] across = sampled(rows(), MOST_ACROSS);
        int[] up = sampled(second.size(), MOST_UP);
        List<Series> rows = Arrays.stream(up)
                .mapToObj(j -> new Series(
                        second.text(j),
                        Arrays.stream(across)
                                .filter(i -> j < height(i))
                                .mapToObj(i -> new Series.Point(Scaled.of(first.at(i)), Scaled.of(at(i, j))))
                                .toList()))
                .toList();
        Plot plot = Plot.heatMap(
                report.title(),
                expression,
                first.axis(),
                second.axis(),
                look.axis(label),
                look.level(),
                Arrays.stream(up).mapToDouble(second::at).toArray(),
                rows);
        return across.length < rows() || up.length < second.size()
                ? plot.remark("drawn: " + across.length + " of " + rows() + " values of " + first.name() + ", "
                        + up.length + " of " + second.size() + " of " + second.name() + ", evenly chosen")
                : plot;
    }

    /** {@return so many of the indices below {@code size}, evenly chosen, the first and the last among them} */
    private static int[] sampled(int size, int most) {
        return size <= most
                ? IntStream.range(0, size).toArray()
                : IntStream.range(0, most)
                        .map(k -> (int) ((long) k * (size - 1) / (most - 1)))
                        .toArray();
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
