package gradflow.report.plot;

import gradflow.report.text.LatexText;
import gradflow.report.text.Signs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label with indices and powers, as h_t, W_hh, w^20, ρ^(T−t) or 10^{-4}, in runs on, below and above the line.
 *
 * @param text a part of the label
 * @param level −1 below the line, 0 on it, 1 above
 */
record Script(String text, int level) {
    /** After a lone letter, so that the name of a file or a network stays as it is. */
    private static final Pattern SCRIPT = Pattern.compile("(?<=(?<!\\p{L})\\p{L})_(?:\\{([^{}]*)\\}|(\\p{Alnum}+))"
            + "|\\^\\{([^{}]*)\\}|\\^\\(([^()]*)\\)|(?<=(?<!\\p{L})\\p{L})\\^(\\p{Alnum}+)");

    /** Size of an index, beside that of its letter. */
    static final double SMALL = 0.72;

    /** How far an index is lowered, in sizes of its letter. */
    private static final double BELOW = 0.22;

    /** How far a power is raised. */
    private static final double ABOVE = 0.38;

    private static final Pattern POWER_OF_TEN = Pattern.compile("10\\^\\{(-?)(\\d+)\\}");
    private static final int GROUPS_BELOW = 2;
    private static final int GROUPS = 5;

    static List<Script> of(String label) {
        List<Script> runs = new ArrayList<>();
        Matcher matcher = SCRIPT.matcher(label);
        int at = 0;
        while (matcher.find()) {
            if (matcher.start() > at) {
                runs.add(new Script(label.substring(at, matcher.start()), 0));
            }
            for (int group = 1; group <= GROUPS; group++) {
                if (matcher.group(group) != null) {
                    runs.add(new Script(matcher.group(group), group <= GROUPS_BELOW ? -1 : 1));
                }
            }
            at = matcher.end();
        }
        if (at < label.length()) {
            runs.add(new Script(label.substring(at), 0));
        }
        return runs;
    }

    /** {@return the label for a terminal: 10⁻⁴, or 1e-04 without signs beyond ASCII} */
    static String plain(String label, boolean signs) {
        Matcher power = POWER_OF_TEN.matcher(label);
        if (!power.matches()) {
            return signs ? label : Signs.ascii(label);
        }
        String digits = power.group(2);
        if (!signs) {
            return "1e" + (power.group(1).isEmpty() ? "+" : "-") + (digits.length() < 2 ? "0" : "") + digits;
        }
        StringBuilder raised = new StringBuilder("10").append(power.group(1).isEmpty() ? "" : "⁻");
        digits.chars().forEach(digit -> raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')));
        return raised.toString();
    }

    static String latex(String label) {
        return POWER_OF_TEN.matcher(label).matches() ? "$" + label + "$" : LatexText.of(label);
    }

    /** {@return how many letters of full size the label is about as wide as} */
    static double length(String label) {
        return of(label).stream()
                .mapToDouble(run -> run.text().length() * (run.level() == 0 ? 1 : SMALL))
                .sum();
    }

    /** {@return how far below the line this run stands, beside letters of this size} */
    double drop(double size) {
        return level < 0 ? size * BELOW : level > 0 ? -size * ABOVE : 0;
    }
}
