package gradflow.report.plot;

import gradflow.internal.kernel.Scaled;
import gradflow.report.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The numbers that a picture shows, as they stand in the {@code <metadata>} of its SVG, so that two pictures can be compared
 * by what they mean.
 *
 * <pre>{@code
 * FigureData.read(old).changes(FigureData.read(now), String::equals)
 * }</pre>
 *
 * @param title of the picture
 * @param x what the first number of a point is
 * @param y what the second is
 * @param series in order
 */
public record FigureData(String title, String x, String y, List<Line> series) {
    /** Of a longer series every k-th point is kept, with the smallest k that keeps no more. */
    private static final int MOST_POINTS = 5000;

    private static final String NAMESPACE = "urn:gradflow:figure";
    private static final Pattern DATA = Pattern.compile(
            "<data xmlns=\"" + NAMESPACE + "\" title=\"([^\"]*)\" x=\"([^\"]*)\" y=\"([^\"]*)\">(.*?)</data>",
            Pattern.DOTALL);
    private static final Pattern SERIES = Pattern.compile("<series name=\"([^\"]*)\">([^<]*)</series>");

    /** Copies. */
    public FigureData {
        series = List.copyOf(series);
    }

    /**
     * One series.
     *
     * @param name as the legend has it
     * @param points in order
     */
    public record Line(String name, List<Numerals> points) {
        /** Copies. */
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * One point, each number with as many digits as it takes to read back the same, 17 where it lies beyond a double; NaN,
     * Infinity and -Infinity as words.
     *
     * @param x the first number
     * @param y the second
     */
    public record Numerals(String x, String y) {}

    /** {@return what {@code plot} shows} */
    static FigureData of(Plot plot) {
        return new FigureData(
                plot.title(),
                plot.x().label(),
                plot.values().label(),
                plot.series().stream()
                        .map(series -> new Line(series.name(), kept(series.points())))
                        .toList());
    }

    /** {@return what is to be said of a series of so many points; nothing if all are kept} */
    static String thinning(int points) {
        return points <= MOST_POINTS ? "" : ", of which every " + every(points) + "th stands in the data";
    }

    private static int every(int points) {
        return (points + MOST_POINTS - 1) / MOST_POINTS;
    }

    private static List<Numerals> kept(List<Series.Point> points) {
        int every = every(points.size());
        return IntStream.range(0, points.size())
                .filter(i -> i % every == 0)
                .mapToObj(points::get)
                .map(point -> new Numerals(numeral(point.x()), numeral(point.y())))
                .toList();
    }

    private static String numeral(Scaled x) {
        return x.isFinite() ? NumberText.whole(x) : Double.toString(x.significand());
    }

    String xml() {
        StringBuilder xml = new StringBuilder("<data xmlns=\"" + NAMESPACE + "\"");
        xml.append(" title=\"").append(SvgPen.escaped(title));
        xml.append("\" x=\"").append(SvgPen.escaped(x));
        xml.append("\" y=\"").append(SvgPen.escaped(y)).append("\">\n");
        for (Line line : series) {
            xml.append("<series name=\"").append(SvgPen.escaped(line.name())).append("\">\n");
            line.points()
                    .forEach(point ->
                            xml.append(point.x()).append(' ').append(point.y()).append('\n'));
            xml.append("</series>\n");
        }
        return xml.append("</data>\n").toString();
    }

    /** {@return what the SVG of a picture shows; no series if the document isn't one of ours} */
    public static FigureData read(String svg) {
        Matcher data = DATA.matcher(svg);
        if (!data.find()) {
            return new FigureData("", "", "", List.of());
        }
        List<Line> lines = SERIES.matcher(data.group(4))
                .results()
                .map(series -> new Line(
                        plain(series.group(1)),
                        series.group(2)
                                .lines()
                                .map(line -> line.split(" "))
                                .filter(numbers -> numbers.length == 2)
                                .map(numbers -> new Numerals(numbers[0], numbers[1]))
                                .toList()))
                .toList();
        return new FigureData(plain(data.group(1)), plain(data.group(2)), plain(data.group(3)), lines);
    }

    private static String plain(String xml) {
        return xml.replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    /**
     * What another picture shows differently, in words: {@code series "tanh", t = 40: 0.00031 became 0.00029}. Empty if the
     * two mean the same, so that they differ in style alone or not at all.
     *
     * @param now the other picture
     * @param same whether two numerals count as equal
     * @return one line a difference
     */
    public List<String> changes(FigureData now, BiPredicate<String, String> same) {
        List<String> changes = new ArrayList<>();
        changed(changes, "title", title, now.title);
        changed(changes, "first axis", x, now.x);
        changed(changes, "second axis", y, now.y);
        Map<String, Line> then = new LinkedHashMap<>();
        series.forEach(line -> then.put(line.name(), line));
        for (Line line : now.series) {
            Line before = then.remove(line.name());
            if (before == null) {
                changes.add("series \"" + line.name() + "\" is new");
            } else {
                changes(changes, before, line, same);
            }
        }
        then.keySet().forEach(name -> changes.add("series \"" + name + "\" is gone"));
        return changes;
    }

    private static void changed(List<String> changes, String what, String before, String now) {
        if (!before.equals(now)) {
            changes.add(what + ": \"" + before + "\" became \"" + now + "\"");
        }
    }

    private void changes(List<String> changes, Line before, Line line, BiPredicate<String, String> same) {
        String name = "series \"" + line.name() + "\"";
        if (before.points().size() != line.points().size()) {
            changes.add(name + ": " + before.points().size() + " points became "
                    + line.points().size());
            return;
        }
        for (int i = 0; i < line.points().size(); i++) {
            Numerals was = before.points().get(i);
            Numerals is = line.points().get(i);
            String where = name + ", " + x + " = " + was.x() + ": ";
            if (!same.test(was.x(), is.x())) {
                changes.add(where + "became " + x + " = " + is.x());
            }
            if (!same.test(was.y(), is.y())) {
                changes.add(where + was.y() + " became " + is.y());
            }
        }
    }
}
