package gradflow.notes;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where the value of an expression in prose ends: after a number, or at a comment of its own. */
final class InlineReader {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d+)?|NaN|undefined|-?(?:Infinity|∞)");
    private static final Pattern CLOSED = Pattern.compile("[^\\n<]*<!--\\s*gradflow:end\\s*-->");

    private InlineReader() {}

    /** {@return the value of an expression, whose comment stands from {@code start} to {@code end}} */
    static Part.Inline read(NoteText text, Part.Code code, Map<String, String> defaults, int start, int end) {
        Matcher closed = CLOSED.matcher(text.text()).region(end, text.text().length());
        Matcher number = NUMBER.matcher(text.text()).region(end, text.text().length());
        boolean isClosed = closed.lookingAt();
        int to = isClosed ? text.text().indexOf("<!--", end) : number.lookingAt() ? number.end() : end;
        return new Part.Inline(code, BlockOptions.over(defaults, Map.of()), start, end, to, isClosed);
    }

    /** {@return whether the last part is a value that ends at this comment} */
    static boolean endsAt(List<Part> parts, int start) {
        return !parts.isEmpty()
                && parts.get(parts.size() - 1) instanceof Part.Inline value
                && value.closed()
                && start == value.to();
    }
}
