package gradflow.report.plot;

import java.util.Optional;

/** One thing in a picture. A new kind of picture is a new layer, made of what every {@link Canvas} can draw. */
interface Layer {

    /** {@return {@code frame}, made to show this too} */
    Frame widen(Frame frame);

    /**
     * Draws this.
     *
     * @param canvas on this
     * @param frame what is seen
     * @param series the number of this layer's series, from 0
     */
    void draw(Canvas canvas, Frame frame, int series);

    /** {@return the numbers behind this, if it shows any} */
    default Optional<Series> series() {
        return Optional.empty();
    }

    /** {@return whether points of the series are joined by a line} */
    default boolean joins() {
        return false;
    }

    /** {@return what is to be said of points that are left out of the drawing; nothing if none is} */
    default String thinning() {
        return "";
    }

    /** A line across the whole picture at one value of the second axis. */
    record Level(double at) implements Layer {
        @Override
        public Frame widen(Frame frame) {
            return frame.with(new Spot(Double.NaN, at));
        }

        @Override
        public void draw(Canvas canvas, Frame frame, int series) {
            canvas.guide(
                    new Spot(frame.across().low(), at), new Spot(frame.across().high(), at));
        }
    }

    /** A circle about 0. */
    record Ring(double radius) implements Layer {
        @Override
        public Frame widen(Frame frame) {
            return frame.with(new Spot(-radius, -radius)).with(new Spot(radius, radius));
        }

        @Override
        public void draw(Canvas canvas, Frame frame, int series) {
            canvas.ring(new Spot(0, 0), radius);
        }
    }

    /** Points by themselves. */
    record Dots(Series points) implements Layer {
        @Override
        public Frame widen(Frame frame) {
            return Curve.widen(frame, points);
        }

        @Override
        public void draw(Canvas canvas, Frame frame, int series) {
            points.points().stream()
                    .map(frame::place)
                    .filter(Spot::isFinite)
                    .forEach(spot -> canvas.mark(spot, Mark.POINT, series));
        }

        @Override
        public Optional<Series> series() {
            return Optional.of(points);
        }
    }
}
