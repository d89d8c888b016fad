package gradflow.repl.script;

import gradflow.repl.engine.JavaText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The tokens of correct Java; signs are a character each. */
final class Tokens {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private static final Set<String> KEYWORDS = Set.of(
            "abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                    .concat(" false final finally float for goto if implements import instanceof int interface long")
                    .concat(" native new null package private protected public return short static strictfp super")
                    .concat(" switch synchronized this throw throws transient true try void volatile while")
                    .split(" "));

    private enum Kind {
        WORD,
        VALUE,
        SIGN
    }

    private record Token(Kind kind, int start, int end) {}

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final int[] partners;

    Tokens(String text) {
        this.text = text;
        int at = JavaText.skipTrivia(text, 0);
        while (at < text.length()) {
            at = JavaText.skipTrivia(text, read(at));
        }
        partners = partners();
    }

    private int read(int at) {
        char c = text.charAt(at);
        int end = JavaText.afterToken(text, at);
        Kind kind = Kind.SIGN;
        if (c == '"' || c == '\'') {
            kind = Kind.VALUE;
        } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            kind = Kind.VALUE;
            end = afterNumber(at);
        } else if (Character.isJavaIdentifierStart(text.codePointAt(at))) {
            kind = Kind.WORD;
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
        }
        tokens.add(new Token(kind, at, end));
        return end;
    }

    private boolean isDigit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private int afterNumber(int from) {
        boolean hexadecimal = text.startsWith("0x", from) || text.startsWith("0X", from);
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean exponent = at > from
                    && (c == '+' || c == '-')
                    && (hexadecimal ? "pP" : "eE").indexOf(text.charAt(at - 1)) >= 0;
            if (!exponent && c != '.' && !Character.isJavaIdentifierPart(c)) {
                break;
            }
            at++;
        }
        return at;
    }

    private int[] partners() {
        int[] found = new int[tokens.size()];
        Arrays.fill(found, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < found.length; i++) {
            int kind = CLOSING.indexOf(first(i));
            if (OPENING.indexOf(first(i)) >= 0) {
                open.push(i);
            } else if (kind >= 0) {
                if (open.isEmpty() || first(open.peek()) != OPENING.charAt(kind)) {
                    throw new Doubt("brackets don't match");
                }
                found[open.pop()] = i;
            }
        }
        return found;
    }

    private char first(int i) {
        return tokens.get(i).kind == Kind.SIGN ? text.charAt(tokens.get(i).start) : ' ';
    }

    int size() {
        return tokens.size();
    }

    String word(int i) {
        return text.substring(tokens.get(i).start, tokens.get(i).end);
    }

    int start(int i) {
        return tokens.get(i).start;
    }

    int end(int i) {
        return tokens.get(i).end;
    }

    /** {@return whether there is such a token, and it is this one} */
    boolean is(int i, String characters) {
        return i >= 0
                && i < tokens.size()
                && tokens.get(i).end - tokens.get(i).start == characters.length()
                && text.startsWith(characters, tokens.get(i).start);
    }

    boolean isOneOf(int i, Set<String> words) {
        return isWord(i) && words.contains(word(i));
    }

    boolean isWord(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).kind == Kind.WORD;
    }

    boolean isKeyword(int i) {
        return isOneOf(i, KEYWORDS);
    }

    /** {@return whether it is a word that can be a name} */
    boolean isName(int i) {
        return isWord(i) && !isKeyword(i);
    }

    boolean isValue(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).kind == Kind.VALUE;
    }

    boolean isOpening(int i) {
        return i < tokens.size() && OPENING.indexOf(first(i)) >= 0;
    }

    /** {@return the bracket that closes this one, or -1 if it stays open} */
    int partner(int i) {
        return partners[i];
    }

    /** {@return whether two signs stand side by side} */
    boolean touch(int i) {
        return i >= 1 && i < tokens.size() && tokens.get(i - 1).end == tokens.get(i).start;
    }
}
