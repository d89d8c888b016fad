package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A = Q·H·Qᵀ with H upper Hessenberg (zero below the first subdiagonal) and Q orthogonal, by Householder reflections.
 *
 * <p>The reflections of some neighbouring columns make a panel, H_1·H_2·… = I − V·T·Vᵀ. Within it only the column that is
 * next is brought up to date; the others get A − Y·Vᵀ with Y = A·V·T, and then Tᵀ from the left, all at once. The matrix is
 * held by columns, so that every long loop adds whole arrays.
 *
 * @see "Golub, Van Loan, Matrix Computations, §7.4; Quintana-Ortí, van de Geijn (2006), Improving the performance of reduction
 *     to Hessenberg form"
 */
final class Hessenberg {
    private static final int PANEL = 32;

    /** Columns that get a panel side by side, so that what is fetched of it serves all of them. */
    private static final int TOGETHER = 8;

    private final int n;
    private final double[][] columns;
    private double[][] h = new double[0][0];
    private final List<double[]> reflections = new ArrayList<>();
    private double[][] v = new double[0][0];
    private double[][] y = new double[0][0];
    private double[][] t = new double[0][0];

    private Hessenberg(double[][] columns) {
        this.columns = columns;
        n = columns.length;
    }

    /**
     * {@return the reduction of {@code a}}
     *
     * @param a read, {@code [n][n]}, entries of modulus below 1
     */
    static Hessenberg of(double[][] a) {
        Hessenberg result = new Hessenberg(RowArithmetic.transposed(a));
        for (int first = 0; first + 2 < a.length; first += PANEL) {
            result.reduce(first, Math.min(PANEL, a.length - 2 - first));
        }
        result.h = RowArithmetic.transposed(result.columns);
        return result;
    }

    /** {@return H itself, not a copy} */
    double[][] h() {
        return h;
    }

    /** Replaces x by Q·x. */
    void apply(double[] x) {
        for (int k = reflections.size() - 1; k >= 0; k--) {
            double[] reflection = reflections.get(k);
            RowArithmetic.addTimes(-RowArithmetic.dot(reflection, x), reflection, x);
        }
    }

    /** Makes columns {@code first..first+count-1} Hessenberg. */
    private void reduce(int first, int count) {
        // By fours, the last of them filled up by zeros.
        int size = (count + 3) / 4 * 4;
        v = new double[size][n];
        y = new double[size][n];
        t = new double[size][size];
        for (int p = 0; p < count; p++) {
            Interrupts.poll();
            reduceColumn(first, p);
        }
        double[][] vByRows = RowArithmetic.transposed(v);
        for (int j = first + count; j < n; j += TOGETHER) {
            update(j, Math.min(n, j + TOGETHER), first + 1, vByRows);
        }
    }

    /** Reflects so that column {@code first + p} vanishes below its subdiagonal. */
    private void reduceColumn(int first, int p) {
        int k = first + p;
        double[] column = columns[k];
        double[] factors = new double[v.length];
        for (int q = 0; q < p; q++) {
            factors[q] = -v[q][k];
        }
        RowArithmetic.addCombination(factors, y, column);
        for (int q = 0; q < p; q++) {
            int from = first + q + 1;
            RowArithmetic.addTimes(-RowArithmetic.dot(v[q], column, from, n), v[q], column, from, n);
        }
        double[] reflection = v[p];
        System.arraycopy(column, k + 1, reflection, k + 1, n - k - 1);
        column[k + 1] = Householder.toReflection(reflection, k + 1);
        Arrays.fill(column, k + 2, n, 0);
        reflections.add(reflection);

        y[p] = RowArithmetic.combination(reflection, columns, k + 1, 0, n);
        Arrays.fill(factors, 0);
        for (int q = 0; q < p; q++) {
            factors[q] = -RowArithmetic.dot(v[q], reflection, k + 1, n);
        }
        RowArithmetic.addCombination(factors, y, y[p]);
        for (int q = 0; q < p; q++) {
            t[q][p] = RowArithmetic.dot(t[q], factors, q, p);
        }
        t[p][p] = 1;
    }

    /** Applies the panel to columns {@code from..to-1}, whose rows below {@code top} no reflection moves. */
    private void update(int from, int to, int top, double[][] vByRows) {
        int size = v.length;
        double[][] factors = new double[to - from][size];
        for (int j = from; j < to; j++) {
            for (int q = 0; q < size; q++) {
                factors[j - from][q] = -v[q][j];
            }
        }
        add(factors, y, from, 0);
        double[][] sums = new double[to - from][size];
        int i = top;
        for (; i + 3 < n; i += 4) {
            for (int j = from; j < to; j++) {
                double[] column = columns[j];
                RowArithmetic.addFour(
                        column[i],
                        vByRows[i],
                        column[i + 1],
                        vByRows[i + 1],
                        column[i + 2],
                        vByRows[i + 2],
                        column[i + 3],
                        vByRows[i + 3],
                        sums[j - from],
                        0,
                        size);
            }
        }
        for (; i < n; i++) {
            for (int j = from; j < to; j++) {
                RowArithmetic.addTimes(columns[j][i], vByRows[i], sums[j - from]);
            }
        }
        for (int j = 0; j < to - from; j++) {
            Arrays.fill(factors[j], 0);
            for (int q = 0; q < size; q++) {
                RowArithmetic.addTimes(-sums[j][q], t[q], factors[j]);
            }
        }
        add(factors, v, from, top);
    }

    /** Adds Σ_q factors_jq·vectors_q, from row {@code top} on, to column {@code from + j}, for all j. */
    private void add(double[][] factors, double[][] vectors, int from, int top) {
        for (int q = 0; q < vectors.length; q += 4) {
            for (int j = 0; j < factors.length; j++) {
                double[] s = factors[j];
                RowArithmetic.addFour(
                        s[q],
                        vectors[q],
                        s[q + 1],
                        vectors[q + 1],
                        s[q + 2],
                        vectors[q + 2],
                        s[q + 3],
                        vectors[q + 3],
                        columns[from + j],
                        top,
                        n);
            }
        }
    }
}
