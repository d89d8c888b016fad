package gradflow.repl.display;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that a person wrote, and messages that point into it. */
public final class SourceText {
    private static final String INDENT = "  ";

    private final String name;
    private final String text;

    /**
     * @param name of the file, as the person gave it; empty for what was typed at the prompt, where messages then carry
     *     no position before them
     * @param text the whole of it
     */
    public SourceText(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** {@return a compile error: position and message, the line, and signs under the span; no line feed at the end} */
    public String problem(int start, int end, String message) {
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return marked(line, start - lineStart, end - lineStart, message);
    }

    /**
     * {@return what went wrong while a line ran; with signs under the name of what was called, if it stands there once, and
     * else, in a file, under the whole line}
     *
     * @param line from 1
     * @param callee name of the method or class, or empty
     */
    public String failure(int line, String callee, String message) {
        if (!callee.isEmpty()) {
            Matcher call = Pattern.compile("(?<![\\w$])" + Pattern.quote(callee) + "(?=\\s*(?:<[^()]*>\\s*)?\\()")
                    .matcher(line(line));
            if (call.find()) {
                int start = call.start();
                int end = call.end();
                if (!call.find()) {
                    return marked(line, start, end, message);
                }
            }
        }
        String source = line(line).stripTrailing();
        return name.isEmpty()
                ? "error: " + message + "\n" + INDENT + line(line)
                : marked(line, source.length() - source.stripLeading().length(), source.length(), message);
    }

    /** {@return {@code name:line} for a list of calls} */
    public String position(int line) {
        return name + ":" + line;
    }

    private String marked(int line, int start, int end, String message) {
        String source = line(line);
        int from = Math.min(start, source.length());
        int to = Math.max(from, Math.min(end, source.length()));
        // Tabs stay tabs, so that the signs stand under the span whatever the width of a tab is.
        String before = source.substring(0, from).replaceAll("[^\t]", " ");
        int marks = Math.max(1, source.codePointCount(from, to));
        String place = name.isEmpty() ? "" : position(line) + ":" + (start + 1) + ": ";
        return place + "error: " + message + "\n" + INDENT + source + "\n" + INDENT + before + "^".repeat(marks);
    }

    private String line(int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("");
    }
}
