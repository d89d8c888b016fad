package gradflow.repl.engine;

/**
 * As much of Java's lexer as finding line ends takes: comments, strings, text blocks and brackets. JShell's own analysis
 * is asked for all the rest; it can't be asked where a line end falls.
 */
public final class JavaText {
    private static final String TEXT_BLOCK = "\"\"\"";

    private JavaText() {}

    /** {@return the offset of the first character from {@code from} on that is neither blank nor in a comment} */
    public static int skipTrivia(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (isComment(text, at)) {
                at = afterToken(text, at);
            } else {
                return at;
            }
        }
        return text.length();
    }

    /** {@return the end of the line, without its line feed, on which brackets, strings and comments are all closed} */
    static int lineEnd(String text, int from) {
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' && depth <= 0) {
                return at;
            }
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            }
            at = afterToken(text, at);
        }
        return text.length();
    }

    /** {@return whether the last character that isn't blank or in a comment is a semicolon} */
    static boolean endsInSemicolon(String text) {
        char last = ' ';
        int at = skipTrivia(text, 0);
        while (at < text.length()) {
            last = text.charAt(at);
            at = skipTrivia(text, afterToken(text, at));
        }
        return last == ';';
    }

    /** {@return whether what is typed next would be part of a comment or of a literal} */
    public static boolean endsInCommentOrLiteral(String text) {
        String longer = text + "x";
        int last = 0;
        for (int at = 0; at < longer.length(); at = afterToken(longer, at)) {
            last = at;
        }
        return last < text.length();
    }

    /** {@return whether the text ends before a comment that it begins with {@code /*}} */
    static boolean endsInComment(String text) {
        for (int at = 0; at < text.length(); at = afterToken(text, at)) {
            if (text.startsWith("/*", at) && text.indexOf("*/", at + 2) < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isComment(String text, int at) {
        return text.startsWith("//", at) || text.startsWith("/*", at);
    }

    /** {@return the offset after the comment, string or character literal at {@code at}, or after one character} */
    public static int afterToken(String text, int at) {
        if (text.startsWith("//", at)) {
            return orEnd(text.indexOf('\n', at), 0, text);
        }
        if (text.startsWith("/*", at)) {
            return orEnd(text.indexOf("*/", at + 2), 2, text);
        }
        if (text.startsWith(TEXT_BLOCK, at)) {
            return afterTextBlock(text, at);
        }
        char c = text.charAt(at);
        return c == '"' || c == '\'' ? afterLiteral(text, at) : at + 1;
    }

    private static int orEnd(int found, int length, String text) {
        return found < 0 ? text.length() : found + length;
    }

    private static int afterTextBlock(String text, int at) {
        int i = at + TEXT_BLOCK.length();
        while (i < text.length() && !text.startsWith(TEXT_BLOCK, i)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + TEXT_BLOCK.length(), text.length());
    }

    private static int afterLiteral(String text, int at) {
        char quote = text.charAt(at);
        int i = at + 1;
        // One that isn't closed ends with its line, as javac sees it too.
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i < text.length() && text.charAt(i) == quote ? i + 1 : Math.min(i, text.length());
    }
}
