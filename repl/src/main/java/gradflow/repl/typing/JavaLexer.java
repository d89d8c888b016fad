package gradflow.repl.typing;

import gradflow.repl.engine.JavaText;
import gradflow.repl.typing.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java's lexer, forgiving: a text that is still being typed has open strings and brackets. JShell's own highlighting is
 * missing on JDK 17, and throws on 25 while a string is open.
 */
public final class JavaLexer {
    private static final Set<String> KEYWORDS = Set.of(
            "abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                    .concat(
                            " false final finally float for goto if implements import instanceof int interface long native")
                    .concat(" new null package private protected public return short static strictfp super switch")
                    .concat(" synchronized this throw throws transient true try void volatile while")
                    .split(" "));

    /** Words that are kept in places only: before a name, or before the bracket of a block. */
    private static final Set<String> BEFORE_A_NAME = Set.of("var", "record", "sealed", "yield");

    private static final Pattern NUMBER =
            Pattern.compile("0[xX][\\w.]*(?:(?<=[pP])[+-]\\w+)?|0[bB]\\w*|\\d[\\w.]*?(?:[eE][+-]?\\d[\\w]*|(?![\\w.]))"
                    + "|\\.\\d[\\d_]*(?:[eE][+-]?\\d+)?[fFdD]?");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private JavaLexer(String text) {
        this.text = text;
    }

    /** {@return the tokens of a text, without the blanks between them} */
    public static List<Token> tokens(String text) {
        JavaLexer lexer = new JavaLexer(text);
        for (int at = 0; at < text.length(); ) {
            at = lexer.read(at);
        }
        return lexer.tokens;
    }

    private int read(int at) {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            return at + 1;
        }
        int literal = JavaText.afterToken(text, at);
        if (c == '/' && literal > at + 1) {
            return add(Kind.COMMENT, at, literal);
        }
        if (c == '"' || c == '\'') {
            return add(Kind.LITERAL, at, literal);
        }
        int start = text.codePointAt(at);
        if (Character.isJavaIdentifierStart(start)) {
            return word(at, start);
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if ((Character.isDigit(c) || c == '.') && number.lookingAt() && number.end() > at) {
            return add(Kind.NUMBER, at, number.end());
        }
        return add("()[]{}".indexOf(c) >= 0 ? Kind.BRACKET : Kind.SIGN, at, at + Character.charCount(start));
    }

    private int word(int at, int first) {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        String word = text.substring(at, end);
        boolean keyword = KEYWORDS.contains(word) || (BEFORE_A_NAME.contains(word) && isBeforeName(end));
        return add(keyword ? Kind.KEYWORD : Character.isUpperCase(first) ? Kind.TYPE : Kind.NAME, at, end);
    }

    private boolean isBeforeName(int at) {
        int next = JavaText.skipTrivia(text, at);
        return next > at && next < text.length() && Character.isJavaIdentifierStart(text.codePointAt(next));
    }

    private int add(Kind kind, int start, int end) {
        tokens.add(new Token(kind, start, end));
        return end;
    }
}
