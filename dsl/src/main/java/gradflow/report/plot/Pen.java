package gradflow.report.plot;

import java.util.List;

/** What a page is drawn with, in points from its upper left corner. Text is anchored and never measured. */
interface Pen {

    /** Which end of a text its place is. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** How a text looks. */
    enum Face {
        TITLE(15),
        CODE(10.5),
        LABEL(12),
        TICK(11),
        NOTE(11.5);

        private final double size;

        Face(double size) {
            this.size = size;
        }

        double size() {
            return size;
        }
    }

    /** Writes one line, in the notation of {@link Script}; code as it is. */
    void text(Spot at, Anchor anchor, Face face, String label);

    /** A filled cell without an edge; {@code corner} is the upper left one. */
    void cell(Spot corner, double width, double height, String colour);

    /** A line of the grid behind everything. */
    void grid(Spot from, Spot to);

    /** The edge of the drawing. */
    void box(Spot corner, double width, double height);

    /** A short line at the edge. */
    void tick(Spot from, Spot to);

    /** A measuring line. */
    void guide(Spot from, Spot to);

    /** A measuring circle. */
    void ring(Spot centre, double radius);

    /** The line of a series. */
    void line(List<Spot> spots, int series);

    /** The mark of a point of a series. */
    void mark(Spot at, Mark mark, int series);
}
