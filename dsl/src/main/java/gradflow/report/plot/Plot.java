package gradflow.report.plot;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import gradflow.internal.check.Check;
import gradflow.internal.kernel.Scaled;
import gradflow.report.text.FlatText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A picture, as numbers: axes, layers, and what can't be shown in words. {@code toString()} draws it for a terminal; {@link
 * #svg()}, {@link #tex()} and {@link #png(String)} for notes, books and screens.
 *
 * <pre>{@code
 * compare(rnn(), lstm()).unroll(50).gradNorms().plot()
 * }</pre>
 */
public final class Plot {
    private static final int COLUMNS = 80;
    private static final int ROWS = 24;
    private static final int LEAST_PIXELS = 200;
    private static final int MOST_PIXELS = 8000;
    private static final String PNG_REMEDY = "png(1440, 880, false)";

    private final String title;
    private final String expression;
    private final Axis x;
    private final Axis y;
    private final boolean square;
    private final boolean retitled;
    private final Optional<Shades> shades;
    private final List<Layer> layers;
    private final List<String> remarks;

    private Plot(
            String title,
            String expression,
            Axis x,
            Axis y,
            boolean square,
            boolean retitled,
            Optional<Shades> shades,
            List<Layer> layers,
            List<String> remarks) {
        this.title = FlatText.of(title);
        this.expression = FlatText.of(expression);
        this.x = x;
        this.y = y;
        this.square = square;
        this.retitled = retitled;
        this.shades = shades;
        this.layers = List.copyOf(layers);
        this.remarks = List.copyOf(remarks);
    }

    /**
     * {@return curves over one axis, each a line through its points}
     *
     * @param title what is seen
     * @param expression that asks for it
     * @param x the axis that all share
     * @param y the other axis
     * @param curves one or more
     */
    public static Plot curves(String title, String expression, Axis x, Axis y, List<Series> curves) {
        return new Plot(
                title,
                expression,
                x,
                y,
                false,
                false,
                Optional.empty(),
                curves.stream().<Layer>map(Curve::new).toList(),
                List.of());
    }

    /**
     * {@return points of the complex plane, with the same unit along both axes and the unit circle}
     *
     * @param title what is seen
     * @param expression that asks for it
     * @param letter of a number in that plane, as λ
     * @param points x is the real part, y the imaginary part
     */
    public static Plot plane(String title, String expression, String letter, List<Series> points) {
        List<Layer> layers = Stream.concat(
                        Stream.<Layer>of(new Layer.Ring(1)), points.stream().<Layer>map(Layer.Dots::new))
                .toList();
        return new Plot(
                title,
                expression,
                Axis.linear("Re " + letter),
                Axis.linear("Im " + letter),
                true,
                false,
                Optional.empty(),
                layers,
                List.of());
    }

    /**
     * {@return a heat map: a row of coloured cells for each series, around its points and a place on the second axis}
     *
     * @param title what is seen
     * @param expression that asks for it
     * @param x the axis of the points
     * @param y the axis of the rows
     * @param values the axis of what is coloured
     * @param level the value that parts the colours, if there are some on both sides of it
     * @param places of the rows on the second axis, one a series
     * @param rows one or more series with the same points, or less of them
     */
    public static Plot heatMap(
            String title,
            String expression,
            Axis x,
            Axis y,
            Axis values,
            double level,
            double[] places,
            List<Series> rows) {
        Shades shades = Shades.of(values, rows, level);
        Cells across = Cells.around(rows.stream()
                .flatMap(row -> row.points().stream())
                .mapToDouble(point -> x.scale().place(point.x()))
                .toArray());
        double[] heights = Arrays.stream(places)
                .map(place -> y.scale().place(Scaled.of(place)))
                .toArray();
        Cells up = Cells.around(heights);
        return new Plot(
                title,
                expression,
                x,
                y,
                false,
                false,
                Optional.of(shades),
                IntStream.range(0, rows.size())
                        .<Layer>mapToObj(j -> new Stripe(rows.get(j), across, up.around(heights[j]), shades))
                        .toList(),
                List.of());
    }

    /** {@return this picture with points that no line joins} */
    public Plot points(Series points) {
        return over(new Layer.Dots(points));
    }

    /** {@return this picture with a series of lines that aren't joined with each other, each a closed one or an open one} */
    public Plot lines(String name, List<List<Series.Point>> lines) {
        return over(Lines.of(name, lines));
    }

    /** {@return this picture with one thing more, of whatever kind} */
    Plot over(Layer layer) {
        return new Plot(
                title,
                expression,
                x,
                y,
                square,
                retitled,
                shades,
                Stream.concat(layers.stream(), Stream.of(layer)).toList(),
                remarks);
    }

    /** {@return this picture with a line at one value of the second axis, for example at norm 1} */
    public Plot level(double value) {
        double at = y.scale().place(Scaled.of(value));
        return new Plot(
                title,
                expression,
                x,
                y,
                square,
                retitled,
                shades,
                Stream.concat(Stream.of(new Layer.Level(at)), layers.stream()).toList(),
                remarks);
    }

    /** {@return this picture with a line of words below it} */
    public Plot remark(String words) {
        return new Plot(
                title,
                expression,
                x,
                y,
                square,
                retitled,
                shades,
                layers,
                Stream.concat(remarks.stream(), Stream.of(words)).toList());
    }

    /** {@return this picture under a title of your own, and without the expression below it} */
    public Plot titled(String words) {
        return new Plot(words, expression, x, y, square, true, shades, layers, remarks);
    }

    /** {@return what is seen} */
    public String title() {
        return title;
    }

    /** {@return the first axis} */
    public Axis x() {
        return x;
    }

    /** {@return the second axis} */
    public Axis y() {
        return y;
    }

    /** {@return the axis of the second numbers of the series: the second one, or that of the colours} */
    public Axis values() {
        return shades.map(Shades::axis).orElse(y);
    }

    /** {@return what the colours mean, if there are any} */
    Optional<Shades> shades() {
        return shades;
    }

    /** {@return the numbers behind this picture} */
    public List<Series> series() {
        return layers.stream().flatMap(layer -> layer.series().stream()).toList();
    }

    /** {@return what the picture can't show of its points, and what else there is to say} */
    public List<String> notes() {
        Captions captions = new Captions(x, values());
        return Stream.concat(
                        (shades.isPresent() ? captions.together(series()) : captions.of(series())).stream(),
                        remarks.stream())
                .toList();
    }

    boolean square() {
        return square;
    }

    /** {@return whether the series are told apart by their looks, which are to be explained} */
    boolean isExplained() {
        return shades.isEmpty() && series().size() > 1;
    }

    boolean joins(int series) {
        return layers.stream()
                .filter(layer -> layer.series().isPresent())
                .toList()
                .get(series)
                .joins();
    }

    /** {@return the title, and the expression where the title doesn't have it} */
    List<String> titles() {
        return retitled || title.contains(expression) ? List.of(title) : List.of(title, expression);
    }

    /** {@return the picture in words, for those who can't see it} */
    List<String> description() {
        List<String> words = new ArrayList<>();
        words.add(retitled ? title : expression);
        for (Layer layer : layers) {
            layer.series().ifPresent(line -> {
                int size = line.points().size();
                words.add(line.name() + ": " + size + (size == 1 ? " point" : " points") + FigureData.thinning(size)
                        + layer.thinning());
            });
        }
        words.addAll(notes());
        return words;
    }

    Frame frame() {
        return Frame.of(x, y, layers);
    }

    void draw(Canvas canvas, Frame frame) {
        int series = 0;
        for (Layer layer : layers) {
            layer.draw(canvas, frame, series);
            series += layer.series().isPresent() ? 1 : 0;
        }
    }

    /**
     * {@return the picture in characters}
     *
     * @param width columns; a picture needs some twenty
     * @param height rows, title and notes among them; at least six are given to the grid
     * @param signs whether braille and signs of mathematics may be used, or ASCII alone
     */
    public String text(int width, int height, boolean signs) {
        String where = expression + ".plot().text(" + width + ", " + height + ", " + signs + ")";
        Check.atLeast(1, width, "text(width, height, signs)", "width", where, "text(80, 24, true)");
        Check.atLeast(1, height, "text(width, height, signs)", "height", where, "text(80, 24, true)");
        return TextPlot.render(this, width, height, signs);
    }

    /** {@return an SVG document: readable on light and dark ground, the same bytes on every machine, the numbers inside} */
    public String svg() {
        return Svg.render(this);
    }

    /** {@return the file of this name, with the picture as SVG; one that is there is replaced} */
    @CanIgnoreReturnValue
    public Path svg(String path) {
        return Written.file("svg", path, expression, svg().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return a PNG image}
     *
     * @param width in pixels, {@value #LEAST_PIXELS}..{@value #MOST_PIXELS}
     * @param height in pixels, likewise
     * @param dark whether for dark ground
     */
    public byte[] png(int width, int height, boolean dark) {
        String where = expression + ".plot().png(" + width + ", " + height + ", " + dark + ")";
        Check.within(LEAST_PIXELS, MOST_PIXELS, width, "png(width, height, dark)", "width", where, PNG_REMEDY);
        Check.within(LEAST_PIXELS, MOST_PIXELS, height, "png(width, height, dark)", "height", where, PNG_REMEDY);
        return PngPen.render(this, expression, width, height, dark);
    }

    /** {@return the file of this name, with the picture as PNG, sharp enough for print; one that is there is replaced} */
    @CanIgnoreReturnValue
    public Path png(String path) {
        return Written.file("png", path, expression, png(2 * Svg.width(this), 2 * Svg.height(this), false));
    }

    /** {@return the picture for LaTeX, drawn by its pgfplots package} */
    public String tex() {
        return PgfPlots.render(this);
    }

    /** {@return the file of this name, with the picture for LaTeX; one that is there is replaced} */
    @CanIgnoreReturnValue
    public Path tex(String path) {
        return Written.file("tex", path, expression, (tex() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the picture for a terminal of 80 columns} */
    @Override
    public String toString() {
        return text(COLUMNS, ROWS, true);
    }
}
