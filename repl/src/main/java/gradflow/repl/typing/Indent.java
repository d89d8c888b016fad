package gradflow.repl.typing;

import gradflow.repl.engine.JavaText;
import java.util.List;

/** Where a new line begins. */
public final class Indent {
    private static final int STEP = 2;

    private Indent() {}

    /**
     * {@return how many blanks a line begins with that is opened after {@code before}: one step further in than the line of
     * the innermost open bracket, else as the last line; none in a text block or a comment, where blanks would count}
     */
    public static int after(String before) {
        if (JavaText.endsInCommentOrLiteral(before + "\n")) {
            return 0;
        }
        List<Integer> open = Brackets.of(before, JavaLexer.tokens(before)).open();
        return open.isEmpty() ? ofLine(before, before.length()) : ofLine(before, open.get(0)) + STEP;
    }

    /**
     * {@return how many of the blanks before the cursor go away when a closing bracket is typed there: it stands under the
     * line that opened it} None, unless there is nothing else on the line.
     */
    public static int surplus(String before) {
        int line = before.lastIndexOf('\n') + 1;
        List<Integer> open = Brackets.of(before, JavaLexer.tokens(before)).open();
        if (line == 0 || !before.substring(line).isBlank() || open.isEmpty()) {
            return 0;
        }
        return Math.max(0, before.length() - line - ofLine(before, open.get(0)));
    }

    private static int ofLine(String text, int at) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int end = start;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end - start;
    }
}
