package gradflow.internal.kernel;

/** Lets a person stop a long computation: loops poll, an interrupted thread leaves. */
public final class Interrupts {
    private Interrupts() {}

    /**
     * {@return whether a person wants the current thread's computation to end} The flag stays set. What keeps what it has
     * asks between its points, and ends by itself.
     */
    public static boolean asked() {
        return Thread.currentThread().isInterrupted();
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
