package gradflow.report.plot;

import java.util.List;

/**
 * The part of the plane that a picture shows.
 *
 * @param x the first axis
 * @param y the second
 * @param across what is seen of the first
 * @param up what is seen of the second
 */
record Frame(Axis x, Axis y, Span across, Span up) {
    private static final double LEAST_DECADES = 1;

    /** {@return the frame that shows all of {@code layers}} */
    static Frame of(Axis x, Axis y, List<Layer> layers) {
        Frame seen = new Frame(x, y, Span.NOTHING, Span.NOTHING);
        for (Layer layer : layers) {
            seen = layer.widen(seen);
        }
        return new Frame(x, y, opened(x, seen.across), opened(y, seen.up));
    }

    /** A single place is given some room. */
    private static Span opened(Axis axis, Span span) {
        if (axis.isLogarithmic()) {
            return span.atLeast(LEAST_DECADES);
        }
        return span.length() > 0
                ? span
                : span.atLeast(span.low() > span.high() ? 1 : Math.max(Math.abs(span.low()), 1));
    }

    /** {@return this frame, showing {@code spot} too} */
    Frame with(Spot spot) {
        return new Frame(x, y, across.with(spot.x()), up.with(spot.y()));
    }

    /** {@return this frame, wide and high enough that both axes have the same unit on a sheet of this size} */
    Frame square(double width, double height) {
        double unit = Math.max(across.length() / width, up.length() / height);
        return new Frame(x, y, across.atLeast(unit * width), up.atLeast(unit * height));
    }

    /** {@return where a point lies; not finite if it has no place} */
    Spot place(Series.Point point) {
        return new Spot(x.scale().place(point.x()), y.scale().place(point.y()));
    }

    List<Tick> ticksAcross(int most) {
        return Tick.of(x, across, most);
    }

    List<Tick> ticksUp(int most) {
        return Tick.of(y, up, most);
    }
}
