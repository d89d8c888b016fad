package gradflow.internal.analysis;

/**
 * Reflections of three neighbouring columns, each one column further right than the one before it, which the rows far above
 * get all at once: rows are then fetched once for many of them. Blocks of rows are transposed, since three long arrays
 * make vector instructions, and three entries of each of many rows don't.
 */
final class DelayedReflections {
    private static final int MOST = 32;
    private static final int BLOCK = 64;

    private final double[][] v = new double[MOST][3];
    private final double[][] block = new double[MOST + 2][BLOCK];
    private int first;
    private int count;

    /** Forgets all; the next reflection is of the columns from {@code column}. */
    void startAt(int column) {
        first = column;
        count = 0;
    }

    /** {@return the first column of the first reflection: rows from it on are not for these} */
    int first() {
        return first;
    }

    boolean isFull() {
        return count == MOST;
    }

    /** Adds I − v·vᵀ. */
    void add(double[] reflection) {
        System.arraycopy(reflection, 0, v[count], 0, 3);
        count++;
    }

    /** Applies them to {@code rows[from..to-1]}. */
    void apply(double[][] rows, int from, int to) {
        for (int start = from; start < to && count > 0; start += BLOCK) {
            int length = Math.min(BLOCK, to - start);
            for (int i = 0; i < length; i++) {
                double[] row = rows[start + i];
                for (int j = 0; j < count + 2; j++) {
                    block[j][i] = row[first + j];
                }
            }
            for (int k = 0; k < count; k++) {
                reflect(v[k], block[k], block[k + 1], block[k + 2], 0, length);
            }
            for (int i = 0; i < length; i++) {
                double[] row = rows[start + i];
                for (int j = 0; j < count + 2; j++) {
                    row[first + j] = block[j][i];
                }
            }
        }
    }

    /** x, y, z ← (I − v·vᵀ)·(x, y, z), entries {@code from..to-1}. */
    static void reflect(double[] v, double[] x, double[] y, double[] z, int from, int to) {
        double p = v[0];
        double q = v[1];
        double r = v[2];
        for (int i = from; i < to; i++) {
            double sum = p * x[i] + q * y[i] + r * z[i];
            x[i] -= sum * p;
            y[i] -= sum * q;
            z[i] -= sum * r;
        }
    }
}
