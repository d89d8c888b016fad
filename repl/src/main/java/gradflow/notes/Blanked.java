package gradflow.notes;

import java.util.List;
import org.commonmark.node.SourceSpan;

/** Code in Markdown, with blanks in place of the marks of what contains it, so that its offsets are those of the file. */
final class Blanked {
    private Blanked() {}

    /** {@return the code of these spans between two offsets} */
    static Part.Code code(NoteText text, List<SourceSpan> spans, int from, int to) {
        char[] code = new char[Math.max(0, to - from)];
        for (int i = 0; i < code.length; i++) {
            code[i] = text.text().charAt(from + i) == '\n' ? '\n' : ' ';
        }
        for (SourceSpan span : spans) {
            int start = Math.max(from, span.getInputIndex());
            int end = Math.min(to, span.getInputIndex() + span.getLength());
            if (start < end) {
                text.text().getChars(start, end, code, start - from);
            }
        }
        return new Part.Code(new String(code).replace('\r', ' '), from);
    }
}
