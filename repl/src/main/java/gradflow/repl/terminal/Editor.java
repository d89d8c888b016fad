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
            String entry = reader.readLine(PROMPT);
            // An interrupt signal that came after Enter, while the parser was waiting for the engine.
            return Thread.interrupted() ? new Typed.Cancelled(false) : new Typed.Entry(entry);
        } catch (UserInterruptException e) {
            return new Typed.Cancelled(e.getPartialLine().isBlank());
        } catch (EndOfFileException | IOError e) {
            return new Typed.End();
        }
    }

    /** Keeps an entry for the arrow keys, and for the next session. */
    void remember(String entry) {
        history.remember(entry);
    }
}
