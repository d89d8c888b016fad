package gradflow.network;

import gradflow.internal.check.Numerals;
import gradflow.internal.kernel.Mat;
import gradflow.model.Defaults;
import gradflow.model.Recipe;
import gradflow.model.Recipes;
import gradflow.model.TorchCode;
import java.util.Optional;

/**
 * How each matrix of a network is drawn: as was said, or else as a file or the habits have it. The numbers and the script for PyTorch
 * both come from here.
 */
final class Chosen {
    private static final Recipe INPUTS = Recipes.gaussian(0.05);

    private final Said said;
    private final Optional<Defaults> habits;

    Chosen(Said said, Optional<Defaults> habits) {
        this.said = said;
        this.habits = habits;
    }

    /** {@return the seed of all draws} */
    long seed() {
        return said.or(Word.SEED, 0L);
    }

    /** {@return the recipe, if it isn't left to PyTorch's constructors} */
    Optional<Recipe> recipe(Word<Recipe> word) {
        return said.heard(word).or(() -> loaded(word)).or(() -> habits.flatMap(defaults -> habit(defaults, word)));
    }

    /** {@return what W_hh is multiplied by once it is drawn} */
    double whhTimes() {
        return said.or(Word.WHH_TIMES, 1.0);
    }

    /** {@return W_hh times {@link #whhTimes}} */
    Mat scaled(Mat whh) {
        return whhTimes() == 1 ? whh : whh.times(whhTimes());
    }

    /** Multiplies the PyTorch parameter that holds W_hh. */
    void scale(String parameter, TorchLines lines) {
        if (whhTimes() != 1) {
            lines.add(parameter + ".data *= " + Numerals.plain(whhTimes()));
        }
    }

    /** {@return whether the matrix comes from {@code load(…)}} */
    boolean isLoaded(Word<Recipe> word) {
        return said.heard(word).isEmpty() && loaded(word).isPresent();
    }

    private Optional<Recipe> loaded(Word<Recipe> word) {
        return said.heard(Word.LOAD).flatMap(file -> file.recipe(word));
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

    /** {@return PyTorch code for a vector, if it isn't left to PyTorch's constructors} */
    Optional<TorchCode> torchVector(Word<Recipe> word, int length) {
        return recipe(word).map(recipe -> recipe.torch(1, length).then("[0]"));
    }

    /** {@return the recipe of x_1..x_T} */
    Recipe inputs() {
        return said.or(Word.INPUTS, INPUTS);
    }
}
