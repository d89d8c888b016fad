package gradflow.notes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment {@code // ==> value} behind a piece of code.
 *
 * @param start of its first blank before, in the file
 * @param value where its value begins
 * @param end of its line
 */
record CodeComment(int start, int value, int end) {
    static final String SIGN = "// ==>";
    private static final Pattern SAME_LINE = Pattern.compile("[ \t]*// ==>[ \t]?(.*)");
    private static final Pattern OWN_LINE = Pattern.compile("[ \t]*(?://[^\n]*)?\n([ \t]*// ==>[ \t]?(.*))");

    /** {@return the comment that belongs to the code that ends at {@code end}, in its line or alone in the next} */
    static Optional<CodeComment> after(NoteText text, Part.Code code, int end) {
        int within = end - code.start();
        String trimmed = code.text();
        Matcher same = SAME_LINE.matcher(trimmed).region(within, trimmed.length());
        if (same.lookingAt()) {
            return Optional.of(of(text, code, end, same.start(1)));
        }
        Matcher own = OWN_LINE.matcher(trimmed).region(within, trimmed.length());
        return own.lookingAt() ? Optional.of(of(text, code, text.lineEnd(end), own.start(2))) : Optional.empty();
    }

    private static CodeComment of(NoteText text, Part.Code code, int start, int value) {
        int from = value + code.start();
        int end = text.lineEnd(from);
        return new CodeComment(start, Math.min(from, end), end);
    }

    /** {@return whether nothing but a comment follows in the line} */
    static boolean fits(NoteText text, Part.Code code, int end) {
        String rest = rest(text, code, end);
        return rest.isEmpty() || rest.startsWith("//");
    }

    /** {@return what else stands in the line} */
    static String rest(NoteText text, Part.Code code, int end) {
        return text.text().substring(end, Math.max(end, text.lineEnd(end))).strip();
    }
}
