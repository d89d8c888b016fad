package gradflow.report.text;

import java.util.ArrayList;
import java.util.List;

/** Lines that fit a width, as far as the pieces they are filled with do; a piece is never cut. */
public final class Wrap {
    private static final String INDENT = "    ";

    private Wrap() {}

    /** {@return {@code text}, broken at spaces; all lines keep the indent that it has} */
    public static List<String> words(String text, int width) {
        String words = text.stripLeading();
        String indent = text.substring(0, text.length() - words.length());
        List<String> pieces = new ArrayList<>(List.of(words.split("(?<= )(?! )")));
        pieces.set(0, indent + pieces.get(0));
        return fill(pieces, "", indent, width);
    }

    /** {@return {@code pieces} on lines, with {@code gap} between two on the same line; no line for none} */
    public static List<String> pieces(List<String> pieces, String gap, int width) {
        return pieces.isEmpty() ? List.of() : fill(pieces, gap, "", width);
    }

    /**
     * {@return {@code text}, broken at spaces and before the dots of a chain of calls} What is in parentheses is broken only
     * where that is needed to fit.
     */
    public static List<String> chain(String text, int width) {
        List<String> lines = List.of(text);
        for (int rank = 0; width(lines) > width && rank <= Chain.mostRank(text); rank++) {
            lines = fill(Chain.pieces(text, rank), "", INDENT, width);
        }
        return lines;
    }

    private static int width(List<String> lines) {
        return lines.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    }

    private static List<String> fill(List<String> pieces, String gap, String indent, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String piece : pieces) {
            String longer = line + gap + piece;
            if (line.isEmpty()) {
                line = piece;
            } else if (DisplayWidth.of(longer.stripTrailing()) <= width) {
                line = longer;
            } else {
                lines.add(line.stripTrailing());
                line = indent + piece;
            }
        }
        lines.add(line.stripTrailing());
        return lines;
    }
}
