package gradflow.report.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One word as a formula of LaTeX, without the dollars: ‖∂L/∂h_t‖ becomes {@code \|\partial L/\partial h_t\|}. */
public final class MathText {
    private static final Pattern FORMULA =
            Pattern.compile("(^|.*[^A-Za-z0-9])[A-Za-z][_^]([A-Za-z0-9]+(?![A-Za-z0-9_])|[({]).*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern SUBSCRIPT = Pattern.compile("_([A-Za-z0-9]+|\\{[^{}]*\\})");
    private static final Pattern SUPERSCRIPT = Pattern.compile("\\^([A-Za-z0-9]+|\\{[^{}]*\\}|\\([^()]*\\))");
    private static final Pattern FUNCTION = Pattern.compile("log|ln|exp|min|max|det|tanh|lim|sup|inf");
    /** An apostrophe is a prime in a formula, and TeX stops at one behind a superscript. */
    private static final Map<Integer, String> ESCAPES = Map.ofEntries(
            Map.entry((int) '\\', "\\backslash"),
            Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '~', "\\sim"),
            Map.entry((int) '^', "\\wedge"),
            Map.entry((int) '\'', "\\mbox{'}"));

    private final String word;
    private final StringBuilder formula = new StringBuilder();
    private int at;

    private MathText(String word) {
        this.word = word;
    }

    /** {@return whether {@code word} is a formula: it has a sign of mathematics, or an index as in h_t} */
    static boolean isMath(String word) {
        return word.indexOf('"') < 0
                && (word.codePoints().anyMatch(Signs::isMath)
                        || FORMULA.matcher(word).matches());
    }

    public static String of(String word) {
        return new MathText(word).formula();
    }

    private String formula() {
        while (at < word.length()) {
            int before = at;
            scripts();
            if (at == before) {
                base();
            }
        }
        return formula.toString();
    }

    private void base() {
        String letters = next(WORD);
        String digits = next(NUMBER);
        if (!letters.isEmpty()) {
            append(letters.length() == 1 ? letters : word(letters));
            append(digits);
        } else if (!digits.isEmpty()) {
            append(digits);
        } else {
            int c = word.codePointAt(at);
            at += Character.charCount(c);
            append(sign(c));
        }
    }

    /** TeX takes one subscript and one superscript after a base, so all that follow the base are gathered first. */
    private void scripts() {
        StringBuilder below = new StringBuilder();
        StringBuilder above = new StringBuilder();
        for (int before = -1; before < at && at < word.length(); ) {
            before = at;
            String index = next(SUBSCRIPT);
            below.append(WORD.matcher(index).matches() ? index(index) : of(index));
            above.append(of(next(SUPERSCRIPT)));
            if (at == before) {
                int c = word.codePointAt(at);
                below.append(Signs.below(c));
                above.append(c == '′' ? "\\prime " : Signs.above(c));
                at += Signs.below(c).isEmpty() && Signs.above(c).isEmpty() ? 0 : 1;
            }
        }
        script("_", below.toString().strip());
        script("^", above.toString().strip());
    }

    private void script(String mark, String text) {
        if (!text.isEmpty()) {
            formula.append(mark).append(text.length() == 1 ? text : "{" + text + "}");
        }
    }

    /** {@return what comes next if it is a {@code pattern}, without the mark of a script; then it is behind us} */
    private String next(Pattern pattern) {
        Matcher matcher = pattern.matcher(word).region(at, word.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        return matcher.group().replaceAll("^[_^][({]?|[)}]$", "");
    }

    /** Letters of an index stand close, as in W_hh. */
    private static String index(String letters) {
        return FUNCTION.matcher(letters).matches() ? word(letters) : letters;
    }

    private static String word(String letters) {
        return FUNCTION.matcher(letters).matches() ? "\\" + letters : "\\mathrm{" + letters + "}";
    }

    private static String sign(int c) {
        String command = Signs.latex(c);
        if (!command.isEmpty()) {
            return command;
        }
        String text = Character.toString(c);
        return ESCAPES.getOrDefault(c, c < 0x80 ? text : "\\mbox{" + text + "}");
    }

    /** A command ends where no letter follows. */
    private void append(String piece) {
        boolean joins = piece.matches("[A-Za-z].*") && formula.toString().matches(".*\\\\[A-Za-z]+");
        formula.append(joins ? " " : "").append(piece);
    }
}
