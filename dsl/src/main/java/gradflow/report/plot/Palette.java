package gradflow.report.plot;

import java.util.List;

/** Colours and dashes of the series: told apart by people who see no red or green too, and in print without colour. */
final class Palette {
    private static final List<String> LIGHT =
            List.of("#0072b2", "#c74a00", "#00805c", "#a8488a", "#8a6a00", "#2a7fa8", "#555555", "#b00020");
    private static final List<String> DARK =
            List.of("#56b4e9", "#ff9a52", "#3fd0a3", "#e7a0d0", "#f0d24a", "#9fd8f5", "#c0c0c0", "#ff8080");
    private static final List<List<Integer>> DASHES =
            List.of(List.of(), List.of(7, 3), List.of(2, 2), List.of(9, 3, 2, 3));

    /** Dashes and gaps of lines that measure. */
    static final List<Integer> GUIDE = List.of(5, 4);

    /** What a page is drawn in beside the series. */
    record Ground(String paper, String ink, String faint, String grid, String guide) {}

    static final Ground BY_DAY = new Ground("#ffffff", "#1f2328", "#59636e", "#e6e8eb", "#8c959f");
    static final Ground BY_NIGHT = new Ground("#0d1117", "#e6edf3", "#9da7b3", "#21262d", "#7d8590");

    private Palette() {}

    /** {@return how many series have looks of their own before they come again} */
    static int size() {
        return LIGHT.size();
    }

    static String colour(int series, boolean dark) {
        return (dark ? DARK : LIGHT).get(series % size());
    }

    /** {@return lengths of dashes and gaps; none for a solid line} */
    static List<Integer> dashes(int series) {
        return DASHES.get(series % DASHES.size());
    }
}
