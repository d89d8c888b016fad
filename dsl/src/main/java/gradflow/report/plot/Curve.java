package gradflow.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Points joined by a line. The line breaks where a value is undefined or off the axis, and what is off the axis is marked at
 * the edge.
 */
record Curve(Series points) implements Layer {
    /** More than these are not marked one by one. */
    private static final int MOST_DOTS = 41;

    @Override
    public Frame widen(Frame frame) {
        return widen(frame, points);
    }

    static Frame widen(Frame frame, Series series) {
        Frame wide = frame;
        for (Series.Point point : series.points()) {
            wide = wide.with(wide.place(point));
        }
        return wide;
    }

    @Override
    public void draw(Canvas canvas, Frame frame, int series) {
        boolean dotted = points.points().size() <= MOST_DOTS;
        List<Spot> line = new ArrayList<>();
        for (Series.Point point : points.points()) {
            Spot spot = frame.place(point);
            if (spot.isFinite()) {
                line.add(spot);
            } else {
                end(canvas, line, dotted, series);
                edge(canvas, frame, spot, series);
            }
        }
        end(canvas, line, dotted, series);
    }

    private static void end(Canvas canvas, List<Spot> line, boolean dotted, int series) {
        if (line.size() > 1) {
            canvas.line(Thinned.line(line), series);
        }
        if (dotted || line.size() == 1) {
            line.forEach(spot -> canvas.mark(spot, Mark.DOT, series));
        }
        line.clear();
    }

    private static void edge(Canvas canvas, Frame frame, Spot spot, int series) {
        if (Double.isInfinite(spot.y()) && Double.isFinite(spot.x())) {
            boolean below = spot.y() < 0;
            canvas.mark(
                    new Spot(spot.x(), below ? frame.up().low() : frame.up().high()),
                    below ? Mark.BELOW : Mark.ABOVE,
                    series);
        }
    }

    @Override
    public Optional<Series> series() {
        return Optional.of(points);
    }

    @Override
    public boolean joins() {
        return true;
    }

    @Override
    public String thinning() {
        return Thinned.words(points.points().size());
    }
}
