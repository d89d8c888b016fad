package gradflow.repl.terminal;

import gradflow.report.text.Wrap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sentences on lines that fit the terminal; what belongs to a word in front of a line stays behind that word. */
final class Prose {
    private static final Pattern LABELLED = Pattern.compile("( *(?:\\w+:)? *)(.*)");

    private Prose() {}

    /** {@return the text with each line broken at spaces: {@code try: a long way} goes on under the {@code a}} */
    static String fitted(String text, int width) {
        return text.lines().map(line -> line(line, width)).collect(Collectors.joining("\n"));
    }

    private static String line(String line, int width) {
        Matcher labelled = LABELLED.matcher(line);
        if (line.length() <= width || !labelled.matches() || !line.startsWith(" ")) {
            return String.join("\n", Wrap.words(line, width));
        }
        String label = labelled.group(1);
        String words = String.join("\n", Wrap.words(" ".repeat(label.length()) + labelled.group(2), width));
        return label + words.substring(label.length());
    }
}
