package gradflow.internal.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a product of n×n matrices can be other than 0 at all, whatever the numbers in its factors that aren't 0: it says
 * for certain that a power of a nilpotent matrix is 0, where arithmetic leaves rounding noise.
 */
final class ZeroPattern {
    /** Of each row, the columns that can be other than 0. */
    private BitSet[] rows;

    private ZeroPattern(BitSet[] rows) {
        this.rows = rows;
    }

    static ZeroPattern identity(int n) {
        return new ZeroPattern(
                IntStream.range(0, n).mapToObj(i -> where(n, j -> i == j)).toArray(BitSet[]::new));
    }

    /**
     * J ← J·diag(d)·W.
     *
     * @param d read, {@code [n]}
     * @param w read, {@code [n][n]}
     */
    void step(double[] d, double[][] w) {
        int n = d.length;
        BitSet[] factor = IntStream.range(0, n)
                .mapToObj(k -> where(n, j -> d[k] != 0 && w[k][j] != 0))
                .toArray(BitSet[]::new);
        rows = Arrays.stream(rows)
                .map(row -> union(row.stream().mapToObj(k -> factor[k])))
                .toArray(BitSet[]::new);
    }

    /** {@return a bound of the rank: the number of rows, or of columns, that can be other than 0} */
    int mostRank() {
        int nonZeroRows =
                (int) Arrays.stream(rows).filter(row -> !row.isEmpty()).count();
        return Math.min(nonZeroRows, union(Arrays.stream(rows)).cardinality());
    }

    private static BitSet where(int n, IntPredicate column) {
        BitSet columns = new BitSet(n);
        IntStream.range(0, n).filter(column).forEach(columns::set);
        return columns;
    }

    private static BitSet union(Stream<BitSet> sets) {
        BitSet union = new BitSet();
        sets.forEach(union::or);
        return union;
    }
}
