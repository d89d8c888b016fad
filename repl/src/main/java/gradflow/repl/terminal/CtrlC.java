package gradflow.repl.terminal;

import java.util.Optional;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/**
 * What Ctrl-C does while no line is being edited: it stops the work that says so, and nothing else. Without it the signal
 * would end the program whenever it falls between two readings.
 */
final class CtrlC {
    private volatile Optional<Runnable> stop = Optional.empty();
    private volatile boolean missed;

    CtrlC(Terminal terminal) {
        terminal.handle(Signal.INT, signal -> pressed());
        // Back from Ctrl-Z the terminal is as the shell left it.
        terminal.handle(Signal.CONT, signal -> stop.ifPresent(work -> TerminalOpener.holdWhatIsTypedAhead(terminal)));
    }

    private void pressed() {
        stop.ifPresentOrElse(CtrlC::offSignalThread, () -> missed = true);
    }

    /** Begins an entry: what was pressed before isn't meant for it. */
    void begin() {
        missed = false;
    }

    /** {@return whether a press since the beginning fell between two works, so that it stopped neither} */
    boolean wasMissed() {
        return missed;
    }

    /** Does work that a press stops. */
    <T> T stopping(Runnable howToStop, Supplier<T> work) {
        stop = Optional.of(howToStop);
        try {
            return work.get();
        } finally {
            stop = Optional.empty();
        }
    }

    /** The next signal must not have to wait for this one. */
    private static void offSignalThread(Runnable action) {
        Thread thread = new Thread(action, "ctrl-c");
        thread.setDaemon(true);
        thread.start();
    }
}
