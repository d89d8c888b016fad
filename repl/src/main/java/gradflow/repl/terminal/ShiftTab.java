package gradflow.repl.terminal;

import java.util.List;
import java.util.function.Consumer;
import org.jline.reader.Buffer;
import org.jline.reader.impl.LineReaderImpl;

/**
 * What jshell's users press Shift-Tab for, and then a letter: v gives the value of the entry a name, m makes a method of it, i
 * imports what the name before the cursor can mean.
 */
final class ShiftTab {
    private static final int MOST = 9;

    private final LineReaderImpl reader;
    private final Language language;
    private final Consumer<String> evaluator;

    /** @param evaluator runs an entry while another one is being edited */
    ShiftTab(LineReaderImpl reader, Language language, Consumer<String> evaluator) {
        this.reader = reader;
        this.language = language;
        this.evaluator = evaluator;
    }

    /** {@return whether the next key meant something} */
    boolean apply() {
        Buffer entry = reader.getBuffer();
        int key = reader.readCharacter();
        String text = entry.toString().strip().replaceFirst(";+$", "");
        if (key == 'i') {
            return bringIn(entry.upToCursor());
        }
        if (text.isEmpty() || (key != 'v' && key != 'm')) {
            return false;
        }
        if (key == 'v') {
            replace(entry, "var ", " = " + text);
        } else {
            String type = language.type(text);
            replace(
                    entry,
                    type.isEmpty() ? "void " : type + " ",
                    type.isEmpty() ? "() { " + text + "; }" : "() { return " + text + "; }");
        }
        return true;
    }

    /** With the cursor between the two, where a name is missing. */
    private static void replace(Buffer entry, String before, String after) {
        boolean unused = entry.clear();
        entry.write(before + after);
        unused = entry.cursor(before.length());
    }

    private boolean bringIn(String before) {
        List<String> names = language.importable(before).stream().limit(MOST).toList();
        if (names.isEmpty()) {
            reader.printAbove("nothing to import fits here");
            return true;
        }
        int chosen = names.size() == 1 ? 1 : ask(names);
        if (1 <= chosen && chosen <= names.size()) {
            evaluator.accept("import " + names.get(chosen - 1));
        }
        return true;
    }

    private int ask(List<String> names) {
        StringBuilder list = new StringBuilder("which? any other key: none of them");
        for (int i = 0; i < names.size(); i++) {
            list.append("\n ").append(i + 1).append("  import ").append(names.get(i));
        }
        reader.printAbove(list.toString());
        return reader.readCharacter() - '0';
    }
}
