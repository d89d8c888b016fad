package gradflow.internal.kernel;

/**
 * Thrown by a long computation whose thread was interrupted. It has no stack trace, since it tells of a wish, not of a
 * fault.
 */
public final class CancelledRun extends RuntimeException {
    CancelledRun() {
        super("stopped", null, false, false);
    }
}
