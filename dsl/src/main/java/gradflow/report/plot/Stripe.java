package gradflow.report.plot;

import java.util.Optional;

/**
 * One row of a heat map: a filled cell for each point that has a place on the scale, a mark for what lies off it, and nothing
 * for what is undefined.
 *
 * @param points along the first axis, with the values that are coloured
 * @param cells where the cells of the first axis begin and end
 * @param up what the row takes of the second axis
 * @param shades what colours mean
 */
record Stripe(Series points, Cells cells, Span up, Shades shades) implements Layer {
    @Override
    public Frame widen(Frame frame) {
        return frame.with(new Spot(cells.whole().low(), up.low()))
                .with(new Spot(cells.whole().high(), up.high()));
    }

    @Override
    public void draw(Canvas canvas, Frame frame, int series) {
        for (Series.Point point : points.points()) {
            Span across = cells.around(frame.x().scale().place(point.x()));
            double place = shades.axis().scale().place(point.y());
            if (Double.isFinite(place)) {
                canvas.cell(new Spot(across.low(), up.low()), new Spot(across.high(), up.high()), shades.at(place));
            } else if (Double.isInfinite(place)) {
                Spot middle = new Spot(across.middle(), up.middle());
                canvas.mark(middle, place < 0 ? Mark.BELOW : Mark.ABOVE, 0);
            }
        }
    }

    @Override
    public Optional<Series> series() {
        return Optional.of(points);
    }
}
