package gradflow.internal.kernel;

/**
 * Σ_t δ_t v_tᵀ, a sum of rank-one matrices whose vectors carry exponents of their own; the sum has one exponent, that of
 * its largest term.
 */
public final class OuterSum {
    private final double[][] entries;
    private long exponent;
    private boolean empty = true;

    /** A sum of matrices of this shape, 0 so far. */
    public OuterSum(int rows, int columns) {
        entries = new double[rows][columns];
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
            for (double[] row : entries) {
                Vectors.shift(row, 0, row.length, -shift);
            }
            exponent = termExponent;
            shift = 0;
            empty = false;
        }
        for (int i = 0; i < entries.length; i++) {
            double d = shift == 0 ? delta[i] : Math.scalb(delta[i], (int) Math.max(-3000, shift));
            addRow(entries[i], d, v, at);
        }
    }

    private static void addRow(double[] row, double d, double[] v, int at) {
        for (int j = 0; j < row.length; j++) {
            row[j] += d * v[at + j];
        }
    }

    /** {@return the sum; entries are 0 or infinite where a double can't hold them} */
    public Mat total() {
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
        Scaled square = Scaled.ZERO;
        for (double[] row : entries) {
            Scaled norm = Vectors.norm(row, 0, row.length, exponent);
            square = square.plus(norm.times(norm));
        }
        return square.squareRoot();
    }
}
