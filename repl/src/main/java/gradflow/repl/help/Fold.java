package gradflow.repl.help;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text at its blanks into lines of a width, all but the first with an indent. */
final class Fold {
    private Fold() {}

    static List<String> words(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int at = rest.lastIndexOf(' ', width);
            if (rest.substring(0, Math.max(0, at)).isBlank()) {
                at = rest.indexOf(' ', width);
            }
            if (at < 0) {
                break;
            }
            lines.add(rest.substring(0, at).stripTrailing());
            rest = indent + rest.substring(at + 1).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
