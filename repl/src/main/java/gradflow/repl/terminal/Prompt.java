package gradflow.repl.terminal;

import gradflow.repl.engine.Engine;
import java.util.concurrent.Future;

/** The prompt. */
public final class Prompt {
    private Prompt() {}

    /** {@return the exit code} */
    public static int run(Future<Engine> engine) {
        return engine.isCancelled() ? 1 : 0;
    }
}
