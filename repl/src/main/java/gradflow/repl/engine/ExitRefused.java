package gradflow.repl.engine;

/** A snippet tried to end the program, where it may not. An error, so that a {@code catch (Exception e)} lets it through. */
public final class ExitRefused extends Error {
    ExitRefused(String call) {
        super(call + " would end the program that runs this");
    }
}
