package gradflow.repl.engine;

/** Tells one run that it should end. Each run has its own, so that a late end of one never reaches the next. */
final class StopToken {
    private volatile boolean stopped;

    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }
}
