package gradflow.repl.terminal;

import java.util.ListIterator;
import org.jline.reader.History;

/** The latest entry that begins as the one that is being typed. */
final class EarlierEntry {
    private EarlierEntry() {}

    /** {@return what it has more, or an empty string} */
    static String rest(History history, String entry) {
        if (entry.isBlank()) {
            return "";
        }
        ListIterator<History.Entry> earlier =
                history.iterator(history.size() == 0 ? history.first() : history.last() + 1);
        while (earlier.hasPrevious()) {
            String line = earlier.previous().line();
            if (line.length() > entry.length() && line.startsWith(entry)) {
                return line.substring(entry.length());
            }
        }
        return "";
    }

    /** {@return a text up to the end of its first word} */
    static String firstWord(String rest) {
        int end = 0;
        while (end < rest.length() && !Character.isJavaIdentifierPart(rest.charAt(end))) {
            end++;
        }
        while (end < rest.length() && Character.isJavaIdentifierPart(rest.charAt(end))) {
            end++;
        }
        return rest.substring(0, end);
    }
}
