package gradflow.report;

import gradflow.internal.check.Refusal;
import gradflow.report.plot.Plot;
import java.util.List;
import java.util.Optional;

/**
 * What a result shows: a title, facts, a table, and closing lines that say in words what the numbers mean.
 *
 * @param title names what was asked, and of which network
 * @param facts named values above the table
 * @param table the rows
 * @param closing lines under the table: the verdict, findings, what was left out
 * @param provenance where the numbers come from
 * @param whole whether every row is shown; if not, a long table leaves rows out by a rule that it states
 * @param drawing how the numbers become a picture, if there is one
 */
public record Report(
        String title,
        List<Fact> facts,
        Table table,
        List<String> closing,
        Provenance provenance,
        boolean whole,
        Optional<Drawing> drawing)
        implements Result {

    /** Copies. */
    public Report {
        facts = List.copyOf(facts);
        closing = List.copyOf(closing);
    }

    /** A report without a picture. */
    public Report(
            String title, List<Fact> facts, Table table, List<String> closing, Provenance provenance, boolean whole) {
        this(title, facts, table, closing, provenance, whole, Optional.empty());
    }

    /** {@return a report that leaves out rows of a long table} */
    public static Report of(String title, List<Fact> facts, Table table, List<String> closing, Provenance provenance) {
        return new Report(title, facts, table, closing, provenance, false, Optional.empty());
    }

    /** {@return this report, with a picture} */
    public Report drawn(Drawing how) {
        return new Report(title, facts, table, closing, provenance, whole, Optional.of(how));
    }

    @Override
    public Plot plot() {
        return drawing.orElseThrow(() -> new Refusal(
                        "plot(): this answer has no series of numbers to draw",
                        provenance.expression() + ".plot()",
                        "its table: markdown(), latex(), html(), csv() or json()"))
                .of(this);
    }

    @Override
    public Report report() {
        return this;
    }

    @Override
    public Report all() {
        return new Report(title, facts, table, closing, provenance, true, drawing);
    }

    /** {@return this report as text of 80 columns: what a prompt shows} */
    public String text() {
        return text(TextStyle.usual());
    }

    /** {@return this report as text for a terminal of this style} */
    public String text(TextStyle style) {
        return TextRenderer.render(this, style);
    }

    @Override
    public String markdown() {
        return MarkdownRenderer.render(this);
    }

    @Override
    public String latex() {
        return LatexRenderer.render(this);
    }

    @Override
    public String csv() {
        return CsvRenderer.render(this);
    }

    @Override
    public String json() {
        return JsonRenderer.render(this);
    }

    @Override
    public String html() {
        return HtmlRenderer.render(this);
    }

    /** {@return {@link #text()}} */
    @Override
    public String toString() {
        return text();
    }
}
