package gradflow.notes;

import gradflow.repl.display.ValueText;
import gradflow.report.Column;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import gradflow.report.TextStyle;
import gradflow.report.plot.Plot;
import gradflow.report.text.LatexText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Which form a value takes in a note. */
final class Forms {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 24;
    private static final Format EXACT = Format.significant(17);

    private final BlockOptions options;
    private final TextStyle style;
    private final ValueText values;

    Forms(BlockOptions options) {
        this.options = options;
        boolean unicode = options.value("text").filter("unicode"::equals).isPresent();
        style = unicode ? TextStyle.columns(WIDTH) : TextStyle.columns(WIDTH).ascii();
        values = new ValueText(WIDTH, !unicode);
    }

    /** {@return the value as the options ask for it, or as its type suggests} */
    Output of(@Nullable Object value) throws Unfit {
        if (options.has("figure")) {
            return figure(value);
        }
        if (value instanceof Result result) {
            return of(result.report());
        }
        if (value instanceof Plot plot) {
            String drawn = plot.text(WIDTH, HEIGHT, style.signs());
            return Output.text(drawn, drawn).latex(plot.tex()).drawing(plot);
        }
        if (options.has("table")) {
            String text = String.valueOf(value);
            if (!text.startsWith("|")) {
                throw new Unfit("table: this value is no table, and no text that begins with |");
            }
            return Output.markdown(text.stripTrailing(), text.stripTrailing());
        }
        Output plain = plain(value);
        return options.has("text") ? plain.below() : plain;
    }

    /** A value that can't take the form that the author asks for. */
    static final class Unfit extends Exception {
        Unfit(String message) {
            super(message);
        }
    }

    private Output of(Report report) {
        Report shown = digits(report);
        Report exact = formatted(report, format -> EXACT);
        if (options.has("text") && !options.has("table")) {
            return Output.text(shown.text(style), exact.text(style)).latex(shown.latex());
        }
        return options.has("table")
                ? Output.markdown(tableAlone(shown), tableAlone(exact)).latex(tabular(shown))
                : Output.markdown(shown.markdown(), exact.markdown()).latex(shown.latex());
    }

    private Report digits(Report report) {
        int digits = options.digits();
        return !options.saysDigits()
                ? report
                : formatted(
                        report,
                        format -> digits == 0
                                ? EXACT
                                : format instanceof Format.Scientific
                                        ? Format.scientific(digits - 1)
                                        : Format.significant(digits));
    }

    private static Report formatted(Report report, UnaryOperator<Format> change) {
        Table table = report.table();
        Report changed = Report.of(
                report.title(),
                report.facts().stream()
                        .map(fact -> new Fact(fact.name(), fact.value(), change.apply(fact.format())))
                        .toList(),
                new Table(
                        table.columns().stream()
                                .map(column -> new Column(column.head(), change.apply(column.format()), column.room()))
                                .toList(),
                        table.rows(),
                        table.bar()),
                report.closing(),
                report.provenance());
        return report.whole() ? changed.all() : changed;
    }

    /** {@return the table of a report in Markdown, and below it what it says that it leaves out} */
    private static String tableAlone(Report report) {
        List<String> kept = new ArrayList<>();
        String[] blocks = report.markdown().split("\n\n", -1);
        for (int i = 0; i < blocks.length; i++) {
            if (blocks[i].matches("(?s)\\|[^\n]*\n\\|[-: |]+\\|(\n.*)?")) {
                kept.add(blocks[i]);
                boolean cut = blocks[i].lines().count() < report.table().rows().size() + 2;
                if (cut && i + 1 < blocks.length) {
                    kept.add(blocks[i + 1]);
                }
            }
        }
        return String.join("\n\n", kept);
    }

    /** {@return the table of a report in LaTeX} */
    private static String tabular(Report report) {
        String latex = report.latex();
        int from = latex.indexOf("\\begin{tabular}");
        int to = latex.indexOf("\\end{tabular}");
        return from < 0 ? latex : "\\begin{center}\n" + latex.substring(from, to) + "\\end{tabular}\n\\end{center}";
    }

    private Output plain(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            String exact = values.of(number);
            int digits = options.digits();
            return Output.line(digits == 0 || !Double.isFinite(number) ? exact : NumberForm.of(number, digits), exact);
        }
        String text = values.of(value).stripTrailing();
        if (text.isEmpty()) {
            text = "\"\"";
        }
        boolean oneLine = text.length() <= WIDTH && text.chars().noneMatch(Character::isISOControl);
        return oneLine ? Output.line(text, text) : Output.text(text, text);
    }

    private Output figure(@Nullable Object value) throws Unfit {
        if (value instanceof Plot || value instanceof Result) {
            Plot plot = value instanceof Plot drawn ? drawn : ((Result) value).plot();
            String caption = LatexText.of(options.value("alt").orElse(plot.title()));
            return picture(plot.svg())
                    .latex("\\begin{figure}[htbp]\n\\centering\n" + plot.tex() + "\n\\caption{" + caption
                            + "}\n\\end{figure}")
                    .drawing(plot);
        }
        String text = String.valueOf(value).strip();
        if (!text.startsWith("<svg") && !(text.startsWith("<?xml") && text.contains("<svg"))) {
            throw new Unfit("figure: this value has no picture: end the block with a plot, or with the text of an SVG");
        }
        return picture(text + "\n");
    }

    private Output picture(String svg) {
        String path = options.value("figure").orElseThrow();
        String target = path.matches("[\\w./-]+") ? path : "<" + path.replaceAll("([<>])", "\\\\$1") + ">";
        String alt = options.value("alt").orElse("").replaceAll("([\\[\\]\\\\])", "\\\\$1");
        String link = "![" + alt + "](" + target + ")";
        return new Output(link, link, Output.Kind.MARKDOWN, Optional.of(svg), Optional.empty(), Optional.empty());
    }
}
