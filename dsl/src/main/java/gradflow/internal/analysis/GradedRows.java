package gradflow.internal.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The singular value decomposition of a matrix graded both ways, M = D·U·Σ, with U orthogonal, D = diag(d) the slopes
 * of the units and Σ the singular values so far, each as far apart as they like: saturated units have slopes of 1e-20
 * beside 1, dead ones have 0.
 *
 * <p>Mixing the rows first would drown the small ones. So the rows are sorted by |d_i| and M·P = Q·R by Householder
 * reflections with column pivoting, which keeps the error of each row relative to that row. The rows of R are graded,
 * with a well-conditioned rest, so one-sided Jacobi on them is accurate: Rᵀ·G = Y·Σ′, and M = (Q·G)·Σ′·(P·Y)ᵀ. A dead
 * unit leaves an exact zero row, so that the rank falls exactly.
 *
 * @see "Cox, Higham (1998), Stability of Householder QR factorization for weighted least squares; Demmel et al. (1999),
 *     Computing the singular value decomposition with high relative accuracy, algorithm 3.1"
 */
final class GradedRows {
    private final int[] order;
    private final double[][] columns;
    private final long[] exponents;
    private final double[][] reflections;

    private GradedRows(int[] order, double[][] columns, long[] exponents) {
        this.order = order;
        this.columns = columns;
        this.exponents = exponents;
        this.reflections = new double[Math.min(order.length, columns.length)][];
    }

    /**
     * {@return U′·Σ′ with the left singular vectors, of length n, carried along with their singular values}
     *
     * @param d read, {@code [n]}
     * @param u read, {@code [columns][n]}
     * @param exponents read, {@code [columns]}: column j stands for u_j·2^exponents_j
     */
    static ScaledColumns decompose(double[] d, double[][] u, long[] exponents) {
        int[] order = IntStream.range(0, d.length)
                .filter(i -> d[i] != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(d[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] columns = new double[u.length][order.length];
        for (int j = 0; j < u.length; j++) {
            for (int i = 0; i < order.length; i++) {
                columns[j][i] = d[order[i]] * u[j][order[i]];
            }
        }
        GradedRows graded = new GradedRows(order, columns, exponents.clone());
        graded.triangularise();
        return graded.jacobi(d.length);
    }

    private void triangularise() {
        for (int k = 0; k < reflections.length; k++) {
            swapIn(k, pivot(k));
            double[] v = householder(columns[k], k);
            reflections[k] = v;
            for (int j = k + 1; j < columns.length; j++) {
                RowArithmetic.addTimes(-RowArithmetic.dot(v, columns[j]), v, columns[j]);
            }
        }
    }

    /** {@return the column whose part from row k on is the longest} */
    private int pivot(int k) {
        int best = k;
        long bestExponent = Long.MIN_VALUE;
        double bestLength = 0;
        for (int j = k; j < columns.length; j++) {
            double[] rest = Arrays.copyOfRange(columns[j], k, columns[j].length);
            int shift = RowArithmetic.exponentAbove(rest);
            double length = 0;
            for (double entry : rest) {
                double scaled = Math.scalb(entry, -shift);
                length += scaled * scaled;
            }
            // length lies in [¼, n), so the exponents alone aren't enough to compare by.
            long exponent = exponents[j] + shift;
            if (length > 0 && isLonger(length, exponent, bestLength, bestExponent)) {
                best = j;
                bestExponent = exponent;
                bestLength = length;
            }
        }
        return best;
    }

    private static boolean isLonger(double square, long exponent, double otherSquare, long otherExponent) {
        if (otherSquare == 0) {
            return true;
        }
        long difference = Math.max(-200, Math.min(200, exponent - otherExponent));
        return Math.scalb(square, (int) (2 * difference)) > otherSquare;
    }

    private void swapIn(int k, int j) {
        double[] column = columns[k];
        columns[k] = columns[j];
        columns[j] = column;
        long exponent = exponents[k];
        exponents[k] = exponents[j];
        exponents[j] = exponent;
    }

    /** {@return v with ‖v‖² = 2, or 0, such that x − v·(v·x) vanishes below row k, where x is replaced by it} */
    private static double[] householder(double[] x, int k) {
        double[] v = new double[x.length];
        System.arraycopy(x, k, v, k, x.length - k);
        int shift = RowArithmetic.exponentAbove(v);
        for (int i = k; i < v.length; i++) {
            v[i] = Math.scalb(v[i], -shift);
        }
        double norm = Math.copySign(Math.sqrt(RowArithmetic.dot(v, v)), v[k]);
        if (norm == 0) {
            return v;
        }
        v[k] += norm;
        double scale = Math.sqrt(1 / (norm * v[k]));
        for (int i = k; i < v.length; i++) {
            v[i] *= scale;
        }
        x[k] = -Math.scalb(norm, shift);
        Arrays.fill(x, k + 1, x.length, 0);
        return v;
    }

    private ScaledColumns jacobi(int n) {
        double[][] rows = new double[reflections.length][columns.length];
        long[] rowExponents = new long[rows.length];
        double[][] q = new double[rows.length][];
        for (int k = 0; k < rows.length; k++) {
            rowExponents[k] = exponentAbove(k);
            for (int j = k; j < columns.length; j++) {
                long shift = Math.max(-2000, exponents[j] - rowExponents[k]);
                rows[k][j] = Math.scalb(columns[j][k], (int) Math.min(2000, shift));
            }
            q[k] = unitVector(k, n);
        }
        ScaledColumns result = new ScaledColumns(rows, rowExponents, q);
        result.orthogonalise();
        return result;
    }

    private long exponentAbove(int row) {
        long largest = Long.MIN_VALUE;
        for (int j = row; j < columns.length; j++) {
            if (columns[j][row] != 0) {
                largest = Math.max(largest, exponents[j] + Math.getExponent(columns[j][row]) + 1);
            }
        }
        return largest == Long.MIN_VALUE ? 0 : largest;
    }

    /** {@return column k of Q with its rows back in their places} */
    private double[] unitVector(int k, int n) {
        double[] sorted = new double[order.length];
        sorted[k] = 1;
        for (int i = reflections.length - 1; i >= 0; i--) {
            RowArithmetic.addTimes(-RowArithmetic.dot(reflections[i], sorted), reflections[i], sorted);
        }
        double[] vector = new double[n];
        for (int i = 0; i < order.length; i++) {
            vector[order[i]] = sorted[i];
        }
        return vector;
    }
}
