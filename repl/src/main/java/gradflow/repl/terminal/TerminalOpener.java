package gradflow.repl.terminal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/** Opens the terminal that the program was started from. */
final class TerminalOpener {
    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;

    /**
     * While a line is edited, JLine reads Ctrl-C as a character and acts on it. By default it raises the signal as well,
     * which now and then comes late and cancels the next line too.
     */
    private static final String SIGNALS_FROM_CHARACTERS = "org.jline.terminal.softwareSignals";

    /** Held, since a logger that nobody holds forgets its level. JLine logs stack traces over an unknown TERM. */
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private TerminalOpener() {}

    /**
     * Asks the terminal nothing: JLine's question after grapheme clusters delays the prompt by up to 200 ms and swallows
     * what was typed ahead. Of JLine's providers, jni alone starts fast on every JDK and forks no stty.
     */
    static Terminal open(Environment environment) throws IOException {
        JLINE.setLevel(Level.OFF);
        System.setProperty(SIGNALS_FROM_CHARACTERS, "false");
        describe(environment);
        AtomicReference<@Nullable Terminal> opened = new AtomicReference<>();
        surviveInterrupts(opened);
        TerminalBuilder builder = TerminalBuilder.builder()
                .name("gradflow")
                .system(true)
                .provider("jni")
                .graphemeCluster(false);
        Terminal terminal = builder.encoding(charset(builder.computeEncoding())).build();
        if (terminal.getColumns() <= 0 || terminal.getRows() <= 0) {
            terminal.setSize(sizeFrom(environment));
        }
        holdWhatIsTypedAhead(terminal);
        opened.set(terminal);
        return terminal;
    }

    /**
     * Each time JLine changes who hears Ctrl-C, it puts back for a moment what was there before it came, and that was Java's
     * own, which ends the program. From now on it is this.
     */
    private static void surviveInterrupts(AtomicReference<@Nullable Terminal> opened) {
        Object unusedOfJava = Signals.register(Signal.INT.name(), () -> {
            Terminal terminal = opened.get();
            if (terminal != null) {
                terminal.raise(Signal.INT);
            }
        });
    }

    /**
     * Tells JLine what it knows of this terminal anyway, where it would run {@code infocmp} and wait; unless somebody keeps
     * descriptions of their own.
     */
    private static void describe(Environment environment) {
        String terminal = environment.value("TERM").orElse("");
        String known = InfoCmp.getDefaultInfoCmp(terminal);
        if (known != null
                && environment.value("TERMINFO").isEmpty()
                && environment.value("TERMINFO_DIRS").isEmpty()
                && !Files.exists(Path.of(System.getProperty("user.home"), ".terminfo"))) {
            InfoCmp.setLoadedInfoCmp(terminal, known);
        }
    }

    /**
     * While a computation runs, what is typed waits unseen for the next prompt, which then shows it; the terminal would
     * show it a second time, in the midst of the answer. Signals stay on. JLine puts all back when it closes.
     */
    static void holdWhatIsTypedAhead(Terminal terminal) {
        Attributes attributes = new Attributes(terminal.getAttributes());
        attributes.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO), false);
        terminal.setAttributes(attributes);
    }

    /**
     * Plain ASCII is what Java makes of a locale that isn't set, as in most containers, while the terminal itself shows
     * UTF-8. Column heads such as ‖∂L/∂h_t‖ need it.
     */
    private static Charset charset(Charset computed) {
        return computed.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : computed;
    }

    /** {@return the size for a terminal that states none, as under {@code script} and in some CI} */
    static Size sizeFrom(Environment environment) {
        return Size.of(number(environment, "COLUMNS", USUAL_COLUMNS), number(environment, "LINES", USUAL_ROWS));
    }

    private static int number(Environment environment, String name, int otherwise) {
        return environment
                .value(name)
                .filter(text -> text.matches("[1-9]\\d{0,3}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }
}
