package gradflow.report.plot;

/** A picture as an SVG document: the same bytes on every machine, and the numbers inside. */
final class Svg {
    static final int WIDTH = 720;
    private static final int HEIGHT = 440;

    private Svg() {}

    /** {@return how wide the picture is, in points} */
    static int width(Plot plot) {
        return plot.square() ? HEIGHT + HEIGHT / 10 : WIDTH;
    }

    /** {@return how high the picture is, in points} */
    static int height(Plot plot) {
        return plot.square() ? HEIGHT + HEIGHT / 5 : HEIGHT;
    }

    static String render(Plot plot) {
        int width = width(plot);
        int height = height(plot);
        SvgPen pen = new SvgPen();
        Page.draw(plot, pen, width, height);
        String title = SvgPen.escaped(plot.title());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" class="gradflow" width="%1$d" height="%2$d" \
                viewBox="0 0 %1$d %2$d" role="img" aria-label="%3$s">
                <title>%3$s</title>
                <desc>%4$s</desc>
                <metadata>
                %5$s</metadata>
                <style>
                %6$s</style>
                <rect class="paper" width="%1$d" height="%2$d"/>
                %7$s</svg>
                """.formatted(
                        width,
                        height,
                        title,
                        SvgPen.escaped(String.join("\n", plot.description())),
                        FigureData.of(plot).xml(),
                        SvgStyle.sheet(plot.series().size(), plot.shades().isPresent()),
                        pen.elements());
    }
}
