package gradflow.notes;

import gradflow.report.text.LatexText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** A woven note as a LaTeX document for pdflatex: tables by booktabs, figures by pgfplots, formulas as they stand. */
final class LatexNote extends AbstractVisitor {
    /** Formulas are LaTeX already; taken out before Markdown reads their underscores, and put back. */
    private static final Pattern FORMULA =
            Pattern.compile("\\$\\$[^$]+\\$\\$|(?<![\\\\\\w$])\\$(?=[^\\s$])(?:[^$]*[^\\s$\\\\])?\\$(?!\\d)");

    private static final Pattern KEPT = Pattern.compile("\uE000(\\d+)\uE001");
    private static final Pattern RULE = Pattern.compile("\\|?\\s*:?-+:?\\s*(\\|\\s*:?-+:?\\s*)*\\|?");
    private static final List<String> SECTIONS =
            List.of("section*", "subsection*", "subsubsection*", "paragraph", "subparagraph", "subparagraph");

    /** From the bars of a table on: signs that no font of pdflatex has, drawn as a box. */
    private static final int BLOCKS = 0x2500;

    private final StringBuilder latex = new StringBuilder();
    private final List<String> formulas = new ArrayList<>();
    private final Iterator<Reconciled> blocks;
    private boolean inOutput;

    private LatexNote(Iterator<Reconciled> blocks) {
        this.blocks = blocks;
    }

    static String of(NoteRun run, String woven) {
        LatexNote note = new LatexNote(run.parts().stream()
                .filter(part -> part.ran().part() instanceof Part.Block)
                .iterator());
        Parser.builder().build().parse(note.withoutFormulas(woven)).accept(note);
        String body = note.latex.toString().replaceAll("\n{3,}", "\n\n").strip();
        return PREAMBLE + signs(body) + "\\begin{document}\n\n" + body + "\n\n\\end{document}\n";
    }

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

    /** {@return a definition for each sign that stands in code or in a text output, where it can't be a command} */
    private static String signs(String body) {
        return body.codePoints()
                .filter(c -> (c > 0x7F && !Character.isLetter(c))
                        || Character.UnicodeScript.of(c).equals(Character.UnicodeScript.GREEK))
                .distinct()
                .sorted()
                .mapToObj(LatexNote::sign)
                .collect(Collectors.joining());
    }

    private static String sign(int c) {
        String set = LatexText.of(Character.toString(c));
        String latex = set.startsWith("$")
                ? "\\ensuremath{" + set.replace("$", "") + "}"
                : c >= BLOCKS ? "\\rule{0.5em}{1.4ex}" : "";
        return latex.isEmpty() ? "" : "\\DeclareUnicodeCharacter{%04X}{%s}\n".formatted(c, latex);
    }

    private String withoutFormulas(String text) {
        StringBuilder kept = new StringBuilder();
        StringBuilder prose = new StringBuilder();
        String fence = "";
        for (String line : (text + "\n").split("(?<=\n)", -1)) {
            String opening = line.strip()
                    .replaceFirst("^(?:> ?)*", "")
                    .replaceFirst("^(`{3,}|~{3,})?.*", "$1")
                    .strip();
            if (fence.isEmpty() && opening.isEmpty()) {
                // A formula may go over lines, but not over the end of a paragraph or into a quotation.
                if (line.isBlank() || line.stripLeading().startsWith(">")) {
                    kept.append(marked(prose));
                    prose.setLength(0);
                }
                prose.append(line);
            } else {
                kept.append(marked(prose)).append(line);
                prose.setLength(0);
                fence = fence.isEmpty() ? opening : opening.startsWith(fence) ? "" : fence;
            }
        }
        return kept.append(marked(prose)).toString();
    }

    /** {@return prose with a mark in the place of each formula} */
    private String marked(CharSequence prose) {
        return FORMULA.matcher(prose).replaceAll(found -> {
            formulas.add(found.group());
            return "\uE000" + (formulas.size() - 1) + "\uE001";
        });
    }

    /** {@return a text with its formulas in place, the rest as LaTeX} */
    private String prose(String text) {
        StringBuilder prose = new StringBuilder();
        Matcher formula = KEPT.matcher(text);
        int at = 0;
        while (formula.find()) {
            prose.append(LatexText.of(text.substring(at, formula.start())));
            prose.append(formulas.get(Integer.parseInt(formula.group(1))));
            at = formula.end();
        }
        return prose.append(LatexText.of(text.substring(at))).toString();
    }

    private String literal(String text) {
        return KEPT.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(formulas.get(Integer.parseInt(found.group(1)))));
    }

    private void around(String before, Node node, String after) {
        latex.append(before);
        visitChildren(node);
        latex.append(after);
    }

    private void verbatim(String text) {
        latex.append("\n\\begin{verbatim}\n")
                .append(literal(text).stripTrailing().replace("\\end{verbatim}", "\\ end{verbatim}"))
                .append("\n\\end{verbatim}\n\n");
    }

    @Override
    protected void visitChildren(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (!inOutput || node instanceof HtmlBlock) {
                node.accept(this);
            }
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        String comment = html.getLiteral();
        if (comment.contains("gradflow:out")) {
            inOutput = true;
        } else if (comment.contains("gradflow:end")) {
            inOutput = false;
        } else if (comment.contains("gradflow:=")) {
            latex.append(prose(comment.replaceAll("(?s)<!--.*?-->", "").strip()))
                    .append("\n\n");
        }
    }

    @Override
    public void visit(FencedCodeBlock fence) {
        boolean java =
                String.valueOf(fence.getInfo()).strip().split("\\s", 2)[0].equalsIgnoreCase("java");
        verbatim(fence.getLiteral());
        if (java && blocks.hasNext()) {
            blocks.next().ran().below().forEach(this::output);
        }
    }

    private void output(Output output) {
        if (output.latex().isPresent()) {
            latex.append(output.latex().get()).append("\n\n");
        } else {
            verbatim(output.text());
        }
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        verbatim(code.getLiteral());
    }

    @Override
    public void visit(Heading heading) {
        around("\n\\" + SECTIONS.get(heading.getLevel() - 1) + "{", heading, "}\n\n");
    }

    @Override
    public void visit(Paragraph paragraph) {
        StringBuilder source = new StringBuilder();
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            source.append(
                    node instanceof Text text
                            ? text.getLiteral()
                            : node instanceof SoftLineBreak
                                    ? "\n"
                                    : node instanceof Code code ? code.getLiteral() : "");
        }
        String[] lines = source.toString().split("\n");
        if (lines.length > 1
                && lines[0].contains("|")
                && RULE.matcher(lines[1].strip()).matches()) {
            table(lines);
        } else {
            around("", paragraph, "\n\n");
        }
    }

    private void table(String[] lines) {
        List<String> cells = cells(lines[1]);
        latex.append("\\begin{center}\n\\begin{tabular}{")
                .append(cells.stream()
                        .map(cell -> cell.endsWith(":") ? "r" : "l")
                        .collect(Collectors.joining()))
                .append("}\n\\toprule\n");
        for (int i = 0; i < lines.length; i++) {
            latex.append(
                    i == 1
                            ? "\\midrule\n"
                            : cells(lines[i]).stream().map(this::prose).collect(Collectors.joining(" & ")) + " \\\\\n");
        }
        latex.append("\\bottomrule\n\\end{tabular}\n\\end{center}\n\n");
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.strip().replaceAll("^\\||\\|$", "").split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    @Override
    public void visit(BlockQuote quote) {
        around("\\begin{quote}\n", quote, "\\end{quote}\n\n");
    }

    @Override
    public void visit(BulletList list) {
        around("\\begin{itemize}\n", list, "\\end{itemize}\n\n");
    }

    @Override
    public void visit(OrderedList list) {
        around("\\begin{enumerate}\n", list, "\\end{enumerate}\n\n");
    }

    @Override
    public void visit(ListItem item) {
        around("\\item ", item, "");
    }

    @Override
    public void visit(ThematicBreak rule) {
        latex.append("\\par\\noindent\\hrulefill\\par\n\n");
    }

    @Override
    public void visit(Text text) {
        latex.append(prose(text.getLiteral()));
    }

    @Override
    public void visit(Code code) {
        latex.append("\\texttt{").append(typewriter(literal(code.getLiteral()))).append('}');
    }

    /** Code is no mathematics: x_1 in it is a name. */
    private static String typewriter(String code) {
        return code.chars()
                .mapToObj(c -> switch (c) {
                    case '\\' -> "\\textbackslash{}";
                    case '^' -> "\\textasciicircum{}";
                    case '~' -> "\\textasciitilde{}";
                    case '{', '}', '$', '&', '%', '#', '_' -> "\\" + (char) c;
                    default -> Character.toString(c);
                })
                .collect(Collectors.joining());
    }

    @Override
    public void visit(Emphasis emphasis) {
        around("\\emph{", emphasis, "}");
    }

    @Override
    public void visit(StrongEmphasis strong) {
        around("\\textbf{", strong, "}");
    }

    @Override
    public void visit(Link link) {
        around("\\href{" + link.getDestination().replaceAll("([%#\\\\])", "\\\\$1") + "}{", link, "}");
    }

    @Override
    public void visit(Image image) {
        around("\\includegraphics[width=\\linewidth]{" + image.getDestination() + "} % ", image, "\n");
    }

    @Override
    public void visit(SoftLineBreak line) {
        latex.append('\n');
    }

    @Override
    public void visit(HardLineBreak line) {
        latex.append("\\\\\n");
    }
}
