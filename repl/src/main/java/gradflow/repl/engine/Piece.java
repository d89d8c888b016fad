package gradflow.repl.engine;

/**
 * One snippet of a longer text.
 *
 * @param source the snippet, beginning with its first character that is neither blank nor in a comment
 * @param offset where it begins in the text
 * @param line its first line, from 1
 * @param column of its first character in that line, from 1
 */
public record Piece(String source, int offset, int line, int column) {

    /** {@return whether the last character of some Java that isn't blank or in a comment is a semicolon} */
    public static boolean endsInSemicolon(String java) {
        return JavaText.endsInSemicolon(java);
    }

    /** {@return how long the source is up to its last character that is neither blank nor in a comment} */
    public int codeLength() {
        return JavaText.codeEnd(source);
    }
}
