package gradflow.repl.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Splits a text into snippets, line by line as jshell does, except that it looks ahead: a line that begins with a dot
 * and a word goes on with the snippet before it, and so does a line that begins with what no snippet can begin with.
 */
public final class Splitter {
    /** What a snippet never begins with. A slash before a letter is a command; before a blank, a division. */
    private static final List<String> NEVER_FIRST =
            List.of("?", ":", "*", "/ ", "%", "&", "|", "=", "^", ",", ">", "!=", "->", "+ ", "- ", ".<");

    private static final List<String> WORDS_NEVER_FIRST = List.of("else", "catch", "finally", "instanceof");

    private final ToIntFunction<String> ends;
    private final String text;

    /**
     * @param ends tells how long the first snippet of some lines is, or -1 if it goes on after them
     */
    public Splitter(ToIntFunction<String> ends, String text) {
        this.ends = ends;
        this.text = text;
    }

    /** {@return the snippets, in their order} */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int line = 1;
        int counted = 0;
        int at = JavaText.skipTrivia(text, 0);
        while (at < text.length()) {
            int end = Math.max(end(at), at + 1);
            line += Lines.count(text, counted, at);
            counted = at;
            pieces.add(new Piece(text.substring(at, end), at, line, at - text.lastIndexOf('\n', at - 1)));
            at = JavaText.skipTrivia(text, end);
        }
        return pieces;
    }

    private int end(int start) {
        if (isCommand(start)) {
            return plainLineEnd(start);
        }
        int end = JavaText.lineEnd(text, start);
        while (true) {
            int next = JavaText.skipTrivia(text, end);
            if (next < text.length() && goesOn(next)) {
                end = JavaText.lineEnd(text, next);
                continue;
            }
            int length = ends.applyAsInt(text.substring(start, end));
            if (length >= 0) {
                return start + length;
            }
            if (next == text.length()) {
                return start + text.substring(start).stripTrailing().length();
            }
            end = JavaText.lineEnd(text, next);
        }
    }

    private boolean isCommand(int at) {
        return text.charAt(at) == '/' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    private int plainLineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private boolean goesOn(int at) {
        if (text.charAt(at) == '.') {
            // Before a digit the dot begins a number.
            return at + 1 == text.length() || !Character.isDigit(text.charAt(at + 1));
        }
        return NEVER_FIRST.stream().anyMatch(sign -> text.startsWith(sign, at))
                || WORDS_NEVER_FIRST.stream().anyMatch(word -> isWord(word, at));
    }

    private boolean isWord(String word, int at) {
        int end = at + word.length();
        return text.startsWith(word, at) && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
    }
}
