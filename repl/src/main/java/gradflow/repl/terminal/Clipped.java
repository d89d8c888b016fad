package gradflow.repl.terminal;

/**
 * The line of a text that an error is in, cut on both sides to what a narrow terminal can show unbroken, so that signs
 * under the error stay under it.
 *
 * @param text the line, or the part of it around the error
 * @param start where the error begins in it
 * @param end where it ends, on this line
 */
record Clipped(String text, int start, int end) {
    private static final String CUT = "...";

    /** Cuts so that the beginning of the error is seen. */
    static Clipped of(String source, int start, int end, int width) {
        int lineStart = source.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = source.indexOf('\n', start) < 0 ? source.length() : source.indexOf('\n', start);
        return cut(source.substring(lineStart, lineEnd), start - lineStart, Math.min(end, lineEnd) - lineStart, width);
    }

    private static Clipped cut(String line, int start, int end, int width) {
        if (line.length() <= width) {
            return new Clipped(line, start, end);
        }
        int room = Math.max(1, width - 2 * CUT.length());
        int from = Math.max(0, Math.min(start - room / 2, line.length() - room));
        int to = Math.min(line.length(), from + room);
        String before = from > 0 ? CUT : "";
        String after = to < line.length() ? CUT : "";
        int shift = before.length() - from;
        return new Clipped(before + line.substring(from, to) + after, start + shift, Math.min(end, to) + shift);
    }
}
