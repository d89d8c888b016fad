package gradflow.internal.kernel;

import java.util.Arrays;

/**
 * Σ_t δ_t v_tᵀ, a sum of rank-one matrices whose vectors carry exponents of their own; the sum has one exponent, that of
 * its largest term. Terms wait until there are many, and then go in row by row, as in a matrix product: one by one, each
 * would fetch the whole sum for a single multiplication an entry.
 */
public final class OuterSum {
    private static final int TERMS = 32;

    /** Terms are added by so many, the last of them filled up by zeros, so that the order of summation is fixed. */
    private static final int TOGETHER = 4;

    private final double[][] entries;
    private final double[][] left;
    private final double[][] right;
    private int waiting;
    private long exponent;
    private boolean empty = true;

    /** A sum of matrices of this shape, 0 so far. */
    public OuterSum(int rows, int columns) {
        entries = new double[rows][columns];
        left = new double[TERMS][rows];
        right = new double[TERMS][columns];
    }

    /**
     * Adds 2^exponent·δ vᵀ.
     *
     * @param delta read, {@code [rows]}
     * @param v read, {@code [columns]} from {@code at}
     * @param at offset into v
     * @param termExponent of two, of δ and v together
     */
    public void add(double[] delta, double[] v, int at, long termExponent) {
        long shift = empty ? 0 : termExponent - exponent;
        if (empty || shift > 0) {
            addWaiting();
            for (double[] row : entries) {
                Vectors.shift(row, 0, row.length, -shift);
            }
            exponent = termExponent;
            shift = 0;
            empty = false;
        }
        System.arraycopy(delta, 0, left[waiting], 0, entries.length);
        System.arraycopy(v, at, right[waiting], 0, right[waiting].length);
        if (shift != 0) {
            Vectors.shift(left[waiting], 0, entries.length, shift);
        }
        waiting++;
        if (waiting == TERMS) {
            addWaiting();
        }
    }

    private void addWaiting() {
        if (waiting == 0) {
            return;
        }
        int terms = (waiting + TOGETHER - 1) / TOGETHER * TOGETHER;
        for (int k = waiting; k < terms; k++) {
            Arrays.fill(left[k], 0);
            Arrays.fill(right[k], 0);
        }
        double[][] rows = Arrays.copyOf(right, terms);
        double[] factors = new double[terms];
        for (int i = 0; i < entries.length; i++) {
            for (int k = 0; k < terms; k++) {
                factors[k] = left[k][i];
            }
            Rows.addCombination(rows, factors, entries[i]);
        }
        waiting = 0;
    }

    /** {@return the sum; entries are 0 or infinite where a double can't hold them} */
    public Mat total() {
        addWaiting();
        if (exponent == 0) {
            return Mat.of(entries);
        }
        return Mat.filled(
                entries.length,
                entries.length == 0 ? 0 : entries[0].length,
                (i, j) -> new Scaled(entries[i][j], exponent).value());
    }

    /** {@return the sum over its Frobenius norm, also where that is more than a double can hold; 0 if the sum is} */
    public Mat direction() {
        Scaled norm = norm();
        return Mat.filled(
                entries.length,
                entries.length == 0 ? 0 : entries[0].length,
                (i, j) -> norm.significand() == 0
                        ? 0
                        : new Scaled(entries[i][j], exponent).over(norm).value());
    }

    /** {@return the Frobenius norm of the sum} */
    public Scaled norm() {
        addWaiting();
        Scaled square = Scaled.ZERO;
        for (double[] row : entries) {
            Scaled norm = Vectors.norm(row, 0, row.length, exponent);
            square = square.plus(norm.times(norm));
        }
        return square.squareRoot();
    }
}
