package gradflow.repl.display;

import gradflow.internal.kernel.Scaled;
import gradflow.report.Format;
import gradflow.report.plot.Plot;
import gradflow.report.plot.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a plot shows, in words, for who doesn't see it. */
final class PlotWords {
    private static final Format FORMAT = Format.significant(3);

    private PlotWords() {}

    /** {@return the title, and of each curve where it begins, where it ends and between what it stays} */
    static String of(Plot plot) {
        List<String> lines = new ArrayList<>(List.of("plot of " + plot.title()));
        for (Series series : plot.series()) {
            lines.add(of(series, plot.x().label(), plot.values().label()));
        }
        return String.join("\n", lines);
    }

    private static String of(Series series, String x, String y) {
        List<Series.Point> points = series.points();
        if (points.isEmpty()) {
            return series.name() + ": no points";
        }
        Series.Point first = points.get(0);
        Series.Point last = points.get(points.size() - 1);
        return series.name() + ": " + points.size() + " points, from " + place(first, x, y) + " to " + place(last, x, y)
                + "; " + y + " between " + FORMAT.text(extreme(points, Series.Point::y, -1)) + " and "
                + FORMAT.text(extreme(points, Series.Point::y, 1));
    }

    private static String place(Series.Point point, String x, String y) {
        return x + " " + FORMAT.text(point.x()) + ", " + y + " " + FORMAT.text(point.y());
    }

    private static Scaled extreme(List<Series.Point> points, Function<Series.Point, Scaled> coordinate, int sign) {
        return points.stream()
                .map(coordinate)
                .max((a, b) -> sign * a.compareTo(b))
                .orElseThrow();
    }
}
