package gradflow.network;

import gradflow.model.LoadedWeights;
import gradflow.model.Recipe;
import java.util.Optional;

/**
 * Weights that came from a file.
 *
 * @param text the word as it is typed
 * @param weights what the file had when the word was spoken
 */
record Loaded(String text, LoadedWeights weights) {

    /** {@return the recipe that stands in for a word that wasn't said} */
    Optional<Recipe> recipe(Word<Recipe> word) {
        if (word == Word.WHH) {
            return Optional.of(weights.whh());
        }
        if (word == Word.WIH || word == Word.WXH) {
            return Optional.of(weights.wih());
        }
        if (word == Word.BIH) {
            return Optional.of(weights.bih());
        }
        if (word == Word.BHH) {
            return Optional.of(weights.bhh());
        }
        return word == Word.BIAS ? Optional.of(weights.bias()) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
