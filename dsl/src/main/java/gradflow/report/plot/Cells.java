package gradflow.report.plot;

import java.util.Arrays;

/** Cells around places on an axis: they meet half way between neighbours, and the outer ones reach as far outwards as inwards. */
final class Cells {
    private static final double ALONE = 0.5;

    private final double[] places;

    private Cells(double[] places) {
        this.places = places;
    }

    /** {@return a cell for each of these places, which may come in any order and again} */
    static Cells around(double[] places) {
        return new Cells(Arrays.stream(places).sorted().distinct().toArray());
    }

    /** {@return the cell around one of the places} */
    Span around(double place) {
        int i = Arrays.binarySearch(places, place);
        return new Span(edge(i), edge(i + 1));
    }

    /** {@return all of them together} */
    Span whole() {
        return new Span(edge(0), edge(places.length));
    }

    /** {@return where the cell {@code i} begins, and the one before it ends} */
    private double edge(int i) {
        int last = places.length - 1;
        if (last == 0) {
            return places[0] + (i == 0 ? -ALONE : ALONE);
        }
        if (i == 0) {
            return places[0] - (places[1] - places[0]) / 2;
        }
        return i > last
                ? places[last] + (places[last] - places[last - 1]) / 2
                : places[i - 1] + (places[i] - places[i - 1]) / 2;
    }
}
