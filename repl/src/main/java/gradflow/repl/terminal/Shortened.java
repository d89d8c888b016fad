package gradflow.repl.terminal;

import java.util.stream.Collectors;

/** Texts cut down to one line. */
final class Shortened {
    private static final String CUT = "...";

    private Shortened() {}

    /** {@return the lines of a text without their indentation, one after the other, in no more than {@code width} columns} */
    static String toOneLine(String text, int width) {
        String line = text.lines().map(String::strip).collect(Collectors.joining());
        return line.length() <= width ? line : line.substring(0, Math.max(0, width - CUT.length())) + CUT;
    }
}
