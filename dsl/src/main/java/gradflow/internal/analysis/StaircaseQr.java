package gradflow.internal.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A = Q·R of a matrix that may be singular, by Householder reflections over separate row arrays. A column that depends on
 * those before it has r = 0 and takes no direction of its own, so that the columns after it lose nothing: Q has as many
 * columns as R has steps.
 *
 * <p>Rows far apart are taken by falling size, which keeps the error of each row relative to that row: saturated units have
 * rows 10^100 times smaller than others, and their exponents are right all the same. Rows of zeros, dead units, stay
 * zeros exactly, so that the rank falls exactly. Where the entries hide it, a column counts as dependent if its r is no
 * larger than the rounding of the rows that it consists of.
 *
 * <p>Entries below 1e-300 of the largest count as 0.
 *
 * @see "Cox, Higham (1998), Stability of Householder QR factorization for weighted least squares problems"
 */
final class StaircaseQr {
    private static final double EPSILON = 0x1p-52;

    /** Rows closer together than this need no order. */
    private static final double GRADED = 0x1p-10;

    /** Only columns that shrink by more than this are looked at for rounding. */
    private static final double SUSPICIOUS = 0x1p-30;

    private static final double SHORT = 0x1p-460;
    private static final double LONG = 0x1p460;

    private final int n;
    private final int[] order;
    private final double[][] a;
    private final double[] rowSizes;
    private final double[] diagonal;
    private final List<ReflectorPanel> panels = new ArrayList<>();
    private int rank;

    private StaircaseQr(double[][] rows, int columns) {
        n = rows.length;
        rowSizes = new double[n];
        order = falling(rows, rowSizes);
        a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = rows[order[i]];
        }
        diagonal = new double[columns];
    }

    /**
     * Decomposes, and overwrites A with Q.
     *
     * @param rows read and written, {@code [n][k]}, k ≤ n: afterwards the first columns hold Q
     * @param columns k
     * @return |r_cc| of each column, {@code [k]}; 0 for one that depends on those before it
     */
    static double[] decompose(double[][] rows, int columns) {
        StaircaseQr qr = new StaircaseQr(rows, columns);
        for (int c = 0; c < columns; c += ReflectorPanel.MOST) {
            qr.eliminate(c, Math.min(columns, c + ReflectorPanel.MOST));
        }
        qr.formQ();
        return qr.diagonal;
    }

    private static int[] falling(double[][] rows, double[] sizes) {
        for (int i = 0; i < rows.length; i++) {
            sizes[i] = length(rows[i]);
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double size : sizes) {
            least = Math.min(least, size);
            most = Math.max(most, size);
        }
        IntStream rowsInOrder = IntStream.range(0, rows.length);
        return least > GRADED * most
                ? rowsInOrder.toArray()
                : rowsInOrder
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -sizes[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    /** Eliminates columns {@code from..to-1} below the staircase, and applies that to those after them. */
    private void eliminate(int from, int to) {
        int start = rank;
        ReflectorPanel panel = new ReflectorPanel(start, n);
        panels.add(panel);
        for (int c = from; c < to; c++) {
            double[] column = new double[n - start];
            double above = 0;
            for (int i = 0; i < n; i++) {
                if (i < start) {
                    above = Math.max(above, Math.abs(a[i][c]));
                } else {
                    column[i - start] = a[i][c];
                }
            }
            panel.applyTransposed(column);
            eliminate(c, above, column, panel);
        }
        panel.apply(a, to, diagonal.length, true);
    }

    private void eliminate(int c, double above, double[] column, ReflectorPanel panel) {
        double[] v = Arrays.copyOfRange(column, panel.count(), column.length);
        double length = length(v);
        if (length == 0) {
            return;
        }
        for (int i = 0; i < v.length; i++) {
            v[i] /= length;
        }
        if (length < SUSPICIOUS * Math.max(above, RowArithmetic.largest(column)) && isRounding(length, v)) {
            return;
        }
        double factor = 1 / (1 + Math.abs(v[0]));
        v[0] += Math.copySign(1, v[0]);
        panel.add(v, factor);
        diagonal[c] = length;
        rank++;
    }

    /** {@return whether the direction that a column adds rests on rows whose rounding alone could be its length} */
    private boolean isRounding(double length, double[] added) {
        double[] q = new double[n];
        System.arraycopy(added, 0, q, rank, added.length);
        for (int k = panels.size() - 1; k >= 0; k--) {
            panels.get(k).apply(q);
        }
        double rounding = 0;
        for (int i = 0; i < n; i++) {
            rounding += Math.abs(q[i]) * rowSizes[order[i]];
        }
        return length <= 4 * n * EPSILON * rounding;
    }

    private void formQ() {
        for (int i = 0; i < n; i++) {
            Arrays.fill(a[i], 0);
            if (i < rank) {
                a[i][i] = 1;
            }
        }
        int first = rank;
        for (int k = panels.size() - 1; k >= 0; k--) {
            first -= panels.get(k).count();
            panels.get(k).apply(a, first, rank, false);
        }
    }

    private static double length(double[] x) {
        double squares = RowArithmetic.dot(x, x);
        double length = Math.sqrt(squares);
        if (length > SHORT && length < LONG) {
            return length;
        }
        int shift = RowArithmetic.exponentAbove(x);
        double sum = 0;
        for (double entry : x) {
            double scaled = Math.scalb(entry, -shift);
            sum += scaled * scaled;
        }
        return Math.scalb(Math.sqrt(sum), shift);
    }
}
