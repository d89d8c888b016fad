package gradflow.report.plot;

/**
 * A stretch of an axis, in axis coordinates.
 *
 * @param low the lower end
 * @param high the upper end, not below it
 */
record Span(double low, double high) {
    /** Contains nothing yet. */
    static final Span NOTHING = new Span(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** {@return this and {@code place}; a place that isn't finite changes nothing} */
    Span with(double place) {
        return Double.isFinite(place) ? new Span(Math.min(low, place), Math.max(high, place)) : this;
    }

    double middle() {
        return low + length() / 2;
    }

    double length() {
        return high - low;
    }

    /** {@return this, about the same centre, at least so long; what contains nothing lies about 0} */
    Span atLeast(double length) {
        if (low > high) {
            return new Span(-length / 2, length / 2);
        }
        double missing = Math.max(0, length - length());
        return new Span(low - missing / 2, high + missing / 2);
    }

    /** {@return where {@code place} lies, from 0 at the lower end to 1 at the upper} */
    double share(double place) {
        return (place - low) / length();
    }
}
