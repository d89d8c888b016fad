package gradflow.network;

import gradflow.internal.check.Literals;
import gradflow.internal.check.Numerals;
import gradflow.model.Activation;
import gradflow.model.Defaults;
import gradflow.model.Recipe;
import java.util.List;
import java.util.function.Function;

/**
 * A modifier that can be said of a network, and how it is written with its value. A subject's slots are exclusive by their
 * word: saying it again replaces what was said.
 *
 * @param <T> the type of its value
 */
final class Word<T> {
    static final Word<Integer> HIDDEN = of("hidden", "4", String::valueOf);
    static final Word<Integer> INPUT = of("input", "2", String::valueOf);
    static final Word<Long> SEED = of("seed", "0", s -> s == s.intValue() ? s.toString() : s + "L");
    static final Word<String> NAMED = of("named", "\"my network\"", Literals::quoted);
    static final Word<Recipe> WXH = recipe("wxh", "xavierUniform()");
    static final Word<Recipe> WHH = recipe("whh", "orthogonal()");
    static final Word<Double> WHH_TIMES = of("whhTimes", "1.5", Numerals::plain);
    static final Word<Recipe> BIAS = recipe("bias", "zeros()");
    static final Word<Recipe> WIH = recipe("wih", "xavierUniform()");
    static final Word<Recipe> BIH = recipe("bih", "zeros()");
    static final Word<Recipe> BHH = recipe("bhh", "zeros()");
    static final Word<Recipe> C0 = recipe("c0", "zeros()");
    static final Word<Recipe> H0 = recipe("h0", "zeros()");
    static final Word<Recipe> INPUTS = recipe("inputs", "gaussian(0.05)");
    static final Word<Activation> ACTIVATION = new Word<>("activation", "tanh()", Activation::toString);
    static final Word<Defaults> DEFAULTS = of("defaults", "KERAS", String::valueOf);
    static final Word<ForgetBias> FORGET = new Word<>("forgetBias", "forgetBias(1)", ForgetBias::toString);
    static final Word<Loaded> LOAD = new Word<>("load", "load(\"net.safetensors\")", Loaded::toString);
    static final Word<PathAround> PATH = new Word<>("residual", "residual(0.1)", PathAround::toString);
    static final Word<Double> START = of("h0", "0.1", Numerals::plain);

    /** All that a file of weights replaces. */
    static final List<Word<?>> WEIGHTS = List.of(WXH, WIH, WHH, BIAS, BIH, BHH, FORGET);

    private final String name;
    private final String example;
    private final Function<T, String> text;

    private Word(String name, String example, Function<T, String> text) {
        this.name = name;
        this.example = example;
        this.text = text;
    }

    private static <T> Word<T> of(String name, String example, Function<T, String> value) {
        return new Word<>(name, name + "(" + example + ")", v -> name + "(" + value.apply(v) + ")");
    }

    private static Word<Recipe> recipe(String name, String example) {
        return of(name, example, String::valueOf);
    }

    /** {@return the word without a value} */
    String name() {
        return name;
    }

    /** {@return the word with a value that can be tried} */
    String example() {
        return example;
    }

    /** {@return the word with its value, as it is typed} */
    String with(T value) {
        return text.apply(value);
    }
}
