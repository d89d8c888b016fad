package gradflow.repl.terminal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/** Which keys do what, for Emacs's and for vi's. */
final class Keys {
    /** Opens a line below, where Enter would end the entry. */
    static final String INSERT_NEWLINE = "insert-newline";

    /** Leaves to the shell that the program was started from, until that has it go on. */
    static final String SUSPEND = "suspend";

    /** Begins one of jshell's shortcuts. */
    static final String SHIFT_TAB = "shift-tab";

    /** By the last character of what they send, in both of the modes that a terminal can be in, whatever TERM says. */
    private static final Map<String, String> ARROWS = Map.of(
            "A", LineReader.UP_LINE_OR_SEARCH,
            "B", LineReader.DOWN_LINE_OR_SEARCH,
            "C", LineReader.FORWARD_CHAR,
            "D", LineReader.BACKWARD_CHAR,
            "F", LineReader.END_OF_LINE,
            "H", LineReader.BEGINNING_OF_LINE);

    private Keys() {}

    /** Binds what JLine doesn't. */
    static void bind(LineReader reader) {
        for (String name : List.of(LineReader.EMACS, LineReader.VIINS)) {
            KeyMap<Binding> keys = map(reader, name);
            keys.bind(new Reference(INSERT_NEWLINE), "\033\r", "\033\n");
            keys.bind(new Reference(SUSPEND), KeyMap.ctrl('Z'));
            keys.bind(new Reference(SHIFT_TAB), "\033[Z");
            // F2 is IPython's key for it.
            keys.bind(
                    new Reference(LineReader.EDIT_AND_EXECUTE_COMMAND),
                    KeyMap.ctrl('X') + KeyMap.ctrl('E'),
                    "\033OQ",
                    "\033[12~");
            ARROWS.forEach((key, widget) -> keys.bind(new Reference(widget), "\033[" + key, "\033O" + key));
        }
        map(reader, LineReader.VICMD).bind(new Reference(SUSPEND), KeyMap.ctrl('Z'));
    }

    /** From the next entry on, they are vi's, or Emacs's. */
    static void choose(LineReader reader, boolean vi) {
        reader.getKeyMaps().put(LineReader.MAIN, map(reader, vi ? LineReader.VIINS : LineReader.EMACS));
    }

    private static KeyMap<Binding> map(LineReader reader, String name) {
        return Objects.requireNonNull(reader.getKeyMaps().get(name));
    }
}
