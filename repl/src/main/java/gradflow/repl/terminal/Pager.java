package gradflow.repl.terminal;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * A text that is longer or wider than the terminal, a page at a time: space and b turn pages, arrows move, g and G go to the
 * ends, / searches, n and N go on searching, q leaves. It has a screen of its own, and what was there before comes back.
 */
final class Pager {
    private static final String HELP = "q leaves · space b pages · arrows · / n N search · g G ends";
    private static final String ASCII_HELP = "q leaves, space b pages, arrows, / n N search, g G ends";
    private static final int SIDEWAYS = 16;
    private static final long ESCAPE_MILLIS = 150;

    /** What a key does. */
    private enum Move {
        LINE_DOWN,
        LINE_UP,
        PAGE_DOWN,
        PAGE_UP,
        HALF_DOWN,
        HALF_UP,
        RIGHT,
        LEFT,
        FIRST,
        LAST,
        SEARCH,
        NEXT,
        PREVIOUS,
        REDRAW,
        LEAVE
    }

    private final Terminal terminal;
    private final List<String> lines;
    private final int widest;
    private final boolean ascii;
    private int top;
    private int left;
    private String searched = "";
    private String message = "";

    Pager(Terminal terminal, String text, boolean ascii) {
        this.terminal = terminal;
        this.ascii = ascii;
        lines = text.lines().toList();
        widest = lines.stream()
                .mapToInt(line -> new AttributedString(line).columnLength())
                .max()
                .orElse(0);
    }

    /** {@return whether the text is more than the terminal shows at once, and this terminal can turn pages} */
    boolean isNeeded() {
        boolean large = lines.size() > rows() || widest > terminal.getColumns();
        return large && !terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    /** Shows the text until the person leaves. */
    void run() {
        Attributes before = terminal.enterRawMode();
        @Nullable SignalHandler resized = terminal.handle(Signal.WINCH, signal -> draw());
        @Nullable SignalHandler interrupt = terminal.handle(Signal.INT, SignalHandler.SIG_IGN);
        try {
            terminal.puts(Capability.enter_ca_mode);
            terminal.puts(Capability.keypad_xmit);
            turn(new BindingReader(terminal.reader()), keys());
        } finally {
            terminal.puts(Capability.keypad_local);
            terminal.puts(Capability.exit_ca_mode);
            terminal.flush();
            terminal.setAttributes(before);
            restore(Signal.WINCH, resized);
            restore(Signal.INT, interrupt);
        }
    }

    private void restore(Signal signal, @Nullable SignalHandler handler) {
        @Nullable SignalHandler unused = terminal.handle(signal, handler == null ? SignalHandler.SIG_DFL : handler);
    }

    private void turn(BindingReader keyboard, KeyMap<Move> keys) {
        while (true) {
            draw();
            @Nullable Move move = keyboard.readBinding(keys);
            message = "";
            if (move == null || move == Move.LEAVE) {
                return;
            }
            if (move == Move.SEARCH) {
                ask(keyboard);
            } else {
                go(move);
            }
        }
    }

    private KeyMap<Move> keys() {
        KeyMap<Move> keys = new KeyMap<>();
        keys.setAmbiguousTimeout(ESCAPE_MILLIS);
        keys.setUnicode(Move.REDRAW);
        keys.setNomatch(Move.REDRAW);
        keys.bind(Move.LEAVE, "q", "Q", KeyMap.ctrl('C'), KeyMap.ctrl('D'), "\033");
        keys.bind(Move.PAGE_DOWN, " ", "f", KeyMap.ctrl('F'), KeyMap.ctrl('V'), "\033[6~");
        keys.bind(Move.PAGE_UP, "b", KeyMap.ctrl('B'), "\033v", "\033[5~");
        keys.bind(Move.HALF_DOWN, "d");
        keys.bind(Move.HALF_UP, "u");
        keys.bind(Move.LINE_DOWN, "j", "e", "\r", "\n", KeyMap.ctrl('N'), "\033[B", "\033OB");
        keys.bind(Move.LINE_UP, "k", "y", KeyMap.ctrl('P'), "\033[A", "\033OA");
        keys.bind(Move.RIGHT, "l", "\033[C", "\033OC");
        keys.bind(Move.LEFT, "h", "\033[D", "\033OD");
        keys.bind(Move.FIRST, "g", "<", "\033[H", "\033OH", "\033[1~");
        keys.bind(Move.LAST, "G", ">", "\033[F", "\033OF", "\033[4~");
        keys.bind(Move.SEARCH, "/");
        keys.bind(Move.NEXT, "n");
        keys.bind(Move.PREVIOUS, "N");
        return keys;
    }

    private int rows() {
        return Math.max(1, terminal.getRows() - 1);
    }

    private void go(Move move) {
        switch (move) {
            case LINE_DOWN -> scroll(1);
            case LINE_UP -> scroll(-1);
            case PAGE_DOWN -> scroll(rows());
            case PAGE_UP -> scroll(-rows());
            case HALF_DOWN -> scroll(rows() / 2);
            case HALF_UP -> scroll(-rows() / 2);
            case FIRST -> scroll(-lines.size());
            case LAST -> scroll(lines.size());
            case RIGHT -> left = Math.max(0, Math.min(left + SIDEWAYS, widest - terminal.getColumns()));
            case LEFT -> left = Math.max(0, left - SIDEWAYS);
            case NEXT -> find(top + 1, 1);
            case PREVIOUS -> find(top - 1, -1);
            default -> {
                // Drawn anew.
            }
        }
    }

    private void scroll(int by) {
        top = Math.max(0, Math.min(top + by, lines.size() - rows()));
    }

    private void ask(BindingReader keyboard) {
        StringBuilder words = new StringBuilder();
        while (true) {
            status("/" + words);
            int c = keyboard.readCharacter();
            if (c < 0 || c == '\r' || c == '\n') {
                break;
            }
            if (c == '\033' || c == KeyMap.ctrl('C').charAt(0)) {
                return;
            }
            if (c == KeyMap.del().charAt(0) || c == '\b') {
                words.setLength(Math.max(0, words.length() - 1));
            } else {
                words.appendCodePoint(c);
            }
        }
        searched = words.isEmpty() ? searched : words.toString();
        find(top, 1);
    }

    /** Small letters find capitals too. */
    private void find(int from, int step) {
        if (searched.isEmpty()) {
            message = "nothing to search for yet: / asks";
            return;
        }
        String wanted = searched.toLowerCase(Locale.ROOT);
        for (int i = from; i >= 0 && i < lines.size(); i += step) {
            if (lines.get(i).toLowerCase(Locale.ROOT).contains(wanted)) {
                top = i;
                return;
            }
        }
        message = "not found: " + searched;
    }

    private synchronized void draw() {
        int columns = Math.max(1, terminal.getColumns());
        PrintWriter out = terminal.writer();
        out.write("\033[H");
        for (int i = top; i < top + rows(); i++) {
            // The line past the end, as less has it.
            String line = i < lines.size() ? lines.get(i) : "~";
            out.write(new AttributedString(line)
                    .columnSubSequence(left, left + columns)
                    .toString());
            out.write("\033[K\r\n");
        }
        int last = Math.min(lines.size(), top + rows());
        String place = (top + 1) + "-" + last + " of " + lines.size();
        status(message.isEmpty() ? place + "  " + (ascii ? ASCII_HELP : HELP) : message + "  " + place);
    }

    private void status(String words) {
        int columns = Math.max(1, terminal.getColumns() - 1);
        String line = new AttributedString(words).columnSubSequence(0, columns).toString();
        terminal.writer().write("\033[" + (rows() + 1) + ";1H\033[7m" + line + "\033[0m\033[K");
        terminal.flush();
    }
}
