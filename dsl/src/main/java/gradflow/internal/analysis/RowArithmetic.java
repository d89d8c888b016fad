package gradflow.internal.analysis;

import gradflow.internal.kernel.Scaled;

/**
 * The innermost loops over arrays. They are small methods of their own over separate arrays with one index, since that
 * is what C2 turns into vector instructions, on flat matrices it does not. Sums have four parts for the same reason; their
 * order is fixed, so the bits are the same everywhere.
 */
final class RowArithmetic {
    /** Rows whose lines stay in the cache while a column is taken from them. */
    private static final int TILE = 32;

    private RowArithmetic() {}

    /** {@return Σ x_i·y_i} */
    static double dot(double[] x, double[] y) {
        return dot(x, y, x.length);
    }

    /** {@return the sum of the first n products} */
    static double dot(double[] x, double[] y, int n) {
        return dot(x, y, 0, n);
    }

    /** {@return the sum of the products {@code from..to-1}} */
    static double dot(double[] x, double[] y, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < to; i++) {
            a += x[i] * y[i];
        }
        return (a + b) + (c + d);
    }

    /** y += s·x. */
    static void addTimes(double s, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += s * x[i];
        }
    }

    /** y += Σ_k s_k·rows_k, four rows at a time. */
    static void addCombination(double[] s, double[][] rows, double[] y) {
        int k = 0;
        for (; k + 3 < rows.length; k += 4) {
            addFour(s[k], rows[k], s[k + 1], rows[k + 1], s[k + 2], rows[k + 2], s[k + 3], rows[k + 3], y);
        }
        for (; k < rows.length; k++) {
            addTimes(s[k], rows[k], y);
        }
    }

    /** {@return Σ_i s_i·rows_i over i ≥ first, columns {@code from..to-1}; 0 before} */
    static double[] combination(double[] s, double[][] rows, int first, int from, int to) {
        double[] y = new double[to];
        int i = first;
        for (; i + 3 < rows.length; i += 4) {
            addFour(s[i], rows[i], s[i + 1], rows[i + 1], s[i + 2], rows[i + 2], s[i + 3], rows[i + 3], y, from, to);
        }
        for (; i < rows.length; i++) {
            addTimes(s[i], rows[i], y, from, to);
        }
        return y;
    }

    /** {@return A·B} */
    static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b.length == 0 ? 0 : b[0].length];
        for (int i = 0; i < a.length; i++) {
            addCombination(a[i], b, c[i]);
        }
        return c;
    }

    /** {@return Aᵀ} */
    static double[][] transposed(double[][] a) {
        double[][] t = new double[a.length == 0 ? 0 : a[0].length][a.length];
        for (int top = 0; top < a.length; top += TILE) {
            for (int j = 0; j < t.length; j++) {
                double[] row = t[j];
                for (int i = top; i < Math.min(top + TILE, a.length); i++) {
                    row[i] = a[i][j];
                }
            }
        }
        return t;
    }

    private static void addFour(
            double p, double[] a, double q, double[] b, double r, double[] c, double s, double[] d, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += (p * a[i] + q * b[i]) + (r * c[i] + s * d[i]);
        }
    }

    /** y += s·x in {@code from..to-1}. */
    static void addTimes(double s, double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] += s * x[i];
        }
    }

    /** y += p·a + q·b in {@code from..to-1}. */
    static void addTwo(double p, double[] a, double q, double[] b, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] += p * a[i] + q * b[i];
        }
    }

    /** y += p·a + q·b + r·c + s·d in {@code from..to-1}. */
    static void addFour(
            double p,
            double[] a,
            double q,
            double[] b,
            double r,
            double[] c,
            double s,
            double[] d,
            double[] y,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            y[i] += (p * a[i] + q * b[i]) + (r * c[i] + s * d[i]);
        }
    }

    /** x = s·x. */
    static void multiply(double s, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= s;
        }
    }

    /** x_i = d_i·x_i. */
    static void multiply(double[] d, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= d[i];
        }
    }

    /** {@return Σ a_ij²} */
    static double sumOfSquares(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            sum += dot(row, row);
        }
        return sum;
    }

    /** {@return max |x_i|} */
    static double largest(double[] x) {
        double largest = 0;
        for (double entry : x) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    /** x, y = c·x + p·y, c·y + q·x. */
    static void rotate(double[] x, double[] y, double c, double p, double q) {
        for (int i = 0; i < x.length; i++) {
            double a = x[i];
            double b = y[i];
            x[i] = c * a + p * b;
            y[i] = c * b + q * a;
        }
    }

    /** {@return the least e with |x_i| < 2^e for all i; 0 if all are 0} */
    static int exponentAbove(double[] x) {
        double largest = largest(x);
        return largest == 0 ? 0 : (int) Scaled.of(largest).exponent() + 1;
    }
}
