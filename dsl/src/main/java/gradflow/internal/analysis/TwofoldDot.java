package gradflow.internal.analysis;

/**
 * Dot products of the rows of a matrix, computed as if with twice the digits and rounded once: products and sums carry
 * their rounding errors along. Products are split by Dekker's method, as a fused multiply-add isn't fast everywhere.
 *
 * @see "Ogita, Rump, Oishi (2005), Accurate sum and dot product, algorithm 5.3"
 */
final class TwofoldDot {
    private static final double SPLITTER = 0x1p27 + 1;

    private final double[][] rows;
    private final double[][] high;

    /** @param rows read, entries of modulus below 2^900 */
    TwofoldDot(double[][] rows) {
        this.rows = rows;
        high = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            high[i] = new double[rows[i].length];
            for (int j = 0; j < rows[i].length; j++) {
                double big = SPLITTER * rows[i][j];
                high[i][j] = big - (big - rows[i][j]);
            }
        }
    }

    /** {@return a − b − row_i·row_j, with rows of zeros behind the shorter of i and j} */
    double subtracted(double a, double b, int i, int j) {
        return sum(a, -b, i, j, Math.min(i, j) + 1, -1);
    }

    /** {@return row_i·row_j} */
    double product(int i, int j) {
        return sum(0, 0, i, j, rows[i].length, 1);
    }

    private double sum(double a, double b, int i, int j, int n, int sign) {
        double[] x = rows[i];
        double[] y = rows[j];
        double[] xHigh = high[i];
        double[] yHigh = high[j];
        double sum = a + b;
        double part = sum - a;
        double rest = (a - (sum - part)) + (b - part);
        for (int k = 0; k < n; k++) {
            double p = x[k] * y[k];
            double xLow = x[k] - xHigh[k];
            double yLow = y[k] - yHigh[k];
            double error = ((xHigh[k] * yHigh[k] - p) + xHigh[k] * yLow + xLow * yHigh[k]) + xLow * yLow;
            double signed = sign * p;
            double next = sum + signed;
            double added = next - sum;
            rest += ((sum - (next - added)) + (signed - added)) + sign * error;
            sum = next;
        }
        return sum + rest;
    }
}
