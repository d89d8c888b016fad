package gradflow.repl.command;

import gradflow.repl.engine.Outcome;
import java.util.Optional;

/** The value that a command is about: what is named after it, or the last one. */
final class Subject {
    private Subject() {}

    /** {@return the value of an expression, or the last one if it is empty; nothing if there is none, which was said} */
    static Optional<Outcome.Value> of(Surroundings prompt, String expression) {
        return prompt.evaluate(expression.isEmpty() ? "_" : expression);
    }
}
