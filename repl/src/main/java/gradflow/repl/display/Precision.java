package gradflow.repl.display;

import gradflow.internal.check.Numerals;
import gradflow.report.Column;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Report;
import gradflow.report.Table;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * With how many significant digits numbers are written.
 *
 * @param digits 1..{@value #MOST}; {@value #MOST} are all that a double has
 * @param tables whether tables too, whose columns have formats of their own
 */
public record Precision(int digits, boolean tables) {
    /** As many digits as a double has. */
    public static final int MOST = 17;

    /** Numbers as they read back, and tables as they are. */
    static final Precision ALL = new Precision(MOST, false);

    /** {@return six digits, and tables as they are} */
    public static Precision usual() {
        return new Precision(Digits.USUAL, false);
    }

    /** {@return so many digits, in tables too} */
    public static Precision of(int digits) {
        return new Precision(digits, true);
    }

    /** {@return for numbers that stand together: even where one alone is shown whole, a column of them isn't, unasked} */
    int together() {
        return tables ? digits : Digits.USUAL;
    }

    /** Rounding a whole number would only hide digits that take no more room. */
    String text(double x) {
        return digits >= MOST || !Double.isFinite(x) || x == Math.rint(x)
                ? Numerals.plain(x)
                : Numerals.plain(rounded(x));
    }

    String text(float x) {
        // As a double, 0.1f is 0.10000000149.
        return digits >= MOST ? Numerals.plain(Double.parseDouble(Float.toString(x))) : text((double) x);
    }

    private double rounded(double x) {
        return new BigDecimal(x).round(new MathContext(digits)).doubleValue();
    }

    Report of(Report report) {
        if (!tables) {
            return report;
        }
        Table table = report.table();
        return new Report(
                report.title(),
                report.facts().stream()
                        .map(fact -> new Fact(fact.name(), fact.value(), precise(fact.format())))
                        .toList(),
                new Table(
                        table.columns().stream()
                                .map(column -> new Column(column.head(), precise(column.format()), column.room()))
                                .toList(),
                        table.rows(),
                        table.bar()),
                report.closing(),
                report.provenance(),
                report.whole(),
                report.drawing());
    }

    private Format precise(Format format) {
        if (format instanceof Format.Scientific) {
            return Format.scientific(digits - 1);
        }
        return format instanceof Format.Fixed ? Format.fixed(digits) : Format.significant(digits);
    }
}
