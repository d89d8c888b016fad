package gradflow.report;

import gradflow.report.text.Chain;
import gradflow.report.text.FlatText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An HTML fragment without any style of its own: the classes gradflow, facts, note, and n for numbers are for the page. */
final class HtmlRenderer {
    private HtmlRenderer() {}

    static String render(Report report) {
        Shown shown = Shown.of(report);
        String titles =
                Heading.titles(report).stream().map(HtmlRenderer::breakable).collect(Collectors.joining("<br>"));
        StringBuilder html = new StringBuilder("<figure class=\"gradflow\">\n");
        html.append("<figcaption>").append(titles).append("</figcaption>\n");
        html.append(paragraph(" class=\"facts\"", String.join(" · ", Heading.facts(report))));
        if (!shown.table().columns().isEmpty()) {
            html.append(table(shown));
        }
        html.append(paragraph(" class=\"note\"", shown.note()));
        report.closing().forEach(line -> html.append(paragraph("", FlatText.of(line))));
        return html.append("</figure>").toString();
    }

    private static String table(Shown shown) {
        List<List<String>> lines = shown.lines();
        String body = lines.stream().skip(1).map(line -> row(shown, "td", line)).collect(Collectors.joining());
        return "<table>\n<thead>\n" + row(shown, "th", lines.get(0)) + "</thead>\n<tbody>\n" + body
                + "</tbody>\n</table>\n";
    }

    private static String row(Shown shown, String tag, List<String> line) {
        return IntStream.range(0, line.size())
                .mapToObj(j -> "<" + tag + (shown.numeric().get(j) ? " class=\"n\">" : ">") + escaped(line.get(j))
                        + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String paragraph(String attribute, String text) {
        return text.isEmpty() ? "" : "<p" + attribute + ">" + escaped(text) + "</p>\n";
    }

    private static String breakable(String title) {
        return Chain.marked(title, "<wbr>", HtmlRenderer::escaped);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
