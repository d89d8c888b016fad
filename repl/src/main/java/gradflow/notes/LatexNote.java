package gradflow.notes;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
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
    private static final Pattern RULE = Pattern.compile("\\|?\\s*:?-+:?\\s*(\\|\\s*:?-+:?\\s*)*\\|?");
    private static final List<String> SECTIONS =
            List.of("section*", "subsection*", "subsubsection*", "paragraph", "subparagraph", "subparagraph");

    private final StringBuilder latex = new StringBuilder();
    private final Formulas formulas = new Formulas();
    private final Iterator<Reconciled> blocks;
    private boolean inOutput;

    private LatexNote(Iterator<Reconciled> blocks) {
        this.blocks = blocks;
    }

    static String of(NoteRun run, String woven) {
        LatexNote note = new LatexNote(run.parts().stream()
                .filter(part -> part.ran().part() instanceof Part.Block)
                .iterator());
        Parser.builder().build().parse(note.formulas.marked(woven)).accept(note);
        String body = note.latex.toString().replaceAll("\n{3,}", "\n\n").strip();
        return LatexPreamble.of(body) + "\\begin{document}\n\n" + body + "\n\n\\end{document}\n";
    }

    private void around(String before, Node node, String after) {
        latex.append(before);
        visitChildren(node);
        latex.append(after);
    }

    private void verbatim(String text) {
        latex.append("\n\\begin{verbatim}\n")
                .append(formulas.literal(text).stripTrailing().replace("\\end{verbatim}", "\\ end{verbatim}"))
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
            latex.append(formulas.latex(comment.replaceAll("(?s)<!--.*?-->", "").strip()))
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
                            : cells(lines[i]).stream().map(formulas::latex).collect(Collectors.joining(" & "))
                                    + " \\\\\n");
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
        latex.append(formulas.latex(text.getLiteral()));
    }

    @Override
    public void visit(Code code) {
        latex.append("\\texttt{")
                .append(typewriter(formulas.literal(code.getLiteral())))
                .append('}');
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
