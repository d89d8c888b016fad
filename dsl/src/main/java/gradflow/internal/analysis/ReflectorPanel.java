package gradflow.internal.analysis;

import java.util.Arrays;

/**
 * Up to four Householder reflections H_1·H_2·… = I − V·T·Vᵀ that are applied to rows at once: each row is then read and
 * written once instead of four times.
 *
 * @see "Schreiber, Van Loan (1989), A storage-efficient WY representation for products of Householder transformations"
 */
final class ReflectorPanel {
    static final int MOST = 4;

    /** The row in which the first reflection starts. */
    private final int start;
    /** {@code [MOST][n − start]}: the j-th is 0 in its first j entries; those that aren't there are 0 throughout. */
    private final double[][] v;

    private final double[] factors = new double[MOST];
    /** Upper triangular. */
    private final double[][] t = new double[MOST][MOST];

    private int count;

    ReflectorPanel(int start, int n) {
        this.start = start;
        v = new double[MOST][n - start];
    }

    int count() {
        return count;
    }

    /**
     * Adds the reflection I − factor·v·vᵀ that starts one row below the last.
     *
     * @param reflection read, {@code [n − start − count]}
     */
    void add(double[] reflection, double factor) {
        System.arraycopy(reflection, 0, v[count], count, reflection.length);
        factors[count] = factor;
        double[] dots = new double[count];
        for (int i = 0; i < count; i++) {
            dots[i] = RowArithmetic.dot(v[i], v[count]);
        }
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int k = i; k < count; k++) {
                sum += t[i][k] * dots[k];
            }
            t[i][count] = -factor * sum;
        }
        t[count][count] = factor;
        count++;
    }

    /** x ← H_count·…·H_1·x, x without its first {@code start} entries. */
    void applyTransposed(double[] x) {
        for (int j = 0; j < count; j++) {
            reflect(j, x);
        }
    }

    /** x ← H_1·…·H_count·x. */
    void apply(double[] x) {
        double[] rest = Arrays.copyOfRange(x, start, x.length);
        for (int j = count - 1; j >= 0; j--) {
            reflect(j, rest);
        }
        System.arraycopy(rest, 0, x, start, rest.length);
    }

    private void reflect(int j, double[] x) {
        RowArithmetic.addTimes(-factors[j] * RowArithmetic.dot(v[j], x), v[j], x);
    }

    /** Columns {@code from..to-1} of the rows ← H_1·…·H_count·rows, or with the transposed product. */
    void apply(double[][] rows, int from, int to, boolean transposed) {
        if (from >= to || count == 0) {
            return;
        }
        double[][] sums = new double[MOST][to];
        int i = 0;
        for (; i + 3 < v[0].length; i += 4) {
            int row = start + i;
            for (int j = 0; j < count; j++) {
                double[] c = v[j];
                RowArithmetic.addFour(
                        c[i],
                        rows[row],
                        c[i + 1],
                        rows[row + 1],
                        c[i + 2],
                        rows[row + 2],
                        c[i + 3],
                        rows[row + 3],
                        sums[j],
                        from,
                        to);
            }
        }
        for (; i < v[0].length; i++) {
            for (int j = 0; j < count; j++) {
                RowArithmetic.addTimes(v[j][i], rows[start + i], sums[j], from, to);
            }
        }
        double[][] mixed = new double[MOST][to];
        for (int j = 0; j < count; j++) {
            for (int k = 0; k < count; k++) {
                double weight = transposed ? t[k][j] : t[j][k];
                if (weight != 0) {
                    RowArithmetic.addTimes(-weight, sums[k], mixed[j], from, to);
                }
            }
        }
        for (int k = 0; k < v[0].length; k++) {
            RowArithmetic.addFour(
                    v[0][k],
                    mixed[0],
                    v[1][k],
                    mixed[1],
                    v[2][k],
                    mixed[2],
                    v[3][k],
                    mixed[3],
                    rows[start + k],
                    from,
                    to);
        }
    }
}
