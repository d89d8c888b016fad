package gradflow.repl.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a run ended. */
sealed interface Ended {

    /** It returned. */
    record Returned(@Nullable Object value) implements Ended {}

    /** It threw. */
    record Threw(Throwable thrown) implements Ended {}

    /** It was stopped, or given up. */
    record Cut(boolean abandoned) implements Ended {}

    /** It was stopped, and returned what it had. */
    record Kept(Object value) implements Ended {}

    /** {@return a {@link Outcome.Value}, {@link Outcome.Thrown} or {@link Outcome.Interrupted}} */
    default Outcome outcome() {
        if (this instanceof Returned returned) {
            return new Outcome.Value("", returned.value(), false);
        }
        return this instanceof Threw threw
                ? new Outcome.Thrown(threw.thrown(), 0, List.of(), "")
                : new Outcome.Interrupted(this instanceof Cut cut && cut.abandoned(), Optional.empty());
    }
}
