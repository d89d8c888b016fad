package gradflow.repl.terminal;

import gradflow.repl.typing.Indent;
import gradflow.repl.typing.Symbols;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * JLine's reader with what an entry of Java needs: lines that are indented by themselves, the arrow keys inside an entry and
 * beyond it, the rest of an earlier entry in faint letters, and a line of help under the call that the cursor is in.
 */
class EntryReader extends LineReaderImpl {
    private static final int ENDLESS = 1 << 20;

    /** Of more than so many words JLine asks whether the list is wanted. */
    static final int MOST_LISTED = 150;

    private final boolean dumb;
    private final Hints hints;
    private final Loan loan;
    private final PrefixSearch search = new PrefixSearch();
    private Optional<Shell> shell = Optional.empty();
    private Optional<OwnEditor> ownEditor = Optional.empty();
    private boolean aided = true;
    private boolean finishing;
    private boolean listIsAsked;

    EntryReader(Terminal terminal, Map<String, Object> variables, Preferences preferences, Insight insight) {
        super(terminal, "gradflow", variables);
        dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        hints = new Hints(insight, preferences, dumb);
        loan = new Loan(terminal, dumb);
        Keys.choose(this, preferences.vi());
        Keys.bind(this);
        getWidgets().put(Keys.INSERT_NEWLINE, this::insertNewline);
        getWidgets().put(Keys.SUSPEND, this::suspend);
    }

    /** Tells what Shift-Tab does. */
    void shiftTab(ShiftTab action) {
        getWidgets().put(Keys.SHIFT_TAB, action::apply);
    }

    /** Tells where Ctrl-Z leads, and Ctrl-X Ctrl-E. */
    void leavesTo(Shell system, OwnEditor editor) {
        shell = Optional.of(system);
        ownEditor = Optional.of(editor);
    }

    /** From now on it looks so. */
    void look(Theme other) {
        hints.look(other);
    }

    /** From now on it shows what could be typed, or doesn't. */
    void hints(boolean shown) {
        hints.show(shown);
    }

    /** Helps with the typing of Java, or keeps out of the way of an answer to a question. */
    void aids(boolean wanted) {
        aided = wanted;
    }

    /** {@return whether it is Java that is being typed} */
    boolean isAided() {
        return aided;
    }

    /** {@return whether the person is still at it, so that aids may show} */
    boolean isEditing() {
        return reading && !finishing && aided;
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
        search.begin();
        hints.begin();
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
        return (!search.isGoingOn(buf, history) && upLine()) || search.back(buf, history);
    }

    @Override
    protected boolean downLineOrSearch() {
        return (!search.isGoingOn(buf, history) && downLine()) || search.forth(buf, history);
    }

    /**
     * While letters are added, JLine looks before the place of the first match alone, and so misses a later one in the same
     * entry.
     */
    @Override
    public Binding readBinding(KeyMap<Binding> keys, @Nullable KeyMap<Binding> local) {
        Binding binding = super.readBinding(keys, local);
        boolean adds = binding instanceof Reference key && key.name().equals(SELF_INSERT);
        if (adds && searchTerm != null && searchBackward && searchIndex >= 0) {
            buf.cursor(buf.length());
        }
        return binding;
    }

    // ---- elsewhere and back ----

    private boolean suspend() {
        lend(() -> {
            if (shell.isPresent()) {
                shell.get().suspend();
            }
        });
        return true;
    }

    /** Ctrl-X Ctrl-E, or v in vi's keys. What comes of it stands in the entry, for Enter to run. */
    @Override
    protected boolean editAndExecute() {
        lend(() -> {
            if (ownEditor.isPresent()) {
                String edited = ownEditor.get().edit(buf.toString()).stripTrailing();
                boolean unused = buf.clear();
                buf.write(edited);
            }
        });
        return true;
    }

    private void lend(Loan.Visit visit) {
        String failure = loan.during(visit, display);
        if (!failure.isEmpty()) {
            printAbove(failure);
        }
    }

    // ---- the rest of an earlier entry ----

    /** {@return what would complete the entry to the latest one that begins so, or an empty string} */
    private String rest() {
        return aided && searchTerm == null ? hints.rest(buf, history) : "";
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
        return take(EarlierEntry.firstWord(rest())) || super.forwardWord();
    }

    @Override
    protected boolean emacsForwardWord() {
        return take(EarlierEntry.firstWord(rest())) || super.emacsForwardWord();
    }

    // ---- signs by name ----

    @Override
    protected boolean expandOrComplete() {
        int start = Symbols.nameBefore(buf.toString(), buf.cursor());
        String sign = start < 0 ? "" : Symbols.sign(buf.substring(start, buf.cursor()));
        if (sign.isEmpty()) {
            return aided ? super.expandOrComplete() : selfInsert();
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
        return hints.with(shown, rest(), searchTerm == null ? buf.upToCursor() : "", size.getColumns());
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
        CandidateList list = CandidateList.of(possible, selection, size.getColumns(), hints.theme());
        if (ordered != null) {
            ordered.addAll(list.ordered());
        }
        boolean asking = listIsAsked;
        listIsAsked = false;
        boolean endless = possible.size() > MOST_LISTED;
        return new PostResult(list.text(), asking && !endless ? 1 : list.lines(), list.selectedLine());
    }
}
