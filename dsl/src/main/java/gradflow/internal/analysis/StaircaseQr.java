package gradflow.internal.analysis;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A = Q·R of a matrix that may be singular, by Householder reflections over separate row arrays. A column that depends on
 * those before it has r = 0 and takes no direction of its own, so that the columns after it lose nothing: Q has as many
 * columns as R has steps.
 *
 * <p>The rows are taken by falling size, which keeps the error of each row relative to that row: saturated units have
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

    /** Only columns that shrink by more than this are looked at for rounding. */
    private static final double SUSPICIOUS = 0x1p-30;

    private static final double SHORT = 0x1p-460;
    private static final double LONG = 0x1p460;

    private final int n;
    private final int[] order;
    private final double[][] a;
    private final double[] rowSizes;
    private final double[][] reflections;
    private final double[] factors;
    private final double[] diagonal;
    private final double[] sums;
    private int rank;

    private StaircaseQr(double[][] rows, int columns) {
        n = rows.length;
        rowSizes = new double[n];
        order = falling(rows, rowSizes);
        a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = rows[order[i]];
        }
        reflections = new double[columns][];
        factors = new double[columns];
        diagonal = new double[columns];
        sums = new double[columns];
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
        for (int c = 0; c < columns; c++) {
            qr.eliminate(c);
        }
        qr.formQ();
        return qr.diagonal;
    }

    private static int[] falling(double[][] rows, double[] sizes) {
        for (int i = 0; i < rows.length; i++) {
            sizes[i] = RowArithmetic.largest(rows[i]);
        }
        boolean graded = false;
        for (int i = 1; i < rows.length && !graded; i++) {
            graded = sizes[i] > sizes[i - 1];
        }
        IntStream indices = IntStream.range(0, rows.length);
        return graded
                ? indices.boxed()
                        .sorted(Comparator.comparingDouble(i -> -sizes[i]))
                        .mapToInt(Integer::intValue)
                        .toArray()
                : indices.toArray();
    }

    private void eliminate(int c) {
        double[] v = new double[n - rank];
        for (int i = rank; i < n; i++) {
            v[i - rank] = a[i][c];
        }
        double length = length(v);
        if (length == 0) {
            return;
        }
        for (int i = 0; i < v.length; i++) {
            v[i] /= length;
        }
        double sign = Math.copySign(1, v[0]);
        double factor = 1 / (1 + Math.abs(v[0]));
        v[0] += sign;
        reflections[rank] = v;
        factors[rank] = factor;
        if (length < SUSPICIOUS * above(c) && isRounding(length)) {
            return;
        }
        diagonal[c] = length;
        reflect(rank, c + 1, sums.length);
        rank++;
    }

    /** {@return the length that column c has above the step} */
    private double above(int c) {
        double most = 0;
        for (int i = 0; i < rank; i++) {
            most = Math.max(most, Math.abs(a[i][c]));
        }
        return most;
    }

    /** {@return whether q of the candidate rests on rows whose rounding alone could be its length} */
    private boolean isRounding(double length) {
        double[] q = new double[n];
        q[rank] = 1;
        for (int step = rank; step >= 0; step--) {
            double[] v = reflections[step];
            double sum = 0;
            for (int i = 0; i < v.length; i++) {
                sum += v[i] * q[step + i];
            }
            for (int i = 0; i < v.length; i++) {
                q[step + i] -= factors[step] * sum * v[i];
            }
        }
        double rounding = 0;
        for (int i = 0; i < n; i++) {
            rounding += Math.abs(q[i]) * rowSizes[order[i]];
        }
        return length <= 4 * n * EPSILON * rounding;
    }

    /** Applies reflection {@code step} to columns {@code from..to-1} of the rows from {@code step} on. */
    private void reflect(int step, int from, int to) {
        if (from == to) {
            return;
        }
        double[] v = reflections[step];
        RowArithmetic.combine(v, a, step, sums, from, to);
        for (int i = 0; i < v.length; i++) {
            if (v[i] != 0) {
                RowArithmetic.addTimes(-factors[step] * v[i], sums, a[step + i], from, to);
            }
        }
    }

    private void formQ() {
        for (int i = 0; i < n; i++) {
            java.util.Arrays.fill(a[i], 0);
            if (i < rank) {
                a[i][i] = 1;
            }
        }
        for (int step = rank - 1; step >= 0; step--) {
            reflect(step, step, rank);
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
