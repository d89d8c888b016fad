package gradflow.notes;

import gradflow.report.text.LatexText;
import java.util.stream.Collectors;

/** What stands before the body of a LaTeX document. */
final class LatexPreamble {
    /** From the bars of a table on: signs that no font of pdflatex has, drawn as a box. */
    private static final int BLOCKS = 0x2500;

    private static final String PREAMBLE = """
            \\documentclass[a4paper]{article}
            \\usepackage[T1]{fontenc}
            \\usepackage[utf8]{inputenc}
            \\usepackage{lmodern,textcomp,amsmath,amssymb,booktabs,graphicx,pgfplots}
            \\usepackage[hidelinks]{hyperref}
            \\pgfplotsset{compat=1.16}
            \\setlength{\\parindent}{0pt}
            \\setlength{\\parskip}{6pt plus 2pt}
            """;

    private LatexPreamble() {}

    /** {@return the packages that a body needs, and the signs that it has} */
    static String of(String body) {
        return PREAMBLE + signs(body);
    }

    /** {@return a definition for each sign that stands in code or in a text output, where it can't be a command} */
    private static String signs(String body) {
        return body.codePoints()
                .filter(c -> (c > 0x7F && !Character.isLetter(c))
                        || Character.UnicodeScript.of(c).equals(Character.UnicodeScript.GREEK))
                .distinct()
                .sorted()
                .mapToObj(LatexPreamble::sign)
                .collect(Collectors.joining());
    }

    private static String sign(int c) {
        String set = LatexText.of(Character.toString(c));
        String latex = set.startsWith("$")
                ? "\\ensuremath{" + set.replace("$", "") + "}"
                : c >= BLOCKS ? "\\rule{0.5em}{1.4ex}" : "";
        return latex.isEmpty() ? "" : "\\DeclareUnicodeCharacter{%04X}{%s}\n".formatted(c, latex);
    }
}
