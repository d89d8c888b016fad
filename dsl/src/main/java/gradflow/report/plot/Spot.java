package gradflow.report.plot;

/**
 * A place in the plane. In axis coordinates: the value, or log₁₀ of it on an axis of powers of ten; on a page: points from
 * the upper left corner.
 *
 * @param x along the first axis, or to the right
 * @param y along the second axis, or down
 */
public record Spot(double x, double y) {
    boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y);
    }
}
