package gradflow.repl.terminal;

import java.io.IOError;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.terminal.Terminal;

/** Reads entries: line editing, history, continuation lines. */
final class Editor {
    static final String PROMPT = "gradflow> ";
    static final String CONTINUATION = "      ... ";
    private static final long SIGNAL_LAG_MILLIS = 50;

    private final LineReader reader;
    private final EntryHistory history = new EntryHistory();

    Editor(Terminal terminal, Language language, Optional<Path> historyFile) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("gradflow")
                .parser(Guard.parser(new EntryParser(language)))
                .completer(Guard.completer(new EntryCompleter(language)))
                .highlighter(Guard.highlighter(new DefaultHighlighter()))
                .history(history)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUATION)
                // The screen knows whether a line is open; JLine would have to guess.
                .option(Option.AUTO_FRESH_LINE, false)
                // An exclamation mark is Java's "not".
                .option(Option.DISABLE_EVENT_EXPANSION, true);
        historyFile.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        reader = builder.build();
        history.attach(reader);
    }

    /** {@return whether the history is kept where it belongs} */
    boolean historyIsKept() {
        return history.fileIsUsable();
    }

    /** {@return JLine's reader} */
    LineReader reader() {
        return reader;
    }

    /** Waits for the person. */
    Typed read() {
        try {
            return new Typed.Entry(reader.readLine(PROMPT));
        } catch (UserInterruptException e) {
            awaitSignal();
            return new Typed.Cancelled(e.getPartialLine().isBlank());
        } catch (EndOfFileException | IOError e) {
            return new Typed.End();
        }
    }

    /**
     * JLine learns of Ctrl-C in two ways: the signal interrupts this thread, and sometimes it has broken off the read a few
     * milliseconds earlier. In that case the interrupt is still to come, and would cancel the next line too.
     */
    private static void awaitSignal() {
        try {
            Thread.sleep(SIGNAL_LAG_MILLIS);
        } catch (InterruptedException e) {
            // This was it.
        }
    }

    /** Keeps an entry for the arrow keys, and for the next session. */
    void remember(String entry) {
        history.remember(entry);
    }
}
