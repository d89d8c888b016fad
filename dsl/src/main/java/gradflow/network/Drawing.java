package gradflow.network;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import gradflow.model.Recipe;
import gradflow.model.TorchRandom;

/** Draws one matrix after the other from one generator, and refuses a given one of another shape. */
final class Drawing {
    private final Chosen chosen;
    private final Sizes sizes;
    private final String where;
    private final TorchRandom random;

    Drawing(Chosen chosen, Sizes sizes, String where) {
        this.chosen = chosen;
        this.sizes = sizes;
        this.where = where;
        random = new TorchRandom(chosen.seed());
    }

    TorchRandom random() {
        return random;
    }

    /** {@return what was said with this word, drawn, or what was loaded in its place, or else {@code unsaid}} */
    Mat drawn(Word<Recipe> word, int rows, int columns, Mat unsaid) {
        return chosen.recipe(word)
                .map(recipe -> draw(word, recipe, rows, columns, "hidden is " + sizes.n()))
                .orElse(unsaid);
    }

    /** {@return what was said with this word, drawn as a row, or else zeros} */
    Mat row(Word<Recipe> word, int length) {
        return drawn(word, 1, length, Mat.filled(1, length, (i, j) -> 0));
    }

    /** {@return the inputs x_1..x_T, a T×m matrix} */
    Mat inputs(Recipe recipe, int steps) {
        return draw(Word.INPUTS, recipe, steps, sizes.m(), "T is " + steps + " and input is " + sizes.m());
    }

    private Mat draw(Word<Recipe> word, Recipe recipe, int rows, int columns, String why) {
        return recipe.given()
                .map(given -> fitting(word, given, rows, columns, why))
                .orElseGet(() -> recipe.draw(rows, columns, random));
    }

    private Mat fitting(Word<Recipe> word, Mat given, int rows, int columns, String why) {
        if (given.rows() != rows || given.columns() != columns) {
            throw new Refusal(
                    (chosen.isLoaded(word) ? "load" : word.name()) + "(…): " + rows + "×" + columns + " is wanted, as "
                            + why + ", but was " + given.shape(),
                    where,
                    remedy(word, given, rows, columns));
        }
        return given;
    }

    private String remedy(Word<Recipe> word, Mat given, int rows, int columns) {
        if (chosen.isLoaded(word)) {
            return "hidden(n) and input(m) left unsaid";
        }
        return word == Word.INPUTS
                ? "unroll(" + given.rows() + ") and input(" + given.columns() + ")"
                : new Misfit(word, given, rows, columns, sizes).remedy();
    }
}
