package gradflow.repl.engine;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Weaver} makes snippet classes call. Each session's class loader defines this class anew, so that its one
 * static field leads every thread that runs a snippet of that session, and no other, to the session's own host.
 */
public final class Doors {
    /** Set once, before the first snippet. */
    public static @Nullable SnippetHost host;

    private Doors() {}

    private static SnippetHost open() {
        SnippetHost now = host;
        if (now == null) {
            throw new IllegalStateException("a snippet without a session");
        }
        return now;
    }

    /** At each method entry and each jump back. */
    public static void check() {
        open().check();
    }

    /** In place of {@code System.out} and {@code System.err}. */
    public static PrintStream console() {
        return open().console();
    }

    /** In place of {@code System.exit}. */
    public static void exit(int status) {
        open().refuseExit("System.exit(" + status + ")");
    }

    /** In place of {@code Runtime.exit}. */
    public static void exit(Runtime runtime, int status) {
        open().refuseExit("Runtime.exit(" + status + ")");
    }

    /** In place of {@code Runtime.halt}. */
    public static void halt(Runtime runtime, int status) {
        open().refuseExit("Runtime.halt(" + status + ")");
    }

    /** In place of {@code System.setOut} and {@code System.setErr}. */
    @SuppressWarnings("DoNotCallSuggester") // called by woven snippets alone
    public static void redirect(PrintStream stream) {
        throw new UnsupportedOperationException("what is printed here is kept, and can't be sent elsewhere");
    }
}
