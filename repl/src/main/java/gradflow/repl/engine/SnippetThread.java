package gradflow.repl.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs code that JShell doesn't know of the way a snippet is run: in a thread of its own, with a large stack. */
public final class SnippetThread {
    private final SnippetHost host = new SnippetHost(null);
    private final ClassLoader classes;

    /** Runs with these classes at hand. */
    public SnippetThread(ClassLoader classes) {
        this.classes = classes;
    }

    /** What is run. */
    public interface Code {
        /** {@return its value} */
        @Nullable
        Object run() throws Throwable;
    }

    /** {@return a {@link Outcome.Value}, {@link Outcome.Thrown} or {@link Outcome.Interrupted}} */
    public Outcome run(Code code) {
        return new Run(code::run, host, classes).await(Duration.ZERO).outcome();
    }
}
