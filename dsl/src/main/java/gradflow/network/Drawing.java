package gradflow.network;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import gradflow.model.Defaults;
import gradflow.model.Recipe;
import gradflow.model.Recipes;
import gradflow.model.TorchRandom;
import java.util.Optional;

/** Draws one matrix after the other from one generator, and refuses a given one of another shape. */
final class Drawing {
    private static final Recipe INPUTS = Recipes.gaussian(0.05);

    private final Said said;
    private final Optional<Defaults> habits;
    private final Sizes sizes;
    private final String where;
    private final TorchRandom random;

    Drawing(Said said, Optional<Defaults> habits, Sizes sizes, String where) {
        this.said = said;
        this.habits = habits;
        this.sizes = sizes;
        this.where = where;
        random = new TorchRandom(said.or(Word.SEED, 0L));
    }

    TorchRandom random() {
        return random;
    }

    /** {@return what was said with this word, drawn, or what was loaded in its place, or else {@code unsaid}} */
    Mat drawn(Word<Recipe> word, int rows, int columns, Mat unsaid) {
        String why = "hidden is " + sizes.n();
        Optional<Mat> loaded = said.heard(Word.LOAD).flatMap(file -> file.matrix(word));
        if (said.heard(word).isEmpty() && loaded.isPresent()) {
            return fitting("load", loaded.get(), rows, columns, why, "hidden(n) and input(m) left unsaid");
        }
        return said.heard(word)
                .or(() -> habits.flatMap(defaults -> habit(defaults, word)))
                .map(recipe -> draw(word, recipe, rows, columns, why))
                .orElse(unsaid);
    }

    private static Optional<Recipe> habit(Defaults defaults, Word<Recipe> word) {
        if (word == Word.WHH) {
            return defaults.recurrent();
        }
        if (word == Word.WXH || word == Word.WIH) {
            return defaults.input();
        }
        return word == Word.BIAS || word == Word.BIH || word == Word.BHH ? defaults.bias() : Optional.empty();
    }

    /** {@return what was said with this word, drawn as a row, or else zeros} */
    Mat row(Word<Recipe> word, int length) {
        return drawn(word, 1, length, Mat.filled(1, length, (i, j) -> 0));
    }

    /** {@return the inputs x_1..x_T, a T×m matrix} */
    Mat inputs(int steps) {
        return draw(
                Word.INPUTS,
                said.or(Word.INPUTS, INPUTS),
                steps,
                sizes.m(),
                "T is " + steps + " and input is " + sizes.m());
    }

    private Mat draw(Word<Recipe> word, Recipe recipe, int rows, int columns, String why) {
        return recipe.given()
                .map(given -> fitting(
                        word.name(),
                        given,
                        rows,
                        columns,
                        why,
                        word == Word.INPUTS
                                ? "unroll(" + given.rows() + ") and input(" + given.columns() + ")"
                                : "hidden(" + given.columns() + "), or a matrix of " + rows + "×" + columns))
                .orElseGet(() -> recipe.draw(rows, columns, random));
    }

    private Mat fitting(String word, Mat given, int rows, int columns, String why, String remedy) {
        if (given.rows() != rows || given.columns() != columns) {
            throw new Refusal(
                    word + "(…): " + rows + "×" + columns + " is wanted, as " + why + ", but was " + given.shape(),
                    where,
                    remedy);
        }
        return given;
    }
}
