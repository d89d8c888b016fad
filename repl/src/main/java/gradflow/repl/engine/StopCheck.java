package gradflow.repl.engine;

/** What {@link Weaver} puts into snippet classes, which is why it is public. */
public final class StopCheck {
    private static volatile StopToken latest = new StopToken();

    private StopCheck() {}

    /** Returns at once, or throws if the run that this thread works for was stopped. */
    public static void check() {
        // A run's own thread keeps its token for life: abandoned, it ends when it comes back to snippet code, however
        // late. Pool threads serve one run after another, so they look at the latest.
        StopToken token = Thread.currentThread() instanceof RunThread run ? run.token() : latest;
        if (token.stopped()) {
            throw new Stopped();
        }
    }

    static void follow(StopToken token) {
        latest = token;
    }
}
