package gradflow.internal.analysis;

/**
 * Sweeps of the implicit double-shift QR iteration: bulges that are chased down a Hessenberg matrix one close behind the
 * other, each by reflections of three neighbouring rows and columns.
 *
 * <p>Only a window round the chain is kept up to date. What lies right of it and above it gets the reflections of some
 * steps of all bulges at once, and so is fetched once for all of them. Of what lies above, blocks are transposed first,
 * since three long arrays make vector instructions, and three entries of each of many rows don't. Every entry undergoes
 * the same operations in the same order as without delay.
 *
 * @see "Braman, Byers, Mathias (2002), The multishift QR algorithm, part I: maintaining well-focused shifts"
 */
final class BulgeChain {
    private static final double EPSILON = 0x1p-52;

    /** How far the chain moves before the rest of the matrix hears of it. */
    private static final int STEPS = 32;

    /** From one bulge to the next: closer together they would touch. */
    private static final int APART = 3;

    private static final int BLOCK = 64;

    private final double[][] h;
    private int lo;
    private int hi;
    private ShiftPair[] shifts = {};
    private int start;

    private double[][] v = new double[0][];
    private int[] columns = {};
    private int count;
    private double[][] block = new double[0][];

    /**
     * Sweeps of one matrix.
     *
     * @param h read and written by them, {@code [n][n]}
     */
    BulgeChain(double[][] h) {
        this.h = h;
    }

    /**
     * One bulge with each pair of shifts, down the part from..to that is coupled, to ≥ from + 2; right of column {@code to}
     * and above row {@code from} nothing changes.
     *
     * @param pairs those of the first bulge first
     */
    void sweep(int from, int to, ShiftPair... pairs) {
        lo = from;
        hi = to;
        shifts = pairs;
        if (columns.length < pairs.length * STEPS) {
            v = new double[pairs.length * STEPS][3];
            columns = new int[pairs.length * STEPS];
        }
        start = pairs.length == 1 ? startOfBulge() : lo;
        sweep();
    }

    /** Two shifts, x ± √w if x = y, in the form (x − z)·(y − z) − w of the polynomial of which they are the roots. */
    record ShiftPair(double x, double y, double w) {}

    private void sweep() {
        int last = hi - 1 + APART * (shifts.length - 1);
        for (int from = start; from <= last; from += STEPS) {
            int to = Math.min(last + 1, from + STEPS);
            int top = Math.max(start, from - APART * (shifts.length - 1));
            int end = Math.min(hi, to + 2) + 1;
            count = 0;
            for (int step = from; step < to; step++) {
                for (int bulge = 0; bulge < shifts.length; bulge++) {
                    int k = step - APART * bulge;
                    if (k >= start && k < hi) {
                        move(k, bulge, top, end);
                    }
                }
            }
            applyRightOf(end);
            applyAbove(top, end);
        }
    }

    /** Moves a bulge to rows and columns k.., within the window; at the start it makes it. */
    private void move(int k, int bulge, int top, int end) {
        double[] x = v[count];
        int size = Math.min(3, hi - k + 1);
        x[2] = 0;
        if (k == start) {
            firstVector(k, shifts[bulge], x);
        } else {
            for (int i = 0; i < size; i++) {
                x[i] = h[k + i][k - 1];
            }
        }
        double reflected = toReflection(x);
        if (k > start) {
            h[k][k - 1] = reflected;
            for (int i = 1; i < size; i++) {
                h[k + i][k - 1] = 0;
            }
        } else if (k > lo) {
            h[k][k - 1] -= h[k][k - 1] * x[0] * x[0];
        }
        columns[count] = k;
        count++;
        if (size == 3) {
            reflect(x, h[k], h[k + 1], h[k + 2], k, end);
        } else {
            reflect(x, h[k], h[k + 1], k, end);
        }
        int below = Math.min(hi, k + 3);
        for (int row = top; row <= below; row++) {
            reflectColumns(x, size, h[row], k);
        }
    }

    private void applyRightOf(int end) {
        if (end > hi) {
            return;
        }
        for (int i = 0; i < count; i++) {
            int k = columns[i];
            if (k + 2 <= hi) {
                reflect(v[i], h[k], h[k + 1], h[k + 2], end, hi + 1);
            } else {
                reflect(v[i], h[k], h[k + 1], end, hi + 1);
            }
        }
    }

    private void applyAbove(int top, int end) {
        if (lo < top && block.length < end - top) {
            block = new double[STEPS + APART * shifts.length + 1][BLOCK];
        }
        for (int first = lo; first < top; first += BLOCK) {
            int length = Math.min(BLOCK, top - first);
            for (int i = 0; i < length; i++) {
                double[] row = h[first + i];
                for (int j = top; j < end; j++) {
                    block[j - top][i] = row[j];
                }
            }
            for (int i = 0; i < count; i++) {
                int k = columns[i] - top;
                if (columns[i] + 2 <= hi) {
                    reflect(v[i], block[k], block[k + 1], block[k + 2], 0, length);
                } else {
                    reflect(v[i], block[k], block[k + 1], 0, length);
                }
            }
            for (int i = 0; i < length; i++) {
                double[] row = h[first + i];
                for (int j = top; j < end; j++) {
                    row[j] = block[j - top][i];
                }
            }
        }
    }

    /** {@return the row where a bulge may start, as the two subdiagonals above it are small} */
    private int startOfBulge() {
        double[] x = new double[3];
        for (int m = hi - 2; m > lo; m--) {
            firstVector(m, shifts[0], x);
            if (Math.abs(h[m][m - 1]) * (Math.abs(x[1]) + Math.abs(x[2]))
                    <= EPSILON
                            * Math.abs(x[0])
                            * (Math.abs(h[m - 1][m - 1]) + Math.abs(h[m][m]) + Math.abs(h[m + 1][m + 1]))) {
                return m;
            }
        }
        return lo;
    }

    /**
     * The first column of (H − s_1)·(H − s_2), H from row m on, up to a factor. A bulge before this one may have left
     * h_{m+1,m} = 0: then that is the first unit vector.
     */
    private void firstVector(int m, ShiftPair shift, double[] x) {
        double z = h[m][m];
        double r = shift.x - z;
        double s = shift.y - z;
        x[0] = (r * s - shift.w) / h[m + 1][m] + h[m][m + 1];
        x[1] = h[m + 1][m + 1] - z - r - s;
        x[2] = h[m + 2][m + 1];
        double size = Math.abs(x[0]) + Math.abs(x[1]) + Math.abs(x[2]);
        boolean apart = size == 0 || !Double.isFinite(size);
        for (int i = 0; i < 3; i++) {
            x[i] = apart ? (i == 0 ? 1 : 0) : x[i] / size;
        }
    }

    /**
     * Replaces x by v with ‖v‖² = 2, or 0, such that (I − v·vᵀ)·x is a multiple of the first unit vector.
     *
     * @return that multiple
     */
    private static double toReflection(double[] x) {
        double largest = Math.max(Math.abs(x[0]), Math.max(Math.abs(x[1]), Math.abs(x[2])));
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            double scaled = largest == 0 ? 0 : x[i] / largest;
            squares += scaled * scaled;
            x[i] = scaled;
        }
        if (largest == 0) {
            return 0;
        }
        double norm = Math.copySign(Math.sqrt(squares), x[0]);
        x[0] += norm;
        double scale = Math.sqrt(1 / (norm * x[0]));
        for (int i = 0; i < 3; i++) {
            x[i] *= scale;
        }
        return -norm * largest;
    }

    /** x, y, z ← (I − v·vᵀ)·(x, y, z), entries {@code from..to-1}. */
    private static void reflect(double[] v, double[] x, double[] y, double[] z, int from, int to) {
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

    private static void reflect(double[] v, double[] x, double[] y, int from, int to) {
        double p = v[0];
        double q = v[1];
        for (int i = from; i < to; i++) {
            double sum = p * x[i] + q * y[i];
            x[i] -= sum * p;
            y[i] -= sum * q;
        }
    }

    private static void reflectColumns(double[] v, int size, double[] row, int k) {
        double third = size == 3 ? row[k + 2] : 0;
        double sum = v[0] * row[k] + v[1] * row[k + 1] + v[2] * third;
        row[k] -= sum * v[0];
        row[k + 1] -= sum * v[1];
        if (size == 3) {
            row[k + 2] -= sum * v[2];
        }
    }
}
