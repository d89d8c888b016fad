package gradflow.repl.engine;

import org.jspecify.annotations.Nullable;

/** How a run ended. */
sealed interface Ended {

    /** It returned. */
    record Returned(@Nullable Object value) implements Ended {}

    /** It threw. */
    record Threw(Throwable thrown) implements Ended {}

    /** It was stopped, or given up. */
    record Cut(boolean abandoned) implements Ended {}
}
