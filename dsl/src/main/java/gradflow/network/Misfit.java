package gradflow.network;

import gradflow.internal.kernel.Mat;
import gradflow.model.Recipe;
import java.util.Set;

/**
 * A given matrix of another shape than its network has, and what mends that.
 *
 * @param word it was given with
 * @param given the matrix
 * @param rows that are wanted
 * @param columns that are wanted
 * @param sizes of the network
 */
record Misfit(Word<Recipe> word, Mat given, int rows, int columns, Sizes sizes) {
    private static final Set<Word<Recipe>> ROWS = Set.of(Word.BIAS, Word.BIH, Word.BHH, Word.H0, Word.C0);
    private static final Set<Word<Recipe>> FROM_INPUTS = Set.of(Word.WXH, Word.WIH);

    /** {@return what to say instead: the sizes that this matrix fits, if there are any, and the shape that is wanted} */
    String remedy() {
        String shape = "a matrix of " + rows + "×" + columns;
        if (gates() > 1) {
            shape += ", " + sizes.n() + (isRow() ? " entries" : " rows") + " for each of the " + gates() + " gates";
        }
        if (fitsAnotherSize()) {
            return "hidden(" + own() / gates() + "), or " + shape;
        }
        return FROM_INPUTS.contains(word) && given.rows() == rows
                ? "input(" + given.columns() + "), or " + shape
                : shape;
    }

    private boolean isRow() {
        return ROWS.contains(word);
    }

    /** {@return the side of the given matrix that the number of units and of gates decides} */
    private int own() {
        return isRow() ? given.columns() : given.rows();
    }

    private int gates() {
        return (isRow() ? columns : rows) / sizes.n();
    }

    private boolean fitsAnotherSize() {
        int units = own() / gates();
        boolean otherSide =
                isRow() ? given.rows() == 1 : given.columns() == (FROM_INPUTS.contains(word) ? sizes.m() : units);
        return own() % gates() == 0 && units > 0 && units != sizes.n() && otherSide;
    }
}
