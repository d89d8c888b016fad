package gradflow.report.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Fewer corners for a line that looks the same: of each stretch of a long line its first and last corner, its lowest and its
 * highest are kept, in order.
 */
final class Thinned {
    private static final int STRETCHES = 800;
    private static final int KEPT = 4;

    private Thinned() {}

    /** {@return what is to be said of a line through so many points; nothing if it has them all} */
    static String words(int points) {
        return points <= STRETCHES * KEPT ? "" : "; drawn through the ends and extremes of " + STRETCHES + " stretches";
    }

    static List<Spot> line(List<Spot> line) {
        int size = line.size();
        if (size <= STRETCHES * KEPT) {
            return List.copyOf(line);
        }
        List<Spot> thinned = new ArrayList<>();
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            int from = (int) ((long) size * stretch / STRETCHES);
            int to = (int) ((long) size * (stretch + 1) / STRETCHES) - 1;
            int low = from;
            int high = from;
            for (int i = from; i <= to; i++) {
                low = line.get(i).y() < line.get(low).y() ? i : low;
                high = line.get(i).y() > line.get(high).y() ? i : high;
            }
            int[] kept = {from, Math.min(low, high), Math.max(low, high), to};
            for (int k = 0; k < KEPT; k++) {
                if (k == 0 || kept[k] > kept[k - 1]) {
                    thinned.add(line.get(kept[k]));
                }
            }
        }
        return thinned;
    }
}
