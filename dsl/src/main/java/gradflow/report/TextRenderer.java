package gradflow.report;

import gradflow.report.text.FlatText;
import gradflow.report.text.Signs;
import gradflow.report.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A report for a terminal: title and facts, the table with its bars, the closing lines; blank lines between. */
final class TextRenderer {
    private static final String FACT_GAP = "   ";

    private final TextStyle style;
    private final UnaryOperator<String> signs;

    private TextRenderer(TextStyle style) {
        this.style = style;
        this.signs = style.signs() ? UnaryOperator.identity() : Signs::ascii;
    }

    static String render(Report report, TextStyle style) {
        return new TextRenderer(style).render(report);
    }

    private String render(Report report) {
        List<String> head = new ArrayList<>();
        Heading.titles(report).forEach(title -> head.addAll(Wrap.chain(signs.apply(title), style.width())));
        List<String> facts = Heading.facts(report).stream().map(signs).toList();
        head.addAll(Wrap.pieces(facts, FACT_GAP, style.width()));
        Shown shown = Shown.of(report);
        List<String> table = new ArrayList<>(
                style.spoken() ? SpokenTable.lines(shown, signs) : TextTable.lines(shown, style, signs));
        if (!shown.note().isEmpty()) {
            table.addAll(wrapped(shown.note()));
        }
        List<String> closing = new ArrayList<>();
        report.closing().forEach(line -> closing.addAll(wrapped(FlatText.of(line))));
        return List.of(head, table, closing).stream()
                .filter(block -> !block.isEmpty())
                .map(block -> String.join("\n", block))
                .collect(Collectors.joining("\n\n"));
    }

    private List<String> wrapped(String line) {
        return Wrap.words(signs.apply(line), style.width());
    }
}
