package gradflow.report.text;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text for LaTeX: what LaTeX takes for a command is escaped, and each word with signs of mathematics is set as such. */
public final class LatexText {
    /** A bracket or star after the end of a row would be read as its argument, hence the braces. */
    private static final Map<Integer, String> ESCAPES = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '<', "\\textless{}"),
            Map.entry((int) '>', "\\textgreater{}"),
            Map.entry((int) '|', "\\textbar{}"),
            Map.entry((int) '"', "''"),
            Map.entry((int) '[', "{[}"),
            Map.entry((int) '*', "{*}"),
            Map.entry((int) '–', "\\textendash{}"),
            Map.entry((int) '—', "\\textemdash{}"),
            Map.entry((int) '…', "\\ldots{}"));

    private static final Pattern POWER_OF_TEN = Pattern.compile("(-?[\\d.]+)e(?:\\+|(-))0*(\\d+)");
    private static final Pattern NEGATIVE = Pattern.compile("-[\\d.]+");
    private static final Pattern STOPS = Pattern.compile("[,;:.!?]*$");

    private LatexText() {}

    public static String of(String text) {
        return Arrays.stream(text.split(" ", -1)).map(LatexText::word).collect(Collectors.joining(" "));
    }

    /** {@return the head of a column, where a lone letter is a symbol} */
    public static String head(String head) {
        return head.length() == 1 ? "$" + MathText.of(head) + "$" : of(head);
    }

    /** {@return a title, which may break at the dots of a chain of calls} */
    public static String breakable(String title) {
        return Chain.marked(title, "\\allowbreak{}", LatexText::of);
    }

    /** A stop behind a formula belongs to the sentence. */
    private static String word(String word) {
        String stops = STOPS.matcher(word).results().findFirst().orElseThrow().group();
        return part(word.substring(0, word.length() - stops.length())) + stops;
    }

    private static String part(String word) {
        Matcher power = POWER_OF_TEN.matcher(word);
        if (power.matches()) {
            return "$" + power.replaceFirst("$1\\\\times10^{$2$3}") + "$";
        }
        return NEGATIVE.matcher(word).matches() || MathText.isMath(word)
                ? "$" + MathText.of(word) + "$"
                : escaped(word);
    }

    private static String escaped(String word) {
        return word.codePoints()
                .mapToObj(c -> ESCAPES.getOrDefault(
                        c, Signs.isMath(c) ? "$" + MathText.of(Character.toString(c)) + "$" : Character.toString(c)))
                .collect(Collectors.joining())
                .replace("--", "-{}-");
    }
}
