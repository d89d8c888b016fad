package gradflow.report.plot;

import gradflow.report.plot.Pen.Anchor;
import gradflow.report.plot.Pen.Face;
import java.util.List;

/** The scale of a heat map, beside it: a bar of its colours with numbers. */
final class ColourBar {
    private static final int PARTS = 64;
    private static final double WIDTH = 14;
    private static final double GAP = 14;
    private static final double LABEL = 10;
    private static final double TICK = 4;
    private static final double LETTER = 0.62;

    private final Shades shades;
    private final List<Tick> ticks;

    ColourBar(Shades shades, int most) {
        this.shades = shades;
        ticks = Tick.of(shades.axis(), shades.span(), most);
    }

    /** {@return how much room it takes} */
    double width() {
        double label = ticks.stream()
                .mapToDouble(tick -> Script.length(tick.label()))
                .max()
                .orElse(0);
        return GAP + WIDTH + 2 * TICK + label * Face.TICK.size() * LETTER;
    }

    /**
     * Draws it.
     *
     * @param pen with this
     * @param left where its room begins
     * @param top where the picture beside it begins
     * @param high how high that is
     * @param right where its room ends
     */
    void draw(Pen pen, double left, double top, double high, double right) {
        double x = left + GAP;
        for (int part = 0; part < PARTS; part++) {
            double place = shades.span().low() + shades.span().length() * (part + 0.5) / PARTS;
            double upper = top + high * (PARTS - 1 - part) / PARTS;
            pen.cell(new Spot(x, upper), WIDTH, high / PARTS, shades.colour(place));
        }
        pen.box(new Spot(x, top), WIDTH, high);
        for (Tick tick : ticks) {
            double y = top + high * (1 - shades.span().share(tick.at()));
            pen.tick(new Spot(x + WIDTH, y), new Spot(x + WIDTH + TICK, y));
            pen.text(
                    new Spot(x + WIDTH + 2 * TICK, y + Face.TICK.size() * 0.36), Anchor.START, Face.TICK, tick.label());
        }
        pen.text(
                new Spot(right, top - LABEL),
                Anchor.END,
                Face.LABEL,
                shades.axis().label());
    }
}
