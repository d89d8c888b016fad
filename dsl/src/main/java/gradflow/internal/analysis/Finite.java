package gradflow.internal.analysis;

import gradflow.internal.check.Numerals;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;

/**
 * What the decompositions ask of a matrix. commons-math3 doesn't: on NaN its eigenvalue iteration ends in "convergence
 * failed", and its singular values are silently wrong.
 */
final class Finite {
    private Finite() {}

    /** {@return {@code matrix}, or refuses it if an entry is NaN or infinite} */
    static Mat entries(String question, Mat matrix) {
        if (!matrix.isFinite()) {
            for (int i = 0; i < matrix.rows(); i++) {
                for (int j = 0; j < matrix.columns(); j++) {
                    refuse(question, i, j, matrix.at(i, j), matrix.shape());
                }
            }
        }
        return matrix;
    }

    /** {@return {@code matrix}, or refuses it if it isn't square or an entry is NaN or infinite} */
    static Mat square(String question, Mat matrix) {
        if (matrix.rows() != matrix.columns()) {
            throw new Refusal(
                    question + ": the matrix must be square, but was " + matrix.shape(),
                    question + " of a " + matrix.shape() + " matrix",
                    "the singular values, which every matrix has");
        }
        return entries(question, matrix);
    }

    /** Refuses diag(d)·w as a factor of a Jacobian product if an entry is NaN or infinite. */
    static void factor(double[] d, double[][] w) {
        if (Double.isFinite(RowArithmetic.dot(d, d) + RowArithmetic.sumOfSquares(w))) {
            return;
        }
        String shape = w.length + "×" + d.length;
        for (int i = 0; i < d.length; i++) {
            refuse("the Jacobian product", i, i, d[i], shape);
            for (int j = 0; j < w[i].length; j++) {
                refuse("the Jacobian product", i, j, w[i][j], shape);
            }
        }
    }

    private static void refuse(String question, int i, int j, double entry, String shape) {
        if (!Double.isFinite(entry)) {
            throw new Refusal(
                    question + ": every entry must be a finite number, but row " + (i + 1) + ", column " + (j + 1)
                            + " was " + Numerals.plain(entry),
                    question + " of a " + shape + " matrix",
                    "smaller weights or a shorter horizon, so that nothing overflows");
        }
    }
}
