package gradflow.repl.engine;

/**
 * Ends snippet code that was stopped. An error, and not an exception, since people write {@code catch (Exception e)}
 * around code that they then want to stop.
 */
final class Stopped extends Error {
    Stopped() {
        super("stopped", null, false, false);
    }
}
