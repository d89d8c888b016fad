package gradflow.repl.engine;

import java.time.Duration;
import java.util.List;

/**
 * How an engine is set up.
 *
 * @param imports import declarations that every piece of Java sees, each ending in a semicolon
 * @param grace how long a stopped run may take to end before it is left behind
 */
public record EngineOptions(List<String> imports, Duration grace) {
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** Copies. */
    public EngineOptions {
        imports = List.copyOf(imports);
    }

    /** {@return the imports of {@code scripts/startup.jsh} and a grace of a second} */
    public static EngineOptions standard() {
        return new EngineOptions(Startup.imports(), GRACE);
    }

    /** {@return these options with other imports} */
    public EngineOptions withImports(List<String> others) {
        return new EngineOptions(others, grace);
    }
}
