package gradflow.network;

import gradflow.internal.check.Numerals;
import gradflow.model.Activation;
import gradflow.model.Recipe;
import java.util.Map;
import java.util.function.Function;

/**
 * A modifier that can be said of a network, and how it is written with its value. A subject's slots are exclusive by their
 * word: saying it again replaces what was said.
 *
 * @param <T> the type of its value
 */
final class Word<T> {
    static final Word<Integer> HIDDEN = of("hidden", String::valueOf);
    static final Word<Integer> INPUT = of("input", String::valueOf);
    static final Word<Long> SEED = of("seed", s -> s == s.intValue() ? s.toString() : s + "L");
    static final Word<String> NAMED = of("named", Word::quoted);
    static final Word<Recipe> WXH = of("wxh", String::valueOf);
    static final Word<Recipe> WHH = of("whh", String::valueOf);
    static final Word<Recipe> BIAS = of("bias", String::valueOf);
    static final Word<Recipe> H0 = of("h0", String::valueOf);
    static final Word<Recipe> INPUTS = of("inputs", String::valueOf);
    static final Word<Activation> ACTIVATION = new Word<>("activation", Activation::toString);
    static final Word<PathAround> PATH = new Word<>("residual", PathAround::toString);
    static final Word<Double> START = of("h0", Numerals::plain);

    private final String name;
    private final Function<T, String> text;

    private Word(String name, Function<T, String> text) {
        this.name = name;
        this.text = text;
    }

    private static <T> Word<T> of(String name, Function<T, String> value) {
        return new Word<>(name, v -> name + "(" + value.apply(v) + ")");
    }

    /** {@return the word without a value} */
    String name() {
        return name;
    }

    /** {@return the word with its value, as it is typed} */
    String with(T value) {
        return text.apply(value);
    }

    private static String quoted(String label) {
        StringBuilder text = new StringBuilder("\"");
        Map<Character, String> escapes = Map.of('"', "\\\"", '\\', "\\\\", '\n', "\\n", '\t', "\\t", '\r', "\\r");
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            text.append(escapes.getOrDefault(c, String.valueOf(c)));
        }
        return text.append('"').toString();
    }
}
