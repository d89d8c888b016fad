package gradflow.report.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Writes SVG elements: two decimals, colours by class, no font asked for its measures. */
final class SvgPen implements Pen {
    private static final int DECIMALS = 2;
    private static final double MARK = 2.4;
    private static final double POINT = 4;
    private static final double EDGE = 5;

    private final StringBuilder svg = new StringBuilder();

    String elements() {
        return svg.toString();
    }

    /** {@return {@code text} as the content of an element or an attribute} */
    static String escaped(String text) {
        StringBuilder xml = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> xml.appendCodePoint(isAllowed(c) ? c : ' ');
            }
        });
        return xml.toString();
    }

    /** XML has no signs for control codes, halves of pairs, and the last two of a plane. */
    private static boolean isAllowed(int c) {
        boolean control = c < ' ' && c != '\n';
        return !control && Character.getType(c) != Character.SURROGATE && (c & 0xFFFF) < 0xFFFE;
    }

    private static String number(double x) {
        BigDecimal rounded = new BigDecimal(x).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    @Override
    public void text(Spot at, Anchor anchor, Face face, String label) {
        svg.append("<text class=\"")
                .append(face.name().toLowerCase(Locale.ROOT))
                .append('"');
        svg.append(" x=\"")
                .append(number(at.x()))
                .append("\" y=\"")
                .append(number(at.y()))
                .append('"');
        if (anchor != Anchor.START) {
            svg.append(" text-anchor=\"")
                    .append(anchor == Anchor.END ? "end" : "middle")
                    .append('"');
        }
        svg.append('>');
        List<Script> runs = face == Face.CODE ? List.of(new Script(label, 0)) : Script.of(label);
        double raised = 0;
        for (Script run : runs) {
            double level = run.drop(face.size());
            if (level == raised && run.level() == 0) {
                svg.append(escaped(run.text()));
            } else {
                svg.append("<tspan dy=\"").append(number(level - raised)).append('"');
                if (run.level() != 0) {
                    svg.append(" font-size=\"")
                            .append(number(face.size() * Script.SMALL))
                            .append('"');
                }
                svg.append('>').append(escaped(run.text())).append("</tspan>");
            }
            raised = level;
        }
        svg.append("</text>\n");
    }

    private void segment(String kind, Spot from, Spot to) {
        svg.append("<path class=\"").append(kind).append("\" d=\"M");
        svg.append(number(from.x())).append(' ').append(number(from.y())).append('L');
        svg.append(number(to.x())).append(' ').append(number(to.y())).append("\"/>\n");
    }

    @Override
    public void cell(Spot corner, double width, double height, String colour) {
        svg.append("<rect class=\"cell\" fill=\"").append(colour).append('"');
        rectangle(corner, width, height);
    }

    @Override
    public void grid(Spot from, Spot to) {
        segment("grid", from, to);
    }

    @Override
    public void tick(Spot from, Spot to) {
        segment("edge", from, to);
    }

    @Override
    public void guide(Spot from, Spot to) {
        segment("guide", from, to);
    }

    @Override
    public void box(Spot corner, double width, double height) {
        svg.append("<rect class=\"edge\"");
        rectangle(corner, width, height);
    }

    private void rectangle(Spot corner, double width, double height) {
        svg.append(" x=\"").append(number(corner.x())).append("\" y=\"").append(number(corner.y()));
        svg.append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\"/>\n");
    }

    @Override
    public void ring(Spot centre, double radius) {
        circle("guide", centre, radius);
    }

    private void circle(String kind, Spot centre, double radius) {
        svg.append("<circle class=\"").append(kind).append("\" cx=\"").append(number(centre.x()));
        svg.append("\" cy=\"")
                .append(number(centre.y()))
                .append("\" r=\"")
                .append(number(radius))
                .append("\"/>\n");
    }

    @Override
    public void line(List<Spot> spots, int series) {
        svg.append("<polyline class=\"").append(SvgStyle.line(series)).append("\" points=\"");
        for (int i = 0; i < spots.size(); i++) {
            svg.append(i == 0 ? "" : " ")
                    .append(number(spots.get(i).x()))
                    .append(',')
                    .append(number(spots.get(i).y()));
        }
        svg.append("\"/>\n");
    }

    @Override
    public void mark(Spot at, Mark mark, int series) {
        String kind = SvgStyle.mark(series);
        switch (mark) {
            case DOT -> circle(kind, at, MARK);
            case POINT -> circle(kind, at, POINT);
            case BELOW -> triangle(kind, at, EDGE);
            case ABOVE -> triangle(kind, at, -EDGE);
        }
    }

    private void triangle(String kind, Spot at, double size) {
        svg.append("<path class=\"").append(kind).append(" hollow\" d=\"M");
        svg.append(number(at.x())).append(' ').append(number(at.y() + size)).append('L');
        svg.append(number(at.x() - Math.abs(size)))
                .append(' ')
                .append(number(at.y() - size * 0.7))
                .append('H');
        svg.append(number(at.x() + Math.abs(size))).append("Z\"/>\n");
    }
}
