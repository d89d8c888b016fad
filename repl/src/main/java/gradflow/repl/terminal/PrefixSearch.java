package gradflow.repl.terminal;

import org.jline.reader.Buffer;
import org.jline.reader.History;

/** What Up and Down do beyond an entry's own lines: they bring earlier entries that begin as what was typed. */
final class PrefixSearch {
    private String searched = "";
    private boolean found;

    /** Begins with a new entry. */
    void begin() {
        found = false;
    }

    /** {@return whether the last key was Up or Down too and brought an earlier entry, so that the next brings another} */
    boolean isGoingOn(Buffer entry, History history) {
        return found && entry.toString().equals(history.current()) && entry.cursor() == entry.length();
    }

    /** {@return whether an entry before was found, which then stands there} */
    boolean back(Buffer entry, History history) {
        start(entry, history);
        int before = history.index();
        String now = entry.toString();
        while (history.previous()) {
            if (take(entry, history.current(), now)) {
                return true;
            }
        }
        history.moveToEnd();
        boolean unused = history.moveTo(before);
        return false;
    }

    /** {@return whether an entry after was found; beyond the latest is what was typed itself} */
    boolean forth(Buffer entry, History history) {
        start(entry, history);
        String now = entry.toString();
        while (history.next()) {
            if (take(entry, history.current(), now)) {
                return true;
            }
        }
        boolean returns = found;
        found = false;
        if (returns) {
            replace(entry, searched);
        }
        return returns;
    }

    private void start(Buffer entry, History history) {
        if (!isGoingOn(entry, history)) {
            searched = entry.toString();
            history.moveToEnd();
        }
    }

    private boolean take(Buffer entry, String earlier, String now) {
        boolean fits = !earlier.isEmpty() && earlier.startsWith(searched) && !earlier.equals(now);
        if (fits) {
            found = true;
            replace(entry, earlier);
        }
        return fits;
    }

    private static void replace(Buffer entry, String text) {
        boolean unused = entry.clear();
        entry.write(text);
    }
}
