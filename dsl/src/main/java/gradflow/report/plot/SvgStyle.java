package gradflow.report.plot;

import gradflow.report.plot.Pen.Face;
import java.util.stream.Collectors;

/** The style sheet of a picture: light, and dark where the reader prefers that. */
final class SvgStyle {
    private static final String SANS = "font-family:system-ui,-apple-system,'Segoe UI','DejaVu Sans',sans-serif";
    private static final String MONO = "font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace";

    private SvgStyle() {}

    static String line(int series) {
        return "line s" + series % Palette.size();
    }

    static String mark(int series) {
        return "mark s" + series % Palette.size();
    }

    /** {@return the rules; those of series only for as many as there are, those of cells where there are any} */
    static String sheet(int series, boolean cells) {
        StringBuilder css = new StringBuilder();
        css.append(".gradflow text{").append(SANS).append(";white-space:pre}\n");
        css.append(".gradflow .title{font-size:").append(size(Face.TITLE)).append("px;font-weight:600}\n");
        css.append(".gradflow .code{font-size:")
                .append(size(Face.CODE))
                .append("px;")
                .append(MONO)
                .append("}\n");
        css.append(".gradflow .label{font-size:").append(size(Face.LABEL)).append("px}\n");
        css.append(".gradflow .tick{font-size:").append(size(Face.TICK)).append("px}\n");
        css.append(".gradflow .note{font-size:").append(size(Face.NOTE)).append("px}\n");
        css.append(".gradflow .grid,.gradflow .edge,.gradflow .guide{fill:none;stroke-width:1}\n");
        css.append(".gradflow .guide{stroke-dasharray:5 4}\n");
        if (cells) {
            css.append(".gradflow .cell{shape-rendering:crispEdges}\n");
        }
        css.append(".gradflow .line{fill:none;stroke-width:1.8;stroke-linejoin:round}\n");
        css.append(".gradflow .mark{stroke-width:1.2}\n");
        int used = Math.min(series, Palette.size());
        for (int i = 0; i < used; i++) {
            if (!Palette.dashes(i).isEmpty()) {
                css.append(".gradflow .line.s").append(i).append("{stroke-dasharray:");
                css.append(Palette.dashes(i).stream().map(Object::toString).collect(Collectors.joining(" ")));
                css.append("}\n");
            }
        }
        colours(css, used, false);
        css.append("@media (prefers-color-scheme:dark){\n");
        colours(css, used, true);
        return css.append("}\n").toString();
    }

    private static String size(Face face) {
        return face.size() == Math.rint(face.size())
                ? Integer.toString((int) face.size())
                : Double.toString(face.size());
    }

    private static void colours(StringBuilder css, int series, boolean dark) {
        Palette.Ground ground = dark ? Palette.BY_NIGHT : Palette.BY_DAY;
        css.append(".gradflow .paper{fill:").append(ground.paper()).append("}\n");
        css.append(".gradflow text{fill:").append(ground.ink()).append("}\n");
        css.append(".gradflow .code,.gradflow .tick{fill:")
                .append(ground.faint())
                .append("}\n");
        css.append(".gradflow .grid{stroke:").append(ground.grid()).append("}\n");
        css.append(".gradflow .edge,.gradflow .guide{stroke:")
                .append(ground.guide())
                .append("}\n");
        for (int i = 0; i < series; i++) {
            String colour = Palette.colour(i, dark);
            css.append(".gradflow .s")
                    .append(i)
                    .append("{stroke:")
                    .append(colour)
                    .append("}\n");
            css.append(".gradflow .mark.s")
                    .append(i)
                    .append("{fill:")
                    .append(colour)
                    .append("}\n");
        }
        css.append(".gradflow .hollow.mark{fill:").append(ground.paper()).append("}\n");
    }
}
