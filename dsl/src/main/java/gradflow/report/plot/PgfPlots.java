package gradflow.report.plot;

import gradflow.internal.check.Numerals;
import gradflow.report.text.LatexText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A picture for LaTeX, as a {@code tikzpicture} of the pgfplots package. An axis of powers of ten is a linear one of
 * logarithms with its own labels, since TeX knows no number below 1e-308.
 */
final class PgfPlots implements Canvas {
    private static final int TICKS_ACROSS = 7;
    private static final int TICKS_UP = 8;
    private static final int COLOURS = 16;
    private static final List<String> DASHES = List.of("solid", "dashed", "densely dotted", "dash dot");

    private final Plot plot;
    private final StringBuilder tex = new StringBuilder();

    private PgfPlots(Plot plot) {
        this.plot = plot;
    }

    static String render(Plot plot) {
        return new PgfPlots(plot).render();
    }

    private String render() {
        Frame frame = plot.frame();
        tex.append("% \\usepackage{pgfplots,amssymb}  \\pgfplotsset{compat=1.16}\n");
        tex.append("\\begin{tikzpicture}\n");
        for (int i = 0; i < Math.min(plot.series().size(), Palette.size()); i++) {
            tex.append("\\definecolor{gradflow").append(i).append("}{HTML}{");
            tex.append(Palette.colour(i, false).substring(1).toUpperCase(Locale.ROOT))
                    .append("}\n");
        }
        tex.append("\\begin{axis}[\n");
        tex.append("  title={").append(LatexText.of(plot.title())).append("},\n");
        tex.append(
                plot.square()
                        ? "  width=0.7\\linewidth, height=0.7\\linewidth, axis equal image,\n"
                        : "  width=0.9\\linewidth, height=0.55\\linewidth,\n");
        axis("x", frame.x(), frame.across(), frame.ticksAcross(TICKS_ACROSS));
        axis("y", frame.y(), frame.up(), frame.ticksUp(TICKS_UP));
        tex.append("  enlargelimits=0.04, grid=major, grid style={black!10}, clip mode=individual,\n");
        tex.append("  legend style={draw=none, at={(0.5,-0.22)}, anchor=north, legend columns=3},\n");
        plot.shades().ifPresent(this::bar);
        tex.append("]\n");
        plot.draw(this, frame);
        legend();
        tex.append("\\end{axis}\n\\end{tikzpicture}");
        plot.notes().forEach(note -> tex.append("\n\\par ").append(LatexText.of(note)));
        return tex.toString();
    }

    private void axis(String letter, Axis axis, Span span, List<Tick> ticks) {
        tex.append("  ")
                .append(letter)
                .append("label={")
                .append(LatexText.head(axis.label()))
                .append("},\n");
        tex.append("  ").append(letter).append("min=").append(number(span.low()));
        tex.append(", ")
                .append(letter)
                .append("max=")
                .append(number(span.high()))
                .append(",\n");
        tex.append("  ");
        ticks(letter, ticks);
        tex.append(",\n");
    }

    /** The scale of the colours, beside the picture. */
    private void bar(Shades shades) {
        Span span = shades.span();
        tex.append("  colorbar, colormap={gradflow}{");
        for (int part = 0; part <= COLOURS; part++) {
            String colour = shades.colour(span.low() + span.length() * part / COLOURS);
            tex.append("rgb255=(").append(rgb(colour)).append(") ");
        }
        tex.append("},\n  point meta min=").append(number(span.low()));
        tex.append(", point meta max=").append(number(span.high()));
        tex.append(",\n  colorbar style={title={")
                .append(LatexText.head(shades.axis().label()))
                .append("}, ");
        ticks("y", Tick.of(shades.axis(), span, TICKS_UP));
        tex.append("},\n");
    }

    private static String rgb(String colour) {
        return IntStream.of(1, 3, 5)
                .mapToObj(at -> String.valueOf(Integer.parseInt(colour, at, at + 2, 16)))
                .collect(Collectors.joining(","));
    }

    private void ticks(String letter, List<Tick> ticks) {
        tex.append(letter).append("tick={");
        tex.append(ticks.stream().map(tick -> number(tick.at())).collect(Collectors.joining(",")));
        tex.append("},\n  ").append(letter).append("ticklabels={");
        tex.append(ticks.stream()
                .map(tick -> "{" + Script.latex(tick.label()) + "}")
                .collect(Collectors.joining(",")));
        tex.append("}");
    }

    private void legend() {
        if (!plot.isExplained()) {
            return;
        }
        for (int i = 0; i < plot.series().size(); i++) {
            String look = plot.joins(i) ? look(i) : look(i) + ", only marks, mark=*";
            tex.append("\\addlegendimage{").append(look).append("}\n");
            tex.append("\\addlegendentry{")
                    .append(LatexText.head(plot.series().get(i).name()))
                    .append("}\n");
        }
    }

    private static String look(int series) {
        return "gradflow" + series % Palette.size() + ", thick, " + DASHES.get(series % DASHES.size());
    }

    private static String number(double x) {
        return Numerals.plain(x);
    }

    private static String spot(Spot spot) {
        return "(" + number(spot.x()) + "," + number(spot.y()) + ")";
    }

    @Override
    public void line(List<Spot> spots, int series) {
        tex.append("\\addplot[").append(look(series)).append(", forget plot] coordinates {\n");
        spots.forEach(spot -> tex.append("  ").append(spot(spot)).append('\n'));
        tex.append("};\n");
    }

    @Override
    public void cell(Spot low, Spot high, Shade shade) {
        tex.append("\\fill[fill={rgb,255:red,%s;green,%s;blue,%s}] (axis cs:"
                .formatted((Object[]) rgb(shade.colour()).split(",")));
        tex.append(spot(low).substring(1))
                .append(" rectangle (axis cs:")
                .append(spot(high).substring(1));
        tex.append(";\n");
    }

    @Override
    public void guide(Spot from, Spot to) {
        tex.append("\\draw[gray, densely dashed] (axis cs:").append(spot(from).substring(1));
        tex.append(" -- (axis cs:").append(spot(to).substring(1)).append(";\n");
    }

    @Override
    public void ring(Spot centre, double radius) {
        tex.append("\\draw[gray, densely dashed] (axis cs:").append(spot(centre).substring(1));
        tex.append(" circle[radius=").append(number(radius)).append("];\n");
    }

    @Override
    public void mark(Spot spot, Mark mark, int series) {
        String shape = switch (mark) {
            case DOT -> "mark=*, mark size=1pt";
            case POINT -> "mark=*, mark size=2pt";
            case BELOW -> "mark=triangle, mark options={rotate=180}, mark size=3pt";
            case ABOVE -> "mark=triangle, mark size=3pt";
        };
        tex.append("\\addplot[gradflow")
                .append(series % Palette.size())
                .append(", only marks, ")
                .append(shape);
        tex.append(", forget plot] coordinates {").append(spot(spot)).append("};\n");
    }
}
