package gradflow.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, or the text between numbers.
 *
 * @param text as it stands, in text with each run of blanks as one where blanks don't count
 * @param number whether it is one
 * @param at its offset in the line
 */
record Token(String text, boolean number, int at) {
    /** Digits in a word, such as those of h_0, are no number. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}_])(?<!\\d\\.)(?:(?<![\\p{L}\\p{N})])[-+])?"
            + "(?:(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?|NaN|undefined|Infinity|∞)(?![\\p{L}\\p{N}_])");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern RULE = Pattern.compile("-{2,}");

    /** {@return the tokens of a line} */
    static List<Token> of(String line, boolean table) {
        List<Token> tokens = new ArrayList<>();
        Matcher number = NUMBER.matcher(line);
        int at = 0;
        while (number.find()) {
            text(line, at, number.start(), table, tokens);
            tokens.add(new Token(number.group(), true, number.start()));
            at = number.end();
        }
        text(line, at, line.length(), table, tokens);
        return tokens;
    }

    private static void text(String line, int from, int to, boolean table, List<Token> tokens) {
        String text = line.substring(from, to);
        if (table) {
            text = RULE.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("--");
            if (from == 0) {
                text = text.stripLeading();
            }
        }
        if (to == line.length()) {
            text = text.stripTrailing();
        }
        if (!text.isEmpty()) {
            tokens.add(new Token(text, false, from));
        }
    }
}
