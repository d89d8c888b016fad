package gradflow.repl.engine;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an engine is set up.
 *
 * @param imports import declarations that every piece of Java sees, each ending in a semicolon
 * @param grace how long a stopped run may take to end before it is left behind
 * @param console what takes all that snippets print, and then they may not end the program either; or null, and they print
 *     and end as this program does
 */
public record EngineOptions(
        List<String> imports, Duration grace, @Nullable PrintStream console) {
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** With what a key and a thread take, a person has the prompt back within a fifth of a second. */
    private static final Duration GRACE_AT_PROMPT = Duration.ofMillis(150);

    /** Copies. */
    public EngineOptions {
        imports = List.copyOf(imports);
    }

    /** Options for an engine that prints and ends as this program does. */
    public EngineOptions(List<String> imports, Duration grace) {
        this(imports, grace, null);
    }

    /** {@return the imports of {@code scripts/startup.jsh} and a grace of a second} */
    public static EngineOptions standard() {
        return new EngineOptions(Startup.imports(), GRACE);
    }

    /** {@return the standard options, for a person who waits} */
    public static EngineOptions atPrompt() {
        return new EngineOptions(Startup.imports(), GRACE_AT_PROMPT);
    }

    /** {@return these options for snippets that print to {@code console} and can't end the program} */
    public EngineOptions contained(PrintStream stream) {
        return new EngineOptions(imports, grace, stream);
    }
}
