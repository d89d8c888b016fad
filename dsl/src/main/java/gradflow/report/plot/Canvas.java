package gradflow.report.plot;

import java.util.List;

/** What a form of pictures can draw. Places are axis coordinates, and lie within the frame. */
public interface Canvas {

    /**
     * An open line through at least two places.
     *
     * @param spots its corners
     * @param series which series it belongs to, from 0
     */
    void line(List<Spot> spots, int series);

    /**
     * A filled cell of a heat map.
     *
     * @param low its lower left corner
     * @param high its upper right corner
     * @param shade how it looks
     */
    void cell(Spot low, Spot high, Shade shade);

    /** A thin line that measures, such as the one at norm 1. */
    void guide(Spot from, Spot to);

    /** A thin circle that measures, such as the unit circle. */
    void ring(Spot centre, double radius);

    /**
     * A mark for one point.
     *
     * @param spot where
     * @param mark which
     * @param series which series it belongs to, from 0
     */
    void mark(Spot spot, Mark mark, int series);
}
