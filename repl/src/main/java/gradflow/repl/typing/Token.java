package gradflow.repl.typing;

/**
 * A piece of Java as the eye sees it.
 *
 * @param kind what it is
 * @param start where it begins
 * @param end where it ends, exclusive
 */
public record Token(Kind kind, int start, int end) {

    /** What a token is. */
    public enum Kind {
        /** A word that Java keeps for itself, {@code var} and {@code record} too where they are such. */
        KEYWORD,
        /** Any other word that begins with a small letter. */
        NAME,
        /** A word that begins with a capital letter, as types and constants do. */
        TYPE,
        /** A string, a text block or a character, closed or not. */
        LITERAL,
        /** A number. */
        NUMBER,
        /** A comment. */
        COMMENT,
        /** One of {@code ( ) [ ] { }}. */
        BRACKET,
        /** Any other character. */
        SIGN
    }

    /** {@return its characters} */
    public String in(String text) {
        return text.substring(start, end);
    }

    /** {@return whether it is these characters} */
    public boolean is(String characters, String text) {
        return end - start == characters.length() && text.startsWith(characters, start);
    }

    /** {@return whether it is a word that isn't kept by Java} */
    public boolean isWord() {
        return kind == Kind.NAME || kind == Kind.TYPE;
    }
}
