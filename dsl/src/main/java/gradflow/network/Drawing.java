package gradflow.network;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import gradflow.model.Recipe;
import gradflow.model.TorchRandom;
import java.util.Optional;

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

    /** {@return what was said with this word, drawn, or else {@code unsaid}} */
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
    Mat inputs(int steps) {
        return draw(Word.INPUTS, chosen.inputs(), steps, sizes.m(), "T is " + steps + " and input is " + sizes.m());
    }

    private Mat draw(Word<Recipe> word, Recipe recipe, int rows, int columns, String why) {
        Optional<Mat> given = recipe.given();
        if (given.isPresent() && (given.get().rows() != rows || given.get().columns() != columns)) {
            throw new Refusal(
                    word.name() + "(…): " + rows + "×" + columns + " is wanted, as " + why + ", but was "
                            + given.get().shape(),
                    where,
                    word == Word.INPUTS
                            ? "unroll(" + given.get().rows() + ") and input("
                                    + given.get().columns() + ")"
                            : "hidden(" + given.get().columns() + "), or a matrix of " + rows + "×" + columns);
        }
        return recipe.draw(rows, columns, random);
    }
}
