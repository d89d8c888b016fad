package gradflow.notes;

/**
 * Something to tell the author.
 *
 * @param kind how bad it is
 * @param text {@code file:line:column: severity: message}, and more lines
 */
public record Finding(Kind kind, String text) {

    /** What it means, the worst last. */
    public enum Kind {
        /** Worth knowing. */
        NOTED(0),
        /** The note isn't what its code shows; weaving would mend it. */
        DRIFT(1),
        /** A block doesn't do what it should. */
        FAILED(2),
        /** The note, or the command line, is wrong. */
        WRONG(3);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        /** {@return what the program ends with if this is the worst that it found} */
        public int exitCode() {
            return exitCode;
        }
    }

    /** {@return what is said, without where} */
    String message() {
        return text.replaceFirst("\\A.*?:\\d+:\\d+: \\w+: ", "");
    }

    static Finding of(Kind kind, NoteText text, int offset, String message) {
        String severity = kind == Kind.DRIFT ? "drift" : kind == Kind.NOTED ? "warning" : "error";
        return new Finding(kind, text.message(offset, severity, message));
    }
}
