package gradflow.repl.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
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

    private TerminalOpener() {}

    /**
     * Asks the terminal nothing: JLine's question after grapheme clusters delays the prompt by up to 200 ms and swallows
     * what was typed ahead. Of JLine's providers, jni alone starts fast on every JDK and forks no stty.
     */
    static Terminal open(Environment environment) throws IOException {
        return open(environment, RealTerminal::open);
    }

    /** A way to the terminal that the standard streams are. */
    @FunctionalInterface
    interface Way {
        Optional<Terminal> open(String type, Charset encoding) throws IOException;
    }

    static Terminal open(Environment environment, Way way) throws IOException {
        System.setProperty(SIGNALS_FROM_CHARACTERS, "false");
        String type = environment.value("TERM").orElse("");
        boolean described = describe(type, environment);
        if (!described) {
            silenceJLine();
        }
        TerminalBuilder builder =
                TerminalBuilder.builder().system(true).provider("jni").graphemeCluster(false);
        Charset encoding = charset(builder.computeEncoding());
        Optional<Terminal> real = described && !type.startsWith("dumb") ? way.open(type, encoding) : Optional.empty();
        Terminal terminal =
                real.isPresent() ? real.get() : builder.encoding(encoding).build();
        if (terminal.getColumns() <= 0 || terminal.getRows() <= 0) {
            terminal.setSize(sizeFrom(environment));
        }
        holdWhatIsTypedAhead(terminal);
        return terminal;
    }

    /** JLine logs stack traces over what it meets, as an unknown TERM. */
    static void silenceJLine() {
        Silent.JLINE.setLevel(Level.OFF);
    }

    /** Held, since a logger that nobody holds forgets its level. */
    private static final class Silent {
        static final Logger JLINE = Logger.getLogger("org.jline");
    }

    /**
     * Tells JLine what it knows of this terminal anyway, where it would run {@code infocmp} and wait; unless somebody keeps
     * descriptions of their own. Says whether it knows it.
     */
    private static boolean describe(String type, Environment environment) {
        String known = description(type);
        if (known != null
                && environment.value("TERMINFO").isEmpty()
                && environment.value("TERMINFO_DIRS").isEmpty()
                && !Files.exists(Path.of(System.getProperty("user.home"), ".terminfo"))) {
            // JLine compiles a pattern for each line of it.
            InfoCmp.setLoadedInfoCmp(type, known.replace("\n\t", " "));
        }
        return known != null;
    }

    /**
     * {@return what JLine knows of a type of terminal; null if nothing} JLine reads the same file through a stream of lines, of
     * which a start would notice the ten milliseconds.
     */
    static @Nullable String description(String type) {
        try (InputStream in = InfoCmp.class.getResourceAsStream(type + ".caps")) {
            return in == null
                    ? InfoCmp.getDefaultInfoCmp(type)
                    : new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return InfoCmp.getDefaultInfoCmp(type);
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
