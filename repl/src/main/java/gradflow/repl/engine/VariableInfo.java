package gradflow.repl.engine;

import org.jspecify.annotations.Nullable;

/**
 * A variable of the session.
 *
 * @param name as it was declared, or {@code $1} for a result without a name
 * @param type as Java writes it
 * @param value the object that it holds
 */
public record VariableInfo(
        String name, String type, @Nullable Object value) {}
