package gradflow.report.plot;

import gradflow.internal.check.Refusal;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws with Java2D. The only class that knows AWT, so that a program without pictures in pixels never loads it; it needs no
 * screen.
 */
final class PngPen implements Pen {
    private static final double WIDTH_AT_SCALE_1 = Svg.WIDTH;
    private static final float LINE = 1.8f;
    private static final double DOT = 2.4;
    private static final double POINT = 4;
    private static final double EDGE = 5;

    private final Graphics2D graphics;
    private final Palette.Ground ground;
    private final boolean dark;

    private PngPen(Graphics2D graphics, boolean dark) {
        this.graphics = graphics;
        this.dark = dark;
        ground = dark ? Palette.BY_NIGHT : Palette.BY_DAY;
    }

    static byte[] render(Plot plot, String expression, int width, int height, boolean dark) {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        try {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            double scale = Math.max(1, width / WIDTH_AT_SCALE_1);
            PngPen pen = new PngPen(graphics, dark);
            pen.prepare(width, height, scale);
            Page.draw(plot, pen, width / scale, height / scale);
            graphics.dispose();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (LinkageError | InternalError | NullPointerException | IOException missing) {
            throw new Refusal(
                    "png(…): this Java can't draw pixels: it has no fonts or no graphics library",
                    expression + ".plot().png(" + width + ", " + height + ")",
                    "svg(), which needs neither; or the packages fontconfig and fonts-dejavu");
        }
    }

    private void prepare(int width, int height, double scale) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.decode(ground.paper()));
        graphics.fillRect(0, 0, width, height);
        graphics.transform(AffineTransform.getScaleInstance(scale, scale));
    }

    @Override
    public void text(Spot at, Anchor anchor, Face face, String label) {
        graphics.setColor(Color.decode(face == Face.CODE || face == Face.TICK ? ground.faint() : ground.ink()));
        List<Script> runs = face == Face.CODE ? List.of(new Script(label, 0)) : Script.of(label);
        double length = runs.stream().mapToDouble(run -> length(run, face)).sum();
        double x = at.x() - (anchor == Anchor.START ? 0 : anchor == Anchor.END ? length : length / 2);
        for (Script run : runs) {
            graphics.setFont(font(run, face));
            graphics.drawString(run.text(), (float) x, (float) (at.y() + run.drop(face.size())));
            x += length(run, face);
        }
    }

    private double length(Script run, Face face) {
        return font(run, face)
                .getStringBounds(run.text(), graphics.getFontRenderContext())
                .getWidth();
    }

    private static Font font(Script run, Face face) {
        String family = face == Face.CODE ? Font.MONOSPACED : Font.SANS_SERIF;
        double size = face.size() * (run.level() == 0 ? 1 : Script.SMALL);
        return new Font(family, face == Face.TITLE ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
    }

    private void stroke(Shape shape, String colour, float width, List<Integer> dashes) {
        graphics.setColor(Color.decode(colour));
        float[] lengths = new float[dashes.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = dashes.get(i);
        }
        graphics.setStroke(new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths.length == 0 ? null : lengths, 0));
        graphics.draw(shape);
    }

    private static Shape segment(Spot from, Spot to) {
        return new Line2D.Double(from.x(), from.y(), to.x(), to.y());
    }

    private static Shape circle(Spot centre, double radius) {
        return new Ellipse2D.Double(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    }

    /** Without blended edges, between which the paper would shine through. */
    @Override
    public void cell(Spot corner, double width, double height, String colour) {
        graphics.setColor(Color.decode(colour));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        graphics.fill(new Rectangle2D.Double(corner.x(), corner.y(), width, height));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    @Override
    public void grid(Spot from, Spot to) {
        stroke(segment(from, to), ground.grid(), 1, List.of());
    }

    @Override
    public void tick(Spot from, Spot to) {
        stroke(segment(from, to), ground.guide(), 1, List.of());
    }

    @Override
    public void box(Spot corner, double width, double height) {
        stroke(new Rectangle2D.Double(corner.x(), corner.y(), width, height), ground.guide(), 1, List.of());
    }

    @Override
    public void guide(Spot from, Spot to) {
        stroke(segment(from, to), ground.guide(), 1, Palette.GUIDE);
    }

    @Override
    public void ring(Spot centre, double radius) {
        stroke(circle(centre, radius), ground.guide(), 1, Palette.GUIDE);
    }

    @Override
    public void line(List<Spot> spots, int series) {
        Path2D path = new Path2D.Double();
        path.moveTo(spots.get(0).x(), spots.get(0).y());
        spots.forEach(spot -> path.lineTo(spot.x(), spot.y()));
        stroke(path, Palette.colour(series, dark), LINE, Palette.dashes(series));
    }

    @Override
    public void mark(Spot at, Mark mark, int series) {
        switch (mark) {
            case DOT -> fill(circle(at, DOT), series);
            case POINT -> fill(circle(at, POINT), series);
            case BELOW -> triangle(at, EDGE, series);
            case ABOVE -> triangle(at, -EDGE, series);
        }
    }

    private void fill(Shape shape, int series) {
        graphics.setColor(Color.decode(Palette.colour(series, dark)));
        graphics.fill(shape);
    }

    private void triangle(Spot at, double size, int series) {
        Path2D path = new Path2D.Double();
        path.moveTo(at.x(), at.y() + size);
        path.lineTo(at.x() - EDGE, at.y() - size * 0.7);
        path.lineTo(at.x() + EDGE, at.y() - size * 0.7);
        path.closePath();
        graphics.setColor(Color.decode(ground.paper()));
        graphics.fill(path);
        stroke(path, Palette.colour(series, dark), 1.2f, List.of());
    }
}
