package gradflow.report;

import gradflow.internal.kernel.Scaled;
import gradflow.report.plot.Axis;
import gradflow.report.plot.Plot;
import gradflow.report.plot.Scale;
import gradflow.report.plot.Series;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A wish to see columns of the table as curves over its first column. An empty place in the table has no point.
 *
 * @param label of the axis of values
 * @param scale of that axis
 * @param columns which, each a curve with the column's head as its name
 * @param level whether the value that changes nothing is drawn too: 1 among powers of ten, 0 among sums
 */
public record Curves(String label, Scale scale, List<Integer> columns, boolean level) implements Drawing {

    /** Copies. */
    public Curves {
        columns = List.copyOf(columns);
    }

    /** {@return curves on an axis of powers of ten} */
    public static Curves logarithmic(String label, Integer... columns) {
        return new Curves(label, Scale.LOGARITHMIC, List.of(columns), false);
    }

    /** {@return curves on an axis of values} */
    public static Curves linear(String label, Integer... columns) {
        return new Curves(label, Scale.LINEAR, List.of(columns), false);
    }

    /** {@return these curves of the columns {@code first..last}} */
    public Curves columns(int first, int last) {
        return new Curves(
                label, scale, IntStream.rangeClosed(first, last).boxed().toList(), level);
    }

    /** {@return these curves, with a line at 1 or at 0} */
    public Curves withLevel() {
        return new Curves(label, scale, columns, true);
    }

    @Override
    public Plot of(Report report) {
        Table table = report.table();
        Plot plot = Plot.curves(
                report.title(),
                report.provenance().expression(),
                Axis.linear(table.columns().get(0).head()),
                new Axis(label, scale),
                columns.stream().map(column -> series(table, column)).toList());
        return level ? plot.level(scale == Scale.LOGARITHMIC ? 1 : 0) : plot;
    }

    private static Series series(Table table, int column) {
        return new Series(
                table.columns().get(column).head(),
                table.rows().stream()
                        .filter(row -> CellText.isNumber(row.get(column)))
                        .map(row -> new Series.Point(number(row.get(0)), number(row.get(column))))
                        .toList());
    }

    private static Scaled number(Cell cell) {
        return cell instanceof Cell.Real real
                ? real.value()
                : Scaled.of(cell instanceof Cell.Whole whole ? whole.value() : Double.NaN);
    }
}
