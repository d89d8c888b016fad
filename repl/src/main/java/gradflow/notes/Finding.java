package gradflow.notes;

/**
 * Something to tell the author.
 *
 * @param kind how bad it is
 * @param text {@code file:line:column: severity: message}, and more lines
 */
public record Finding(Kind kind, String text) {

    /** What it means; the ordinal is the exit code. */
    public enum Kind {
        /** Worth knowing. */
        NOTED,
        /** The note isn't what its code shows; weaving would mend it. */
        DRIFT,
        /** A block doesn't do what it should. */
        FAILED,
        /** The note, or the command line, is wrong. */
        WRONG
    }

    static Finding of(Kind kind, NoteText text, int offset, String message) {
        String severity = kind == Kind.DRIFT ? "drift" : kind == Kind.NOTED ? "warning" : "error";
        return new Finding(kind, text.message(offset, severity, message));
    }
}
