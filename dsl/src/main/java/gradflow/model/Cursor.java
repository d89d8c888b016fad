package gradflow.model;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A place in a header's text: JSON (safetensors) or a Python literal (NumPy). The caller asks for what the format wants
 * next, so that nesting is as deep as the format has it and not as deep as a hostile file likes.
 */
final class Cursor {
    /** What -2^63 has; of a number that goes on for megabytes, no more is looked at. */
    private static final int LONGEST_NUMBER = 20;

    private final String text;
    private final boolean trailingComma;
    private final String remedy;
    private int at;
    private boolean opened;

    private Cursor(String text, boolean trailingComma, String remedy) {
        this.text = text;
        this.trailingComma = trailingComma;
        this.remedy = remedy;
    }

    static Cursor json(String text, String remedy) {
        return new Cursor(text, false, remedy);
    }

    static Cursor python(String text, String remedy) {
        return new Cursor(text, true, remedy);
    }

    /** {@return the next character that isn't white space, or 0 at the end} */
    char peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    void open(char bracket) throws Malformed {
        take(bracket);
        opened = true;
    }

    void take(char wanted) throws Malformed {
        if (peek() != wanted) {
            throw unexpected(quoted(wanted));
        }
        at++;
    }

    /** {@return whether another element follows; takes the comma before it, or the closing bracket} */
    boolean more(char close) throws Malformed {
        boolean first = opened;
        opened = false;
        if (peek() == close) {
            at++;
            return false;
        }
        if (first) {
            return true;
        }
        if (peek() != ',') {
            throw unexpected(quoted(',') + " or " + quoted(close));
        }
        at++;
        if (peek() == close && trailingComma) {
            at++;
            return false;
        }
        return true;
    }

    /** {@return whether this word comes next; takes it if so} */
    boolean word(String word) {
        char unused = peek();
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    /** {@return the whole number that comes next} */
    long whole() throws Malformed {
        boolean negative = peek() == '-';
        int start = at;
        at += negative ? 1 : 0;
        int digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        int length = at - digits;
        if (length == 0 || (length > 1 && text.charAt(digits) == '0')) {
            at = start;
            throw unexpected("a whole number");
        }
        try {
            return Long.parseLong(text.substring(start, Math.min(at, start + LONGEST_NUMBER + 1)));
        } catch (NumberFormatException e) {
            at = start;
            throw unexpected("a whole number below 2^63");
        }
    }

    /** {@return the text between these quotes, with JSON's escapes} */
    String string(char quote) throws Malformed {
        take(quote);
        StringBuilder read = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at);
            if (c < ' ') {
                throw unexpected("a string without control characters");
            }
            at++;
            read.append(c == '\\' ? escaped() : c);
        }
        if (at == text.length()) {
            throw unexpected("the end of a string");
        }
        at++;
        if (!UTF_8.newEncoder().canEncode(read)) {
            throw unexpected("a string without half a surrogate pair before it");
        }
        return read.toString();
    }

    private char escaped() throws Malformed {
        char c = at < text.length() ? text.charAt(at) : 0;
        int simple = "\"\\/'bfnrt".indexOf(c);
        if (simple >= 0) {
            at++;
            return "\"\\/'\b\f\n\r\t".charAt(simple);
        }
        if (c != 'u' || at + 5 > text.length()) {
            throw unexpected("an escape such as \\n or \\u00e9");
        }
        int code = 0;
        for (int i = 1; i <= 4; i++) {
            int digit = Character.digit(text.charAt(at + i), 16);
            if (digit < 0 || text.charAt(at + i) > 'f') {
                throw unexpected("an escape such as \\n or \\u00e9");
            }
            code = 16 * code + digit;
        }
        at += 5;
        return (char) code;
    }

    void end() throws Malformed {
        if (peek() != 0 || at < text.length()) {
            throw unexpected("nothing more");
        }
    }

    private static String quoted(char c) {
        return Expression.quoted(String.valueOf(c));
    }

    Malformed unexpected(String wanted) {
        String found = at < text.length()
                ? "there is " + Expression.brief(text.substring(at, text.offsetByCodePoints(at, 1)))
                : "it ends there";
        return new Malformed("the header must have " + wanted + " at character " + (at + 1) + ", but " + found, remedy);
    }
}
