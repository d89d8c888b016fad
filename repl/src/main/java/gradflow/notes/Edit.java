package gradflow.notes;

import java.util.Comparator;
import java.util.List;

/**
 * A change to the text of a file.
 *
 * @param from offset of the first character to go
 * @param to offset after the last
 * @param text what comes in their place
 */
record Edit(int from, int to, String text) {

    /** {@return the text with all edits made, which don't overlap} */
    static String apply(List<Edit> edits, String text) {
        StringBuilder edited = new StringBuilder(text.length() + 1024);
        int at = 0;
        for (Edit edit :
                edits.stream().sorted(Comparator.comparingInt(Edit::from)).toList()) {
            edited.append(text, at, edit.from()).append(edit.text());
            at = edit.to();
        }
        return edited.append(text, at, text.length()).toString();
    }
}
