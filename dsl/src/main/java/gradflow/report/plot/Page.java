package gradflow.report.plot;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import gradflow.report.plot.Pen.Anchor;
import gradflow.report.plot.Pen.Face;
import gradflow.report.text.DisplayWidth;
import gradflow.report.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where everything of a picture stands on a page. Room for text is reckoned by the number of its letters, so that a page is
 * the same on machines with other fonts.
 */
final class Page {
    private static final double BORDER = 16;
    private static final double LETTER = 0.62;
    private static final double LINE = 1.45;
    private static final double GAP = 10;
    private static final double TICK = 5;
    private static final double INSET = 8;
    private static final double LEAST_AREA = 80;
    private static final double TICK_EVERY_ACROSS = 70;
    private static final double TICK_EVERY_UP = 34;
    private static final double SWATCH = 26;

    private final Plot plot;
    private final Pen pen;
    private final double width;
    private final double height;

    private Page(Plot plot, Pen pen, double width, double height) {
        this.plot = plot;
        this.pen = pen;
        this.width = width;
        this.height = height;
    }

    static void draw(Plot plot, Pen pen, double width, double height) {
        new Page(plot, pen, width, height).draw();
    }

    private void draw() {
        double top = BORDER;
        top = lines(top, Face.TITLE, Wrap.words(plot.title(), letters(Face.TITLE)));
        for (String title : plot.titles().subList(1, plot.titles().size())) {
            top = lines(top, Face.CODE, Wrap.chain(title, letters(Face.CODE)));
        }
        top += GAP + size(Face.LABEL);
        double labelled = top;
        top += GAP;
        List<String> notes = new ArrayList<>();
        plot.notes().forEach(note -> notes.addAll(Wrap.words(note, letters(Face.NOTE))));
        List<List<Integer>> legend = legend();
        double foot = TICK
                + (size(Face.TICK) + size(Face.LABEL)) * LINE
                + legend.size() * size(Face.LABEL) * LINE
                + notes.size() * size(Face.NOTE) * LINE
                + (legend.isEmpty() ? 0 : GAP)
                + (notes.isEmpty() ? 0 : GAP / 2);
        double high = Math.max(LEAST_AREA, height - BORDER - foot - top);
        Frame frame = plot.frame();
        double left = left(frame, high);
        int ticks = many(high, TICK_EVERY_UP);
        Optional<ColourBar> bar = plot.shades().map(shades -> new ColourBar(shades, ticks));
        double wide = width - BORDER - left - bar.map(ColourBar::width).orElse(0.0);
        if (plot.square()) {
            double side = Math.min(wide, high);
            frame = frame.square(1, 1);
            left = left(frame, side);
            left += (width - BORDER - left - side) / 2;
            wide = side;
            high = side;
        }
        Area area = new Area(frame, new Spot(left, top), wide, high);
        pen.text(new Spot(left, labelled), Anchor.START, Face.LABEL, plot.y().label());
        axes(area);
        plot.draw(area, frame);
        double beside = left + wide;
        double tall = high;
        double upper = top;
        bar.ifPresent(colours -> colours.draw(pen, beside, upper, tall, width - BORDER));
        double below = top + high + TICK + (size(Face.TICK) + size(Face.LABEL)) * LINE;
        pen.text(
                new Spot(left + wide / 2, below),
                Anchor.MIDDLE,
                Face.LABEL,
                plot.x().label());
        below += legend.isEmpty() ? 0 : GAP;
        for (List<Integer> row : legend) {
            below += size(Face.LABEL) * LINE;
            entries(row, below);
        }
        lines(below + (notes.isEmpty() ? 0 : GAP / 2), Face.NOTE, notes);
    }

    private double left(Frame frame, double high) {
        double label = frame.ticksUp(many(high, TICK_EVERY_UP)).stream()
                .mapToDouble(tick -> Script.length(tick.label()))
                .max()
                .orElse(0);
        return BORDER + label * size(Face.TICK) * LETTER + TICK + GAP / 2;
    }

    private static int many(double length, double every) {
        return Math.max(2, (int) (length / every) + 1);
    }

    private static double size(Face face) {
        return face.size();
    }

    /** {@return how many letters fit on a line} */
    private int letters(Face face) {
        return Math.max(1, (int) ((width - 2 * BORDER) / (size(face) * LETTER)));
    }

    /** {@return where the next line may begin} */
    @CanIgnoreReturnValue
    private double lines(double top, Face face, List<String> lines) {
        double y = top;
        for (String line : lines) {
            y += size(face) * LINE;
            pen.text(new Spot(BORDER, y), Anchor.START, face, line);
        }
        return y;
    }

    private void axes(Area area) {
        double bottom = area.corner().y() + area.high();
        double left = area.corner().x();
        for (Tick tick : area.frame().ticksUp(many(area.high(), TICK_EVERY_UP))) {
            double y = area.page(new Spot(Double.NaN, tick.at())).y();
            pen.grid(new Spot(left, y), new Spot(left + area.wide(), y));
            pen.tick(new Spot(left - TICK, y), new Spot(left, y));
            pen.text(new Spot(left - TICK - GAP / 3, y + size(Face.TICK) * 0.36), Anchor.END, Face.TICK, tick.label());
        }
        for (Tick tick : area.frame().ticksAcross(many(area.wide(), TICK_EVERY_ACROSS))) {
            double x = area.page(new Spot(tick.at(), Double.NaN)).x();
            pen.grid(new Spot(x, area.corner().y()), new Spot(x, bottom));
            pen.tick(new Spot(x, bottom), new Spot(x, bottom + TICK));
            pen.text(new Spot(x, bottom + TICK + size(Face.TICK) * 1.1), Anchor.MIDDLE, Face.TICK, tick.label());
        }
        pen.box(area.corner(), area.wide(), area.high());
    }

    /** {@return the numbers of the series on each line of the legend; none for a single series} */
    private List<List<Integer>> legend() {
        List<List<Integer>> rows = new ArrayList<>();
        if (!plot.isExplained()) {
            return rows;
        }
        double free = 0;
        for (int i = 0; i < plot.series().size(); i++) {
            double room = entry(i);
            if (rows.isEmpty() || free < room) {
                rows.add(new ArrayList<>());
                free = width - 2 * BORDER;
            }
            rows.get(rows.size() - 1).add(i);
            free -= room;
        }
        return rows;
    }

    private double entry(int series) {
        return SWATCH + DisplayWidth.of(plot.series().get(series).name()) * size(Face.LABEL) * LETTER + 2 * GAP;
    }

    private void entries(List<Integer> row, double y) {
        double x = BORDER;
        double middle = y - size(Face.LABEL) * 0.33;
        for (int i : row) {
            if (plot.joins(i)) {
                pen.line(List.of(new Spot(x, middle), new Spot(x + SWATCH - GAP / 2, middle)), i);
            }
            pen.mark(new Spot(x + (SWATCH - GAP / 2) / 2, middle), plot.joins(i) ? Mark.DOT : Mark.POINT, i);
            pen.text(
                    new Spot(x + SWATCH, y),
                    Anchor.START,
                    Face.LABEL,
                    plot.series().get(i).name());
            x += entry(i);
        }
    }

    /** The drawing between the axes; data keeps a little away from its edge. */
    private final class Area implements Canvas {
        private final Frame frame;
        private final Spot corner;
        private final double wide;
        private final double high;

        Area(Frame frame, Spot corner, double wide, double high) {
            this.frame = frame;
            this.corner = corner;
            this.wide = wide;
            this.high = high;
        }

        Frame frame() {
            return frame;
        }

        Spot corner() {
            return corner;
        }

        double wide() {
            return wide;
        }

        double high() {
            return high;
        }

        Spot page(Spot spot) {
            return new Spot(
                    corner.x() + INSET + frame.across().share(spot.x()) * (wide - 2 * INSET),
                    corner.y() + high - INSET - frame.up().share(spot.y()) * (high - 2 * INSET));
        }

        @Override
        public void line(List<Spot> spots, int series) {
            pen.line(spots.stream().map(this::page).toList(), series);
        }

        @Override
        public void cell(Spot low, Spot high, Shade shade) {
            Spot bottom = page(low);
            Spot top = page(high);
            pen.cell(new Spot(bottom.x(), top.y()), top.x() - bottom.x(), bottom.y() - top.y(), shade.colour());
        }

        @Override
        public void guide(Spot from, Spot to) {
            double y = page(from).y();
            pen.guide(new Spot(corner.x(), y), new Spot(corner.x() + wide, y));
        }

        @Override
        public void ring(Spot centre, double radius) {
            pen.ring(page(centre), radius / frame.across().length() * (wide - 2 * INSET));
        }

        @Override
        public void mark(Spot spot, Mark mark, int series) {
            pen.mark(page(spot), mark, series);
        }
    }
}
