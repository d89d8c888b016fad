package gradflow.repl.terminal;

import gradflow.repl.engine.Outcome;
import java.util.regex.Pattern;

/**
 * The entry that a line with a leading dot goes on with. Java sees {@code rnn()} as complete, and so does the prompt; when
 * {@code .hidden(4)} follows, both together are what the person means:
 *
 * <pre>{@code
 * rnn()
 * // four units
 * .hidden(4)
 * }</pre>
 */
final class Chain {
    private static final String BLANK = "(?:\\s|//[^\\n]*(?:\\n|$)|/\\*(?s:.*?)\\*/)*+";
    private static final Pattern NOTHING = Pattern.compile(BLANK);

    /** A letter is asked for, since {@code .42} is a number. */
    private static final Pattern LEADING_DOT = Pattern.compile(BLANK + "\\.\\s*\\p{javaJavaIdentifierStart}");

    private String before = "";

    /** {@return whether there is nothing but blanks and comments, which may stand between the lines of a chain} */
    static boolean isNothing(String entry) {
        return NOTHING.matcher(entry).matches();
    }

    /** {@return whether the entry begins with a dot and a name} */
    static boolean isLink(String entry) {
        return LEADING_DOT.matcher(entry).lookingAt();
    }

    /** {@return what the next line may go on with, or an empty string} */
    String before() {
        return before;
    }

    /** {@return whether the entry goes on with the one before it} */
    boolean isContinuedBy(String entry) {
        return !before.isEmpty() && !before.endsWith(";") && isLink(entry);
    }

    /** {@return the entry, after the one that it goes on with, if it does} */
    String whole(String entry) {
        return isContinuedBy(entry) ? before + "\n" + entry : entry;
    }

    /** {@return why a line that begins with a dot has nothing to go on with} */
    String whyNot() {
        return before.isEmpty()
                ? "a line that begins with a dot goes on with the line before it, and there is none"
                : "a line that begins with a dot goes on with the line before it, but that one ends with a semicolon";
    }

    /** Forgets. */
    void clear() {
        before = "";
    }

    /**
     * Learns what came of a piece. Most that fails is still gone on with, since the next line can mend it. A link that
     * fails is not: the next try replaces it.
     *
     * @param link whether the piece went on with the one before
     */
    void learn(String source, Outcome outcome, boolean link) {
        if (outcome instanceof Outcome.Declared || outcome instanceof Outcome.Done) {
            before = "";
        } else if (!link || isWellFormed(outcome)) {
            before = source;
        }
    }

    /**
     * In {@code double x = rnn()…}, each link but the last leaves a value that isn't a double yet. The chain up to there
     * is right all the same.
     */
    private static boolean isWellFormed(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return rejected.problems().stream()
                    .allMatch(problem -> problem.message().startsWith("incompatible types"));
        }
        return !(outcome instanceof Outcome.Thrown || outcome instanceof Outcome.Interrupted);
    }
}
