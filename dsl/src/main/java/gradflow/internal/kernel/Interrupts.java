package gradflow.internal.kernel;

/** Lets a person stop a long computation: loops poll, an interrupted thread leaves. */
public final class Interrupts {
    /** Causes may go round in a circle. */
    private static final int MOST_CAUSES = 100;

    private Interrupts() {}

    /**
     * {@return whether a person wants the current thread's computation to end} The flag stays set. What keeps what it has
     * asks between its points, and ends by itself.
     */
    public static boolean asked() {
        return Thread.currentThread().isInterrupted();
    }

    /**
     * {@return whether something was thrown because a person wants the end} Code that waits, as {@code Thread.sleep} does, takes
     * the flag back when it throws; it is set again.
     */
    public static boolean asked(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            cause = cause.getCause();
        }
        return asked();
    }

    /**
     * Returns at once, or leaves the computation if the current thread is interrupted. The flag stays set, so that
     * whoever catches the exception can still see why.
     *
     * @throws CancelledRun if the current thread is interrupted
     */
    public static void poll() {
        if (asked()) {
            throw new CancelledRun();
        }
    }
}
