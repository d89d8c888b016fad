package gradflow.repl.engine;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** The world that the snippets of one session see; {@link Doors} leads to it, which is why it is public. */
public final class SnippetHost {
    private final @Nullable PrintStream console;
    private volatile StopToken latest = new StopToken();

    /**
     * @param console takes what snippets print, and then they may not end the program either; or null, and both is left to
     *     the program
     */
    SnippetHost(@Nullable PrintStream console) {
        this.console = console;
    }

    boolean isContained() {
        return console != null;
    }

    void follow(StopToken token) {
        latest = token;
    }

    /** Returns at once, or throws if the run that this thread works for was stopped. */
    public void check() {
        // A run's own thread keeps its token for life: abandoned, it ends when it comes back to snippet code, however
        // late. Pool threads serve one run after another, so they look at the latest.
        StopToken token = Thread.currentThread() instanceof RunThread run ? run.token() : latest;
        if (token.stopped()) {
            // Its interrupt may still be on the way, and who keeps what it has asks for that.
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    /** {@return what snippets see as standard output and as standard error} */
    public PrintStream console() {
        return console == null ? System.out : console;
    }

    /**
     * Refuses.
     *
     * @param call what was called, such as {@code System.exit(0)}
     */
    @SuppressWarnings("DoNotCallSuggester") // woven into snippets, in the place of the call that would end the program
    public void refuseExit(String call) {
        throw new ExitRefused(call);
    }
}
