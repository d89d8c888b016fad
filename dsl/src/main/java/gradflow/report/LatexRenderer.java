package gradflow.report;

import gradflow.report.text.FlatText;
import gradflow.report.text.LatexText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A LaTeX table for pdflatex, with the packages booktabs and amssymb. */
final class LatexRenderer {
    private LatexRenderer() {}

    static String render(Report report) {
        Shown shown = Shown.of(report);
        String titles =
                Heading.titles(report).stream().map(LatexText::breakable).collect(Collectors.joining("; "));
        String facts = Heading.facts(report).stream().map(LatexText::of).collect(Collectors.joining("\\quad\n"));
        StringBuilder latex = new StringBuilder("% \\usepackage{booktabs,amssymb}\n\\begin{table}\n\\centering\n");
        latex.append("\\caption{").append(titles).append("}\n");
        latex.append(facts).append("\n\\par\\medskip\n");
        if (!shown.table().columns().isEmpty()) {
            latex.append(tabular(shown));
        }
        List<String> below = IntStream.range(-1, report.closing().size())
                .mapToObj(i -> i < 0 ? shown.note() : report.closing().get(i))
                .filter(line -> !line.isEmpty())
                .map(line -> LatexText.of(FlatText.of(line)))
                .toList();
        if (!below.isEmpty()) {
            latex.append("\\par\\medskip\n\\parbox{\\linewidth}{\\raggedright\n")
                    .append(String.join("\\par\n", below))
                    .append("}\n");
        }
        return latex.append("\\end{table}").toString();
    }

    private static String tabular(Shown shown) {
        List<List<String>> lines = shown.lines();
        String columns = IntStream.range(0, lines.get(0).size())
                .mapToObj(j -> shown.numeric().get(j) ? "r" : "l")
                .collect(Collectors.joining());
        return "\\begin{tabular}{" + columns + "}\n\\toprule\n"
                + row(lines.get(0).stream().map(LatexText::head).toList())
                + "\\midrule\n"
                + lines.stream()
                        .skip(1)
                        .map(line -> row(line.stream().map(LatexText::of).toList()))
                        .collect(Collectors.joining())
                + "\\bottomrule\n\\end{tabular}\n";
    }

    private static String row(List<String> cells) {
        return String.join(" & ", cells) + " \\\\\n";
    }
}
