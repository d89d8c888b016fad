package gradflow.internal.kernel;

/**
 * Products of a matrix with a vector, by rows that are separate arrays, four at a time: the form that C2 turns into
 * vector instructions on JDK 17 and 25 (a flat array isn't: measured three times slower). The order of summation is
 * fixed: rows in turn, by fours.
 */
final class Rows {
    private Rows() {}

    /**
     * y += Σ_k s_k·rows[k].
     *
     * @param rows read, {@code [count][n]}
     * @param s read, {@code [count]}
     * @param y read and written, {@code [n]}
     */
    static void addCombination(double[][] rows, double[] s, double[] y) {
        addCombination(rows, s, y, y.length);
    }

    /**
     * The same for the first n entries of a longer y.
     *
     * @param rows read, {@code [count][n]}
     * @param s read, {@code [count]}
     * @param y read and written, {@code [at least n]}
     * @param n the length of the rows
     */
    static void addCombination(double[][] rows, double[] s, double[] y, int n) {
        int k = 0;
        for (; k + 4 <= rows.length; k += 4) {
            addFour(rows[k], rows[k + 1], rows[k + 2], rows[k + 3], s[k], s[k + 1], s[k + 2], s[k + 3], y, n);
        }
        for (; k < rows.length; k++) {
            addOne(rows[k], s[k], y, n);
        }
    }

    /**
     * First n entries of y_i += Σ_k s_ik·rows[k], i &lt; count, each with the bits of {@link #addCombination(double[][], double[], double[], int)}.
     * Four rows serve all before the next four are fetched. (One loop that adds them to two y at once isn't vectorised.)
     *
     * @param rows read, {@code [m][n]}
     * @param s read, {@code [at least count][m]}
     * @param y read and written, {@code [at least count][at least n]}
     * @param count how many
     * @param n the length of the rows
     */
    static void addCombinations(double[][] rows, double[][] s, double[][] y, int count, int n) {
        int k = 0;
        for (; k + 4 <= rows.length; k += 4) {
            double[] a = rows[k];
            double[] b = rows[k + 1];
            double[] c = rows[k + 2];
            double[] d = rows[k + 3];
            for (int i = 0; i < count; i++) {
                double[] f = s[i];
                addFour(a, b, c, d, f[k], f[k + 1], f[k + 2], f[k + 3], y[i], n);
            }
        }
        for (; k < rows.length; k++) {
            for (int i = 0; i < count; i++) {
                addOne(rows[k], s[i][k], y[i], n);
            }
        }
    }

    private static void addFour(
            double[] a,
            double[] b,
            double[] c,
            double[] d,
            double sa,
            double sb,
            double sc,
            double sd,
            double[] y,
            int n) {
        for (int j = 0; j < n; j++) {
            y[j] += ((sa * a[j] + sb * b[j]) + sc * c[j]) + sd * d[j];
        }
    }

    private static void addOne(double[] a, double sa, double[] y, int n) {
        for (int j = 0; j < n; j++) {
            y[j] += sa * a[j];
        }
    }
}
