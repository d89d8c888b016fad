package gradflow.repl.terminal;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/**
 * Asks the terminal about itself, between two entries. Keys that come before its answer are given back. One that doesn't
 * answer in time isn't asked again, since what it may say later would count as typed.
 */
final class Inquiry {
    private static final long PATIENCE_MILLIS = 500;

    private final Terminal terminal;
    private final Supplier<Optional<Traits.Cell>> system;
    private final Consumer<String> typedMeanwhile;
    private boolean silent;

    /**
     * @param system what the system knows of the window, which is asked where the terminal doesn't say
     * @param typedMeanwhile takes the keys that weren't meant for the inquiry
     */
    Inquiry(Terminal terminal, Supplier<Optional<Traits.Cell>> system, Consumer<String> typedMeanwhile) {
        this.terminal = terminal;
        this.system = system;
        this.typedMeanwhile = typedMeanwhile;
    }

    /** {@return what the terminal says} */
    Traits ask() {
        String answer = silent || terminal.getType().startsWith(Terminal.TYPE_DUMB) ? "" : answer();
        return Traits.of(answer, terminal.getColumns(), terminal.getRows()).or(system.get());
    }

    private String answer() {
        terminal.writer().write(Traits.questions());
        terminal.flush();
        StringBuilder heard = new StringBuilder();
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        try {
            while (!Traits.isComplete(heard)) {
                long left = (end - System.nanoTime()) / 1_000_000;
                int next = left <= 0 ? -1 : terminal.reader().read(left);
                if (next < 0) {
                    silent = true;
                    break;
                }
                heard.append((char) next);
            }
        } catch (IOException e) {
            // The terminal has gone, which the next entry finds out.
            silent = true;
        }
        String typed = Traits.besides(heard.toString());
        if (!typed.isEmpty()) {
            typedMeanwhile.accept(typed);
        }
        return heard.toString();
    }
}
