package gradflow.report;

import gradflow.report.text.NumberText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Comma-separated values as in RFC 4180, but for the line ends: a single line feed, which the tools that read it take as
 * well and a Unix pipe wants. Numbers that aren't finite are NaN, Infinity and -Infinity.
 */
final class CsvRenderer {
    private CsvRenderer() {}

    static String render(Report report) {
        Table table = report.table();
        Stream<String> head = Stream.of(line(
                table.columns().stream().map(column -> quoted(column.head())).toList()));
        Stream<String> rows = table.rows().stream()
                .map(row -> line(row.stream().map(CsvRenderer::field).toList()));
        return Stream.concat(head, rows).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> fields) {
        return String.join(",", fields);
    }

    private static String field(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return quoted(text.text());
        }
        if (cell instanceof Cell.Whole whole) {
            return Long.toString(whole.value());
        }
        return cell instanceof Cell.Real real ? NumberText.whole(real.value()) : "";
    }

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
