package gradflow.report.plot;

import java.util.List;
import java.util.Optional;

/** Several lines that belong together, such as the parts of a boundary. */
record Lines(Series points, List<List<Series.Point>> parts) implements Layer {
    static Lines of(String name, List<List<Series.Point>> parts) {
        return new Lines(new Series(name, parts.stream().flatMap(List::stream).toList()), List.copyOf(parts));
    }

    @Override
    public Frame widen(Frame frame) {
        return Curve.widen(frame, points);
    }

    @Override
    public void draw(Canvas canvas, Frame frame, int series) {
        for (List<Series.Point> part : parts) {
            List<Spot> line =
                    part.stream().map(frame::place).filter(Spot::isFinite).toList();
            if (line.size() > 1) {
                canvas.line(line, series);
            }
        }
    }

    @Override
    public boolean joins() {
        return true;
    }

    @Override
    public Optional<Series> series() {
        return Optional.of(points);
    }
}
