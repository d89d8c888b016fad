package gradflow.repl.terminal;

import gradflow.repl.typing.OpenCall;
import org.jline.reader.Buffer;
import org.jline.reader.History;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * What could be typed next, in faint letters: the rest of an earlier entry behind the cursor, and a line of help under the call
 * that the cursor is in.
 */
final class Hints {
    private static final String MORE = "...";

    private final Insight insight;
    private final boolean dumb;
    private Theme theme;
    private boolean shown;

    /** @param dumb whether the terminal can't show them */
    Hints(Insight insight, Preferences preferences, boolean dumb) {
        this.insight = insight;
        this.dumb = dumb;
        theme = preferences.theme();
        show(preferences.hints());
    }

    /** An entry begins, of which nothing is known yet. */
    void begin() {
        insight.forget();
    }

    /** From now on they look so. */
    void look(Theme other) {
        theme = other;
    }

    /** From now on they are shown, or aren't. */
    void show(boolean wanted) {
        shown = wanted && !dumb;
    }

    /** {@return how they and all else look} */
    Theme theme() {
        return theme;
    }

    /** {@return what would complete the entry to the latest one that begins so, or an empty string} */
    String rest(Buffer entry, History history) {
        boolean wanted = shown && theme != Theme.NONE && entry.cursor() == entry.length();
        return wanted ? EarlierEntry.rest(history, entry.toString()) : "";
    }

    /**
     * {@return an entry with them}
     *
     * @param rest behind it
     * @param upToCursor what was typed
     * @param columns of the terminal
     */
    AttributedString with(AttributedString entry, String rest, String upToCursor, int columns) {
        AttributedStringBuilder full = new AttributedStringBuilder().append(entry);
        if (!rest.isEmpty()) {
            int line = rest.indexOf('\n');
            full.styled(theme.style(Theme.Part.GHOST), line < 0 ? rest : rest.substring(0, line) + " " + MORE);
        }
        String help = shown ? help(upToCursor) : "";
        if (!help.isEmpty()) {
            full.append("\n").styled(theme.style(Theme.Part.GHOST), cut(help, columns));
        }
        return full.toAttributedString();
    }

    /** {@return what the call takes that the cursor is in} */
    private String help(String upToCursor) {
        return OpenCall.at(upToCursor)
                .flatMap(call -> insight.hint(call.head() + ",".repeat(call.argument())))
                .orElse("");
    }

    private static String cut(String line, int columns) {
        AttributedString whole = new AttributedString(line);
        int width = Math.max(1, columns - 1);
        return whole.columnLength() <= width ? line : whole.columnSubSequence(0, width - MORE.length()) + MORE;
    }
}
