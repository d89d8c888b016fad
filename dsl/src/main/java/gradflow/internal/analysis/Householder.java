package gradflow.internal.analysis;

import java.util.Arrays;

/**
 * Reflections I − v·vᵀ with ‖v‖² = 2, that move a vector onto its first entry.
 *
 * @see "Golub, Van Loan, Matrix Computations, §5.1"
 */
final class Householder {
    /** Squares below, of entries of a matrix near 1, have no digits left to tell a direction by, and nothing to move. */
    private static final double NOTHING = 0x1p-900;

    private Householder() {}

    /**
     * Turns a vector x of entries below 1 into the v that moves it onto its entry {@code at}.
     *
     * @param x read and written, 0 before {@code at}; afterwards v, or 0 where there is nothing to do
     * @return what that entry becomes
     */
    static double toReflection(double[] x, int at) {
        double first = x[at];
        double below = RowArithmetic.dot(x, x, at + 1, x.length);
        // Not asked of the norm: an entry 1e-9 times the first doesn't change it, and yet must go.
        if (below <= NOTHING) {
            Arrays.fill(x, at, x.length, 0);
            return first;
        }
        double norm = Math.copySign(Math.sqrt(first * first + below), first);
        double head = first + norm;
        double scale = Math.sqrt(1 / (norm * head));
        x[at] = head;
        for (int i = at; i < x.length; i++) {
            x[i] *= scale;
        }
        return -norm;
    }
}
