package gradflow.repl.terminal;

import gradflow.repl.typing.Symbols;
import java.util.List;
import java.util.Optional;
import org.jline.reader.CompletingParsedLine;

/**
 * A line as JLine's completion wants it: one word, the Java name around the cursor, which is what a suggestion replaces.
 *
 * @param line the whole entry so far
 * @param cursor offset in it
 * @param from where the name begins
 * @param to where it ends
 */
record Word(String line, int cursor, int from, int to) implements CompletingParsedLine {

    /** Finds the name, or the part of a path, that ends at the cursor. What follows the cursor is left alone. */
    static Word before(String line, int cursor) {
        int sign = Symbols.nameBefore(line, cursor);
        Optional<String> path = FileNames.path(line.substring(0, cursor));
        if (sign >= 0 || path.isPresent()) {
            int length =
                    path.map(text -> text.length() - text.lastIndexOf('/') - 1).orElse(0);
            return new Word(line, cursor, sign >= 0 ? sign : cursor - length, cursor);
        }
        int from = cursor;
        while (from > 0 && Character.isJavaIdentifierPart(line.charAt(from - 1))) {
            from--;
        }
        // The slash of a command is part of its name.
        return new Word(line, cursor, from == 1 && line.startsWith("/") ? 0 : from, cursor);
    }

    @Override
    public String word() {
        return line.substring(from, to);
    }

    @Override
    public int wordCursor() {
        return cursor - from;
    }

    @Override
    public int wordIndex() {
        return 0;
    }

    @Override
    public List<String> words() {
        return List.of(word());
    }

    /** Java has no quoting that a name would need. */
    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return candidate;
    }

    @Override
    public int rawWordCursor() {
        return wordCursor();
    }

    @Override
    public int rawWordLength() {
        return to - from;
    }
}
