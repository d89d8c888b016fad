package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;

/**
 * A diagonal similarity D⁻¹·A·D, D made of powers of two, that brings row and column of each index to about one norm.
 * The eigenvalues stay exactly the same, while ‖A‖, and with it the rounding error of an eigenvalue routine, falls: by
 * 100 decades for D⁻¹·A·D with D spanning as many.
 *
 * <p>Norms are Euclidean rather than 1-norms, so that a Hessenberg-like matrix isn't made worse.
 *
 * @see "Osborne (1960), On pre-conditioning of matrices; Parlett, Reinsch (1969); James, Langou, Lowery (2014), On matrix
 *     balancing and eigenvector computation"
 */
final class Balancing {
    private static final double WORTHWHILE = 0.95;
    private static final int MOST_SWEEPS = 200;

    /** While at work the largest entry is near 2^900, so that entries 1900 powers of two below it still count. */
    private static final int HEADROOM = 900;

    private final double[][] rows;
    private final int[] similarity;

    private Balancing(double[][] rows) {
        this.rows = rows;
        this.similarity = new int[rows.length];
    }

    /**
     * {@return the balanced matrix, split into a power of two and rows below 1, and D}
     *
     * @param a read, {@code [n][n]}, finite
     */
    static Balanced of(double[][] a) {
        int lift = HEADROOM - Scaling.exponentAbove(a);
        Balancing balancing = new Balancing(Scaling.shifted(a, lift));
        int sweeps = 0;
        while (balancing.sweep() && sweeps < MOST_SWEEPS) {
            sweeps++;
        }
        Scaling scaling = Scaling.of(balancing.rows);
        return new Balanced(scaling.rows(), scaling.exponent() - lift, balancing.similarity);
    }

    private boolean sweep() {
        boolean changed = false;
        for (int i = 0; i < rows.length; i++) {
            Interrupts.poll();
            int shift = shiftFor(norm(i, true), norm(i, false));
            if (shift != 0) {
                similarity[i] += shift;
                for (int j = 0; j < rows.length; j++) {
                    if (j != i) {
                        rows[i][j] = Math.scalb(rows[i][j], -shift);
                        rows[j][i] = Math.scalb(rows[j][i], shift);
                    }
                }
                changed = true;
            }
        }
        return changed;
    }

    /** {@return the s that brings row·2^-s and column·2^s closest, 0 if that gains less than 5 % or one of them is 0} */
    private static int shiftFor(double row, double column) {
        if (row == 0 || column == 0) {
            return 0;
        }
        int shift = Math.floorDiv(Math.getExponent(row) - Math.getExponent(column) + 1, 2);
        double after = Math.scalb(row, -shift) + Math.scalb(column, shift);
        return after < WORTHWHILE * (row + column) ? shift : 0;
    }

    /** {@return the Euclidean norm of row or column i without its diagonal entry} */
    private double norm(int i, boolean row) {
        double largest = 0;
        for (int j = 0; j < rows.length; j++) {
            if (j != i) {
                largest = Math.max(largest, Math.abs(row ? rows[i][j] : rows[j][i]));
            }
        }
        if (largest == 0) {
            return 0;
        }
        int exponent = Math.getExponent(largest);
        double sum = 0;
        for (int j = 0; j < rows.length; j++) {
            if (j != i) {
                double x = Math.scalb(row ? rows[i][j] : rows[j][i], -exponent);
                sum += x * x;
            }
        }
        return Math.scalb(Math.sqrt(sum), exponent);
    }

    /** A = 2^exponent · D·rows·D⁻¹, with D = diag(2^d_i) and entries of modulus below 1. */
    static final class Balanced {
        private final double[][] rows;
        private final int exponent;
        private final int[] similarity;

        private Balanced(double[][] rows, int exponent, int[] similarity) {
            this.rows = rows;
            this.exponent = exponent;
            this.similarity = similarity;
        }

        /** {@return the rows themselves, not a copy} */
        double[][] rows() {
            return rows;
        }

        /** {@return the power of two common to all entries} */
        int exponent() {
            return exponent;
        }

        /** {@return d_i, where an eigenvector of the rows, times 2^d_i in component i, is one of A} */
        int similarity(int i) {
            return similarity[i];
        }
    }
}
