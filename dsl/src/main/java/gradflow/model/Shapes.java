package gradflow.model;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;

/** What a recipe may refuse only when it is asked for a matrix of some shape. */
final class Shapes {
    private static final int MOST_ENTRIES = 1 << 26;

    private Shapes() {}

    /** {@return whether a matrix may have so many entries} */
    static boolean hasRoom(long entries) {
        return entries >= 1 && entries <= MOST_ENTRIES;
    }

    /** Refuses to sample nothing, or more than half a gigabyte. */
    static void sampled(int rows, int columns, String word, String where) {
        if (rows < 1 || columns < 1 || !hasRoom((long) rows * columns)) {
            throw new Refusal(
                    word + ": a matrix has 1 to 2^26 entries, but " + rows + "×" + columns + " was asked for",
                    where,
                    "sample(4), a 4×4 matrix, or sample(4, 2), one of 4 rows and 2 columns");
        }
    }

    /** {@return the side of a square, or refuses another shape} */
    static int square(Recipe recipe, int rows, int columns) {
        if (rows != columns) {
            throw new Refusal(
                    recipe + ": the matrix must be square, but " + rows + "×" + columns + " was asked for",
                    recipe.toString(),
                    "gaussian(0.1) or torchLinear(), which take any shape");
        }
        return rows;
    }

    /** {@return {@code drawn}, or refuses entries beyond the largest double} */
    static Mat finite(Recipe recipe, Mat drawn) {
        if (!drawn.isFinite()) {
            throw new Refusal(
                    recipe + ": an entry of the " + drawn.shape() + " matrix is larger than the largest double",
                    recipe.toString(),
                    "smaller numbers, such as gaussian(0.1)");
        }
        return drawn;
    }
}
