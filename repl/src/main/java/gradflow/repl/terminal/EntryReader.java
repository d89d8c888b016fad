package gradflow.repl.terminal;

import gradflow.repl.typing.Indent;
import gradflow.repl.typing.OpenCall;
import gradflow.repl.typing.Symbols;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;

/**
 * JLine's reader with what an entry of Java needs: lines that are indented by themselves, the arrow keys inside an entry and
 * beyond it, the rest of an earlier entry in faint letters, and a line of help under the call that the cursor is in.
 */
class EntryReader extends LineReaderImpl {
    private static final String INSERT_NEWLINE = "insert-newline";

    /** By the last character of what they send, in both of the modes that a terminal can be in, whatever TERM says. */
    private static final Map<String, String> ARROWS = Map.of(
            "A", UP_LINE_OR_SEARCH,
            "B", DOWN_LINE_OR_SEARCH,
            "C", FORWARD_CHAR,
            "D", BACKWARD_CHAR,
            "F", END_OF_LINE,
            "H", BEGINNING_OF_LINE);

    private static final int ENDLESS = 1 << 20;

    private final Insight insight;
    private Theme theme;
    private boolean hints;
    private final boolean dumb;
    private String searched = "";
    private boolean searching;
    private boolean finishing;
    private boolean listIsAsked;

    EntryReader(Terminal terminal, Map<String, Object> variables, Preferences preferences, Insight insight) {
        super(terminal, "gradflow", variables);
        theme = preferences.theme();
        this.insight = insight;
        dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        hints = preferences.hints() && !dumb;
        keys(preferences.vi());
        getWidgets().put(INSERT_NEWLINE, this::insertNewline);
        for (String name : List.of(EMACS, VIINS)) {
            KeyMap<Binding> keys = Objects.requireNonNull(getKeyMaps().get(name));
            keys.bind(new Reference(INSERT_NEWLINE), "\033\r", "\033\n");
            ARROWS.forEach((key, widget) -> keys.bind(new Reference(widget), "\033[" + key, "\033O" + key));
        }
    }

    /** From the next entry on, the keys are vi's, or Emacs's. */
    final void keys(boolean vi) {
        getKeyMaps().put(MAIN, Objects.requireNonNull(getKeyMaps().get(vi ? VIINS : EMACS)));
    }

    /** From now on it looks so. */
    void look(Theme other) {
        theme = other;
    }

    /** From now on it shows what could be typed, or doesn't. */
    void hints(boolean shown) {
        hints = shown && !dumb;
    }

    /** {@return whether the person is still at it, so that aids may show} */
    boolean isEditing() {
        return reading && !finishing;
    }

    /** Draws anew, from any thread, if an entry is being edited. */
    void refresh() {
        if (isReading()) {
            try {
                callWidget(LineReader.REDISPLAY);
            } catch (IllegalStateException e) {
                // The entry has just been ended.
            }
        }
    }

    @Override
    public String readLine(String prompt) {
        finishing = false;
        searching = false;
        insight.forget();
        return super.readLine(prompt);
    }

    @Override
    protected void cleanup() {
        finishing = true;
        super.cleanup();
    }

    // ---- lines ----

    @Override
    protected boolean acceptLine() {
        boolean done = super.acceptLine();
        if (state == State.NORMAL && buf.prevChar() == '\n') {
            indent(buf.substring(0, buf.cursor() - 1));
        }
        return done;
    }

    private boolean insertNewline() {
        String before = buf.upToCursor();
        buf.write('\n');
        indent(before);
        return true;
    }

    private void indent(String before) {
        if (!dumb) {
            buf.write(" ".repeat(Indent.after(before)));
        }
    }

    /** Moves a bracket that closes lines under the line that opened it. */
    @Override
    protected boolean insertClose(String bracket) {
        buf.backspace(Indent.surplus(buf.upToCursor()));
        putString(bracket);
        return true;
    }

    // ---- history ----

    @Override
    protected boolean upLineOrSearch() {
        return (!isSearchGoingOn() && upLine()) || search(true);
    }

    @Override
    protected boolean downLineOrSearch() {
        return (!isSearchGoingOn() && downLine()) || search(false);
    }

    /** {@return whether the last key was Up or Down too and brought an earlier entry, so that the next brings another} */
    private boolean isSearchGoingOn() {
        return searching && buf.toString().equals(history.current()) && buf.cursor() == buf.length();
    }

    /** Finds the entry before or after that begins as what was typed; beyond the latest is what was typed itself. */
    private boolean search(boolean back) {
        if (!isSearchGoingOn()) {
            searched = buf.toString();
            history.moveToEnd();
        }
        int start = history.index();
        String now = buf.toString();
        while (back ? history.previous() : history.next()) {
            String entry = history.current();
            if (!entry.isEmpty() && entry.startsWith(searched) && !entry.equals(now)) {
                searching = true;
                return replaceBy(entry);
            }
        }
        if (back) {
            history.moveToEnd();
            boolean unused = history.moveTo(start);
            return false;
        }
        boolean returns = searching;
        searching = false;
        return returns && replaceBy(searched);
    }

    private boolean replaceBy(String entry) {
        buf.clear();
        buf.write(entry);
        return true;
    }

    // ---- the rest of an earlier entry ----

    /** {@return what would complete the entry to the latest one that begins so, or an empty string} */
    private String rest() {
        String entry = buf.toString();
        if (!hints || theme == Theme.NONE || entry.isBlank() || buf.cursor() < buf.length() || searchTerm != null) {
            return "";
        }
        for (ListIterator<History.Entry> earlier =
                        history.iterator(history.size() == 0 ? history.first() : history.last() + 1);
                earlier.hasPrevious(); ) {
            String line = earlier.previous().line();
            if (line.length() > entry.length() && line.startsWith(entry)) {
                return line.substring(entry.length());
            }
        }
        return "";
    }

    private boolean take(String rest) {
        buf.write(rest);
        return !rest.isEmpty();
    }

    @Override
    protected boolean forwardChar() {
        return take(rest()) || super.forwardChar();
    }

    @Override
    protected boolean viForwardChar() {
        return take(rest()) || super.viForwardChar();
    }

    @Override
    protected boolean endOfLine() {
        return take(rest()) || super.endOfLine();
    }

    @Override
    protected boolean forwardWord() {
        return take(firstWord(rest())) || super.forwardWord();
    }

    @Override
    protected boolean emacsForwardWord() {
        return take(firstWord(rest())) || super.emacsForwardWord();
    }

    private static String firstWord(String rest) {
        int end = 0;
        while (end < rest.length() && !Character.isJavaIdentifierPart(rest.charAt(end))) {
            end++;
        }
        while (end < rest.length() && Character.isJavaIdentifierPart(rest.charAt(end))) {
            end++;
        }
        return rest.substring(0, end);
    }

    // ---- signs by name ----

    @Override
    protected boolean expandOrComplete() {
        int start = Symbols.nameBefore(buf.toString(), buf.cursor());
        String sign = start < 0 ? "" : Symbols.sign(buf.substring(start, buf.cursor()));
        if (sign.isEmpty()) {
            return super.expandOrComplete();
        }
        buf.backspace(buf.cursor() - start);
        buf.write(sign);
        return true;
    }

    // ---- what is seen ----

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        if (dumb && size.getColumns() < ENDLESS) {
            // Where a line wraps, JLine writes a blank and steps back over it, which such a terminal can't.
            size = Size.of(ENDLESS, size.getRows());
            display.resize(size);
        }
        AttributedString shown = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        if (post != null || !isEditing()) {
            return shown;
        }
        AttributedStringBuilder full = new AttributedStringBuilder().append(shown);
        String rest = rest();
        if (!rest.isEmpty()) {
            int line = rest.indexOf('\n');
            full.styled(theme.style(Theme.Part.GHOST), line < 0 ? rest : rest.substring(0, line) + " ...");
        }
        String hint = !hints || searchTerm != null ? "" : hint();
        if (!hint.isEmpty()) {
            full.append("\n").styled(theme.style(Theme.Part.GHOST), cut(hint));
        }
        return full.toAttributedString();
    }

    /** {@return what the call takes that the cursor is in} */
    private String hint() {
        return OpenCall.at(buf.upToCursor())
                .flatMap(call -> insight.hint(call.head() + ",".repeat(call.argument())))
                .orElse("");
    }

    private String cut(String line) {
        AttributedString whole = new AttributedString(line);
        int width = Math.max(1, size.getColumns() - 1);
        return whole.columnLength() <= width ? line : whole.columnSubSequence(0, width - 3) + "...";
    }

    // ---- the list of what fits ----

    /** A long list is shown at once, above the line, without asking first whether it is wanted. */
    @Override
    protected boolean doList(
            List<Candidate> possible,
            String completed,
            boolean runLoop,
            BiFunction<CharSequence, Boolean, CharSequence> escaper,
            boolean forSuggestion) {
        listIsAsked = true;
        return super.doList(possible, completed, runLoop, escaper, forSuggestion);
    }

    @Override
    protected PostResult computePost(
            List<Candidate> possible,
            @Nullable Candidate selection,
            @Nullable List<Candidate> ordered,
            String completed) {
        CandidateList list = CandidateList.of(possible, selection, size.getColumns(), theme);
        if (ordered != null) {
            ordered.addAll(list.ordered());
        }
        boolean asking = listIsAsked;
        listIsAsked = false;
        return new PostResult(list.text(), asking ? 1 : list.lines(), list.selectedLine());
    }
}
