package gradflow.repl.engine;

/** The thread of one run. */
final class RunThread extends Thread {
    /** Lets recursion in a script go some hundred thousand calls deep; memory is taken only as it is used. */
    private static final long STACK_BYTES = 64L << 20;

    /** Threads that a snippet starts belong to it too, and end without a word when their session is over. */
    private static final ThreadGroup GROUP = new ThreadGroup("snippets") {
        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            if (!(thrown instanceof Stopped)) {
                super.uncaughtException(thread, thrown);
            }
        }
    };

    private final StopToken token;

    RunThread(Runnable task, StopToken token, ClassLoader loader) {
        super(GROUP, task, "snippet", STACK_BYTES);
        this.token = token;
        setContextClassLoader(loader);
        // Abandoned or not, it must not keep the program alive.
        setDaemon(true);
    }

    StopToken token() {
        return token;
    }
}
