package gradflow.repl.command;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something about the prompt that can be chosen while it runs.
 *
 * @param name as it is typed after {@code /set}
 * @param meaning in a few words
 * @param values that it can have, for who presses Tab
 * @param now what it is at the moment
 * @param change takes another value, and says why not if it can't; empty if it could
 */
public record Setting(
        String name, String meaning, List<String> values, Supplier<String> now, Function<String, String> change) {

    /** Copies. */
    public Setting {
        values = List.copyOf(values);
    }

    /** {@return a setting that has one of a few values} */
    public static Setting choice(
            String name, String meaning, List<String> values, Supplier<String> now, Consumer<String> change) {
        return new Setting(name, meaning, values, now, value -> {
            if (!values.contains(value)) {
                return name + " is one of " + String.join(", ", values) + ", not " + value;
            }
            change.accept(value);
            return "";
        });
    }
}
