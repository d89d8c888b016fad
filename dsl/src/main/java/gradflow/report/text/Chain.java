package gradflow.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Where a line of Java, or of prose with Java in it, may be broken: after a space, and before the dot of {@code .word(}. */
public final class Chain {
    private Chain() {}

    /**
     * {@return {@code text} in pieces, cut at every place of {@code mostRank} or less} Rank 0 is outside parentheses; then
     * come the spaces one parenthesis deep, the dots there, the spaces two deep, and so on.
     */
    public static List<String> pieces(String text, int mostRank) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"' && (i == 0 || text.charAt(i - 1) != '\\');
            if (!quoted) {
                depth += opening(c);
                boolean space = i > start && text.charAt(i - 1) == ' ';
                if (i > start && (space || isCall(text, i)) && rank(depth, space) <= mostRank) {
                    pieces.add(text.substring(start, i));
                    start = i;
                }
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    /** {@return {@code text} written by {@code form}, with a mark wherever the line may be broken before a dot} */
    public static String marked(String text, String mark, UnaryOperator<String> form) {
        return pieces(text, Integer.MAX_VALUE).stream()
                .map(piece -> (piece.startsWith(".") ? mark : "") + form.apply(piece))
                .collect(Collectors.joining());
    }

    private static int rank(int depth, boolean space) {
        return depth == 0 ? 0 : space ? 2 * depth - 1 : 2 * depth;
    }

    /** {@return the highest rank of a place to cut in {@code text}} */
    static int mostRank(String text) {
        int depth = 0;
        int most = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += opening(text.charAt(i));
            most = Math.max(most, depth);
        }
        return rank(most, false);
    }

    private static int opening(char c) {
        return "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
    }

    private static boolean isCall(String text, int dot) {
        int end = dot + 1;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.charAt(dot) == '.' && end > dot + 1 && end < text.length() && text.charAt(end) == '(';
    }
}
