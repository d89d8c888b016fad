package gradflow.notes;

import gradflow.report.text.LatexText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The formulas of a note. They are LaTeX already: taken out before Markdown reads their underscores, and put back. */
final class Formulas {
    private static final Pattern FORMULA =
            Pattern.compile("\\$\\$[^$]+\\$\\$|(?<![\\\\\\w$])\\$(?=[^\\s$])(?:[^$]*[^\\s$\\\\])?\\$(?!\\d)");

    private static final Pattern MARK = Pattern.compile("\uE000(\\d+)\uE001");

    private final List<String> formulas = new ArrayList<>();

    /** {@return Markdown with a mark in the place of each formula, but for what looks like one in code} */
    String marked(String markdown) {
        StringBuilder marked = new StringBuilder();
        StringBuilder prose = new StringBuilder();
        String fence = "";
        for (String line : (markdown + "\n").split("(?<=\n)", -1)) {
            String opening = line.strip()
                    .replaceFirst("^(?:> ?)*", "")
                    .replaceFirst("^(`{3,}|~{3,})?.*", "$1")
                    .strip();
            boolean code = !fence.isEmpty() || !opening.isEmpty();
            // A formula may go over lines, but not over the end of a paragraph or into a quotation.
            if (code || line.isBlank() || line.stripLeading().startsWith(">")) {
                marked.append(taken(prose));
                prose.setLength(0);
            }
            if (code) {
                marked.append(line);
                fence = fence.isEmpty() ? opening : opening.startsWith(fence) ? "" : fence;
            } else {
                prose.append(line);
            }
        }
        return marked.append(taken(prose)).toString();
    }

    private String taken(CharSequence prose) {
        return FORMULA.matcher(prose).replaceAll(found -> {
            formulas.add(found.group());
            return "\uE000" + (formulas.size() - 1) + "\uE001";
        });
    }

    /** {@return a text with its formulas in place, the rest as LaTeX} */
    String latex(String text) {
        StringBuilder latex = new StringBuilder();
        Matcher mark = MARK.matcher(text);
        int at = 0;
        while (mark.find()) {
            latex.append(LatexText.of(text.substring(at, mark.start()))).append(formula(mark.group(1)));
            at = mark.end();
        }
        return latex.append(LatexText.of(text.substring(at))).toString();
    }

    /** {@return a text as it was} */
    String literal(String text) {
        return MARK.matcher(text).replaceAll(mark -> Matcher.quoteReplacement(formula(mark.group(1))));
    }

    private String formula(String number) {
        return formulas.get(Integer.parseInt(number));
    }
}
