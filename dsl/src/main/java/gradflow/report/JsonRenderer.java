package gradflow.report;

import gradflow.report.text.NumberText;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A JSON object (RFC 8259). Its numerals carry every digit, also outside the range of a double; what isn't finite has no
 * numeral in JSON and is null, as is an empty place.
 */
final class JsonRenderer {
    private JsonRenderer() {}

    static String render(Report report) {
        Provenance provenance = report.provenance();
        return """
                {
                  "title": %s,
                  "expression": %s,
                  "seed": %s,
                  "method": %s,
                  "facts": {%s},
                  "columns": [%s],
                  "rows": [%s],
                  "closing": [%s]
                }""".formatted(
                string(report.title()),
                string(provenance.expression()),
                provenance.seed().isPresent() ? Long.toString(provenance.seed().getAsLong()) : "null",
                string(provenance.method()),
                lines(report.facts(), fact -> string(fact.name()) + ": " + value(fact.value())),
                list(report.table().columns(), column -> string(column.head())),
                lines(report.table().rows(), row -> "[" + list(row, JsonRenderer::value) + "]"),
                lines(report.closing(), JsonRenderer::string));
    }

    private static <T> String list(List<T> items, Function<T, String> json) {
        return items.stream().map(json).collect(Collectors.joining(", "));
    }

    private static <T> String lines(List<T> items, Function<T, String> json) {
        return items.isEmpty() ? "" : items.stream().map(json).collect(Collectors.joining(",\n    ", "\n    ", "\n  "));
    }

    private static String value(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return string(text.text());
        }
        if (cell instanceof Cell.Whole whole) {
            return Long.toString(whole.value());
        }
        return cell instanceof Cell.Real real && real.value().isFinite() ? NumberText.whole(real.value()) : "null";
    }

    private static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').appendCodePoint(c);
            } else if (c == '\n') {
                json.append("\\n");
            } else if (c < ' ' || Character.getType(c) == Character.SURROGATE) {
                json.append("\\u%04x".formatted(c));
            } else {
                json.appendCodePoint(c);
            }
        });
        return json.append('"').toString();
    }
}
