package gradflow.repl.terminal;

import java.io.IOError;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** Reads entries: line editing, history, continuation lines. */
final class Editor {
    static final String PROMPT = "gradflow> ";
    static final String CONTINUATION = "      ... ";

    private static final String EMACS = "emacs";
    private static final String VI = "vi";
    private static final int HISTORY_SIZE = 10_000;

    private final EntryReader reader;
    private final EntryHistory history;
    private final List<String> earlier;
    private final Language language;
    private final Insight insight;
    private Theme theme;
    private boolean vi;
    private boolean hints;
    private boolean plainLine;

    Editor(Terminal terminal, Language language, Optional<Path> historyFile, Preferences preferences) {
        this.language = language;
        history = new EntryHistory(historyFile.map(HistoryStore::new));
        earlier = history.entries();
        Map<String, Object> variables = new HashMap<>(Map.of(
                LineReader.SECONDARY_PROMPT_PATTERN,
                CONTINUATION,
                LineReader.HISTORY_SIZE,
                HISTORY_SIZE,
                LineReader.LIST_MAX,
                EntryReader.MOST_LISTED,
                // The partner of a bracket is marked; jumping there would hold up the next key.
                LineReader.BLINK_MATCHING_PAREN,
                0));
        theme = preferences.theme();
        vi = preferences.vi();
        hints = preferences.hints();
        insight = new Insight(language, new LatestFirst(), this::refresh);
        reader = new EntryReader(terminal, variables, preferences, insight);
        reader.setParser(Guard.parser(new EntryParser(language, () -> plainLine)));
        reader.setCompleter(Guard.completer(new EntryCompleter(language)));
        reader.setHighlighter(Guard.highlighter(new EntryHighlighter(insight, preferences.theme())));
        reader.setHistory(history);
        // The screen knows whether a line is open; JLine would have to guess.
        reader.option(Option.AUTO_FRESH_LINE, false);
        // An exclamation mark is Java's "not".
        reader.option(Option.DISABLE_EVENT_EXPANSION, true);
    }

    private void refresh() {
        reader.refresh();
    }

    /** Tells where Ctrl-Z leads, and Ctrl-X Ctrl-E. */
    void leavesTo(Shell shell, OwnEditor ownEditor) {
        reader.leavesTo(shell, ownEditor);
    }

    /** Tells who runs what a key asks for while an entry is being edited. */
    void evaluatesBy(Consumer<String> evaluator) {
        reader.shiftTab(new ShiftTab(reader, language, evaluator));
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

    /** {@return a line as it is, or several that were pasted at once; nothing if the person has enough} */
    Optional<String> line(String question) {
        plainLine = true;
        try {
            return Optional.of(reader.readLine(question));
        } catch (UserInterruptException | EndOfFileException | IOError e) {
            return Optional.empty();
        } finally {
            plainLine = false;
        }
    }

    /**
     * {@return a line that a snippet asked for; nothing if there is to be none}
     *
     * @param question what it printed before
     * @param stop what Ctrl-C does
     */
    Optional<String> answer(String question, Runnable stop) {
        plainLine = true;
        reader.aids(false);
        try {
            return Optional.of(reader.readLine(question));
        } catch (UserInterruptException e) {
            stop.run();
            return Optional.empty();
        } catch (EndOfFileException | IOError e) {
            return Optional.empty();
        } finally {
            reader.aids(true);
            plainLine = false;
        }
    }

    /** {@return whose keys are in use} */
    String keys() {
        return vi ? VI : EMACS;
    }

    /** Takes other keys. */
    void keys(String whose) {
        vi = whose.equals(VI);
        Keys.choose(reader, vi);
    }

    /** {@return the colours of what is typed} */
    Theme theme() {
        return theme;
    }

    /** Takes other colours. */
    void theme(Theme other) {
        theme = other;
        reader.look(other);
        reader.setHighlighter(Guard.highlighter(new EntryHighlighter(insight, other)));
    }

    /** {@return whether what could be typed is shown unasked} */
    boolean hasHints() {
        return hints;
    }

    /** Shows what could be typed, or doesn't. */
    void hints(boolean shown) {
        hints = shown;
        reader.hints(shown);
    }

    /** {@return what was typed in earlier sessions} */
    List<String> earlier() {
        return earlier;
    }

    /** Keeps an entry for the arrow keys, and for the next session. */
    void remember(String entry) {
        history.remember(entry);
    }
}
