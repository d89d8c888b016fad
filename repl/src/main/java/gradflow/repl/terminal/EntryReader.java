package gradflow.repl.terminal;

import gradflow.repl.typing.Indent;
import gradflow.repl.typing.OpenCall;
import gradflow.repl.typing.Symbols;
import java.io.IOException;
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
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp;
import org.jspecify.annotations.Nullable;

/**
 * JLine's reader with what an entry of Java needs: lines that are indented by themselves, the arrow keys inside an entry and
 * beyond it, the rest of an earlier entry in faint letters, and a line of help under the call that the cursor is in.
 */
class EntryReader extends LineReaderImpl {
    private static final int ENDLESS = 1 << 20;

    /** Of more than so many words JLine asks whether the list is wanted. */
    static final int MOST_LISTED = 150;

    private final Insight insight;
    private Theme theme;
    private boolean hints;
    private final boolean dumb;
    private final PrefixSearch search = new PrefixSearch();
    private Optional<Shell> shell = Optional.empty();
    private Optional<OwnEditor> ownEditor = Optional.empty();
    private boolean aided = true;
    private boolean finishing;
    private boolean listIsAsked;

    EntryReader(Terminal terminal, Map<String, Object> variables, Preferences preferences, Insight insight) {
        super(terminal, "gradflow", variables);
        theme = preferences.theme();
        this.insight = insight;
        dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        hints = preferences.hints() && !dumb;
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
        theme = other;
    }

    /** From now on it shows what could be typed, or doesn't. */
    void hints(boolean shown) {
        hints = shown && !dumb;
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

    /** Something that has the terminal for a while. */
    private interface Visit {
        void pay() throws IOException;
    }

    private void lend(Visit visit) {
        display.update(List.of(), 0);
        if (!dumb) {
            terminal.puts(InfoCmp.Capability.keypad_local);
            terminal.writer().write(BRACKETED_PASTE_OFF);
        }
        terminal.flush();
        String failure = "";
        try {
            visit.pay();
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
        }
        Attributes unused = terminal.enterRawMode();
        if (!dumb) {
            terminal.puts(InfoCmp.Capability.keypad_xmit);
            terminal.writer().write(BRACKETED_PASTE_ON);
        }
        display.reset();
        if (!failure.isEmpty()) {
            printAbove(failure);
        }
    }

    // ---- the rest of an earlier entry ----

    /** {@return what would complete the entry to the latest one that begins so, or an empty string} */
    private String rest() {
        boolean wanted = aided && hints && theme != Theme.NONE && buf.cursor() == buf.length() && searchTerm == null;
        return wanted ? EarlierEntry.rest(history, buf.toString()) : "";
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
        boolean endless = possible.size() > MOST_LISTED;
        return new PostResult(list.text(), asking && !endless ? 1 : list.lines(), list.selectedLine());
    }
}
