package gradflow.repl.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds formulas in sentences: what stands around an equals sign, up to the next comma, semicolon or word. */
final class Formulas {
    /** A relation with a blank on both sides, as the house writes formulas in Unicode. */
    private static final Pattern RELATION = Pattern.compile(" (?:=|≤|≥|∼|~|∝) ");

    private static final String OPEN = "([{⟨";
    private static final String CLOSE = ")]}⟩";

    private Formulas() {}

    static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        for (String paragraph : text.lines().toList()) {
            Matcher relation = RELATION.matcher(paragraph);
            int from = 0;
            while (relation.find(from)) {
                int start = start(paragraph, relation.start());
                int end = end(paragraph, relation.end());
                String formula = paragraph.substring(start, end).strip();
                if (isFormula(formula)) {
                    found.add(formula);
                }
                from = Math.max(end, relation.end());
            }
        }
        return found.stream().distinct().toList();
    }

    /** Goes left over what can stand on a left side. */
    private static int start(String text, int relation) {
        int start = relation;
        int depth = 0;
        while (start > 0) {
            char c = text.charAt(start - 1);
            if (CLOSE.indexOf(c) >= 0) {
                depth++;
            } else if (OPEN.indexOf(c) >= 0) {
                if (depth == 0) {
                    break;
                }
                depth--;
            } else if (depth == 0 && (c == ',' || c == ';' || c == ':' || isWordEnd(text, start))) {
                break;
            }
            start--;
        }
        return start;
    }

    private static int end(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (OPEN.indexOf(c) >= 0) {
                depth++;
            } else if (CLOSE.indexOf(c) >= 0) {
                if (depth == 0) {
                    return i;
                }
                depth--;
            } else if (depth == 0) {
                boolean stop = c == ';' || c == ':' || c == '.' || c == ',';
                if ((stop && !isDigitAt(text, i + 1)) || (c == ' ' && isWordStart(text, i + 1))) {
                    return i;
                }
            }
        }
        return text.length();
    }

    private static boolean isDigitAt(String text, int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }

    /** {@return whether a plain word of three letters or more, which no formula holds, begins here} */
    private static boolean isWordStart(String text, int at) {
        int end = at;
        while (end < text.length() && isLatin(text.charAt(end))) {
            end++;
        }
        boolean whole = end == text.length() || " ,.;:".indexOf(text.charAt(end)) >= 0;
        String word = text.substring(at, end);
        return whole && !word.isEmpty() && !isName(word) && (end - at > 2 || isSmallWord(word));
    }

    private static boolean isWordEnd(String text, int end) {
        if (text.charAt(end - 1) != ' ') {
            return false;
        }
        int start = end - 1;
        while (start > 0 && text.charAt(start - 1) != ' ') {
            start--;
        }
        return isWordStart(text, start);
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSmallWord(String word) {
        return List.of(
                        "a", "an", "as", "at", "by", "if", "in", "is", "it", "of", "on", "or", "so", "to", "A", "In",
                        "So")
                .contains(word);
    }

    private static boolean isName(String word) {
        return List.of("max", "min", "sup", "inf", "lim", "sum", "tanh", "diag", "exp", "log", "sign", "ReLU", "std")
                .contains(word);
    }

    private static boolean isFormula(String text) {
        Matcher relation = RELATION.matcher(text);
        // A range such as t = 0 is no formula.
        return relation.find() && relation.start() > 1 && relation.end() < text.length();
    }
}
