package gradflow.network;

import gradflow.internal.kernel.Mat;
import gradflow.model.Recipe;
import gradflow.model.Recipes;
import java.util.List;

/**
 * What is said of a network that has learnt: the same as before, with numbers in the place of whatever drew them.
 *
 * @param said all of it
 */
record Learnt(Said said) {
    private static final List<Word<?>> HOW_IT_BEGAN = List.of(Word.LOAD, Word.DEFAULTS, Word.WHH_TIMES);

    /** {@return a network without weights, and with these inputs} */
    static Learnt of(Said before, Mat inputs) {
        return new Learnt(before.without(Word.WEIGHTS).without(HOW_IT_BEGAN))
                .with(Word.INPUTS, inputs)
                .sized(inputs.columns());
    }

    private Learnt sized(int input) {
        return new Learnt(said.and(Word.INPUT, input));
    }

    /** {@return the same with these numbers} */
    Learnt with(Word<Recipe> word, Mat numbers) {
        return new Learnt(said.and(word, Recipes.matrix(numbers.toRows())));
    }

    /** {@return the same with the numbers that were drawn, where the word was said} */
    Learnt instead(Word<Recipe> word, Mat drawn) {
        return said.heard(word).isPresent() ? with(word, drawn) : this;
    }
}
