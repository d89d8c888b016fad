package gradflow.repl.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jline.terminal.Terminal;

/** The clipboard of the machine that the terminal runs on, which the terminal is asked to fill: OSC 52. */
final class Clipboard {
    /** What xterm takes; longer ones are dropped without a word. */
    private static final int MOST = 74_994;

    private Clipboard() {}

    /** {@return why it can't be; nothing if it was sent} */
    static Optional<String> take(Terminal terminal, String text) {
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            return Optional.of("this terminal has no clipboard");
        }
        String code = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        if (code.length() > MOST) {
            return Optional.of("with " + text.length() + " characters it is too long for a terminal's clipboard");
        }
        terminal.writer().write("\033]52;c;" + code + "\033\\");
        terminal.flush();
        return Optional.empty();
    }
}
