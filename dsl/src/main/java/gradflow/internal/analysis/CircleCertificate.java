package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import java.util.Optional;

/**
 * A proof that Q + λ·B + λ̄·Bᵀ, Q symmetric, B any real matrix, is positive definite for every complex λ on the unit circle.
 * Such a form says that a resolvent is bounded on a whole circle or line, or that a numerical range lies in a disc, for
 * all of infinitely many points at once.
 *
 * <p>It is positive definite if and only if X + Bᵀ·X⁻¹·B = Q has a positive definite solution. One is found
 * by cyclic reduction, which converges quadratically, for a slightly smaller Q; then nothing of how it was found is trusted.
 * The symmetric matrix
 *
 * <pre>
 * ( X    B   )
 * ( Bᵀ  Q − X )
 * </pre>
 *
 * <p>is shown to be positive definite with all roundings accounted for. Applied to (x, λx) it is xᴴ(Q + λB + λ̄Bᵀ)x.
 *
 * @see "Engwerda, Ran, Rijkeboer (1993), Necessary and sufficient conditions for X + A*X⁻¹A = Q; Meini (2002), Efficient
 *     computation of the extreme solutions of X + A*X⁻¹A = Q"
 */
final class CircleCertificate {
    private static final double EPSILON = 0x1p-52;
    private static final int MOST_STEPS = 70;

    /** How much of Q is left to rounding, in units of what the proof needs; the next is tried if one is too small. */
    private static final double[] ROOM = {4, 64, 1024};

    private CircleCertificate() {}

    /** {@return about what the proof for an n×n form with this largest entry of Q loses: the form must exceed it} */
    static double loss(int n, double largest, double error) {
        return (ROOM[0] + 1) * (PositiveDefinite.loss(2 * n, largest) + error);
    }

    /**
     * {@return whether the proof succeeds}
     *
     * @param q read, {@code [n][n]}, symmetric
     * @param b read, {@code [n][n]}
     * @param error how far the true Q and B, taken together, may lie from these, in the spectral norm
     */
    static boolean holds(double[][] q, double[][] b, double error) {
        double largest = 0;
        for (int i = 0; i < q.length; i++) {
            largest = Math.max(largest, q[i][i]);
        }
        double unit = PositiveDefinite.loss(2 * q.length, largest) + error;
        for (double room : ROOM) {
            Optional<double[][]> x = solution(q, b, room * unit);
            if (x.isEmpty()) {
                return false;
            }
            if (PositiveDefinite.isCertain(block(x.get(), q, b), error + roundings(q, x.get()))) {
                return true;
            }
        }
        return false;
    }

    /** {@return what rounding can do in Q − X, in the spectral norm} */
    private static double roundings(double[][] q, double[][] x) {
        return EPSILON * (Norms.frobenius(q) + Norms.frobenius(x));
    }

    /** {@return the largest X for Q − room·I, or nothing where there is none} */
    private static Optional<double[][]> solution(double[][] q, double[][] b, double room) {
        double[][] current = Scaling.shifted(q, 0);
        for (int i = 0; i < q.length; i++) {
            current[i][i] -= room;
        }
        double[][] x = Scaling.shifted(current, 0);
        double[][] a = b;
        double small = EPSILON * Norms.frobenius(q);
        for (int step = 0; step < MOST_STEPS && Norms.frobenius(a) > small; step++) {
            Interrupts.poll();
            Optional<double[][]> l = Cholesky.of(current);
            if (l.isEmpty()) {
                return Optional.empty();
            }
            double[][] y = Cholesky.solve(l.get(), a);
            double[][] z = Cholesky.solve(l.get(), RowArithmetic.transposed(a));
            double[][] yTransposed = RowArithmetic.transposed(y);
            double[][] zTransposed = RowArithmetic.transposed(z);
            double[][] inner = RowArithmetic.product(yTransposed, y);
            subtract(inner, x);
            subtract(inner, current);
            subtract(RowArithmetic.product(zTransposed, z), current);
            a = RowArithmetic.product(zTransposed, y);
        }
        return Optional.of(x);
    }

    private static void subtract(double[][] part, double[][] from) {
        for (int i = 0; i < from.length; i++) {
            RowArithmetic.addTimes(-1, part[i], from[i]);
        }
    }

    /** {@return the symmetric matrix of the proof, its lower triangle} */
    private static double[][] block(double[][] x, double[][] q, double[][] b) {
        int n = q.length;
        double[][] block = new double[2 * n][2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double symmetric = 0.5 * (x[i][j] + x[j][i]);
                block[i][j] = symmetric;
                block[n + i][n + j] = q[i][j] - symmetric;
                block[n + i][j] = b[j][i];
            }
        }
        return block;
    }
}
