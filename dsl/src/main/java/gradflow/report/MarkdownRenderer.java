package gradflow.report;

import gradflow.report.text.DisplayWidth;
import gradflow.report.text.FlatText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A GitHub table, in columns in the source too, so that a person can read it there and a diff is one line a row. */
final class MarkdownRenderer {
    private static final int LEAST_RULE = 3;

    private MarkdownRenderer() {}

    static String render(Report report) {
        Shown shown = Shown.of(report);
        List<String> blocks = new ArrayList<>();
        Heading.titles(report).forEach(title -> blocks.add("**" + escaped(title) + "**"));
        blocks.add(escaped(String.join(" · ", Heading.facts(report))));
        if (!shown.table().columns().isEmpty()) {
            blocks.add(table(shown));
        }
        blocks.add(escaped(shown.note()));
        report.closing().forEach(line -> blocks.add(escaped(FlatText.of(line))));
        return blocks.stream().filter(block -> !block.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private static String table(Shown shown) {
        List<List<String>> lines = shown.lines().stream()
                .map(line -> line.stream().map(MarkdownRenderer::cell).toList())
                .toList();
        List<Column> columns = shown.table().columns();
        int[] widths = IntStream.range(0, columns.size())
                .map(j -> lines.stream()
                        .mapToInt(line -> DisplayWidth.of(line.get(j)))
                        .reduce(LEAST_RULE, Math::max))
                .toArray();
        List<String> table = new ArrayList<>(lines.stream()
                .map(line -> row(IntStream.range(0, widths.length)
                        .mapToObj(j -> shown.numeric().get(j)
                                ? DisplayWidth.right(line.get(j), widths[j])
                                : DisplayWidth.left(line.get(j), widths[j]))
                        .toList()))
                .toList());
        table.add(
                1,
                row(IntStream.range(0, widths.length)
                        .mapToObj(j ->
                                "-".repeat(widths[j] - 1) + (shown.numeric().get(j) ? ":" : "-"))
                        .toList()));
        return String.join("\n", table);
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String cell(String text) {
        return inline(text).replace("|", "\\|");
    }

    /** What would start a list, a heading or a quotation at the beginning of a line is escaped there. */
    private static String escaped(String text) {
        return inline(text).replaceFirst("^(\\d*)([-+#=.)]+(?= |$)|>)", "$1\\\\$2");
    }

    /** An underscore within a word, as in h_t, is no emphasis on GitHub, and stays. */
    private static String inline(String text) {
        return text.replaceAll("[\\\\`*<\\[\\]~]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|&(?=[A-Za-z#])", "\\\\$0");
    }
}
