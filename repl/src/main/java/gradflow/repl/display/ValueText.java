package gradflow.repl.display;

import gradflow.repl.engine.SnippetNames;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.TextStyle;
import gradflow.report.plot.Plot;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * How a value is shown, at the prompt and by scripts. Arrays, matrices and collections stay small however many values
 * they hold; numbers read the same on every Java.
 */
public final class ValueText {
    private static final int PLOT_ROWS = 24;

    private static final int FEW_ENTRIES = 16;

    /** A line of the widest matrix that fits into memory anyway. */
    private static final int WIDE = 1 << 24;

    private final TextStyle style;
    private final Precision precision;
    private final boolean whole;
    private final boolean quotes;
    private final MatrixText matrices;
    private final SequenceText sequences;

    /**
     * @param width of a line, in characters
     * @param ascii whether to do without other signs
     */
    public ValueText(int width, boolean ascii) {
        this(ascii ? TextStyle.columns(width).ascii() : TextStyle.columns(width), Precision.ALL, false, false);
    }

    private ValueText(TextStyle style, Precision precision, boolean whole, boolean quotes) {
        this.style = style;
        this.precision = precision;
        this.whole = whole;
        this.quotes = quotes;
        Signs signs = Signs.of(!style.signs());
        matrices = new MatrixText(whole ? WIDE : style.width(), signs, precision.together(), whole);
        sequences = new SequenceText(style.width(), signs, precision.together(), whole);
    }

    /** {@return this for a screen reader: a table as lines in words, a plot as what it shows} */
    public ValueText spoken() {
        return new ValueText(style.forEars(), precision, whole, quotes);
    }

    /** {@return this, with numbers written so} */
    public ValueText with(Precision other) {
        return new ValueText(style, other, whole, quotes);
    }

    /** {@return this, with every row and entry, however many} */
    public ValueText whole() {
        return new ValueText(style, precision, true, quotes);
    }

    /**
     * {@return this, with texts as Java writes them: for who wants to know what a value is, and not to have it} One of several
     * lines is left as it is.
     */
    public ValueText quoting() {
        return new ValueText(style, precision, whole, true);
    }

    /** {@return the value as text; a result as its table} */
    public String of(@Nullable Object value) {
        if (value instanceof Result result) {
            Report report = precision.of(result.report());
            return (whole ? report.all() : report).text(style);
        }
        if (value instanceof Plot plot) {
            return style.spoken() ? PlotWords.of(plot) : plot.text(style.width(), PLOT_ROWS, style.signs());
        }
        if (value instanceof RealMatrix matrix) {
            return matrices.of(matrix.getRowDimension(), matrix.getColumnDimension(), matrix::getEntry);
        }
        if (value instanceof double[][] rows && isMatrix(rows)) {
            return matrices.of(rows.length, rows[0].length, (i, j) -> rows[i][j]);
        }
        return value instanceof String text && text.contains("\n") ? SnippetNames.text(text) : inline(value);
    }

    /** {@return the value in a few words on one line, which may be too long for it} */
    public String brief(@Nullable Object value) {
        if (value instanceof Result result) {
            Report report = result.report();
            return report.title()
                    + report.closing().stream()
                            .findFirst()
                            .map(line -> "; " + line)
                            .orElse("");
        }
        if (value instanceof Plot plot) {
            return "plot of " + plot.title();
        }
        if (value instanceof RealMatrix matrix) {
            return brief(matrix.getData());
        }
        if (value instanceof double[][] rows && isMatrix(rows)) {
            String size = rows.length + " " + Signs.of(!style.signs()).times() + " " + rows[0].length + " matrix";
            return rows.length * rows[0].length > FEW_ENTRIES ? size : size + " " + sequences.rows(rows);
        }
        if (quotes && value instanceof String text) {
            return sequences.text(text);
        }
        return of(value).strip().replaceAll("\\s*\n\\s*", " ");
    }

    private static boolean isMatrix(double[][] rows) {
        return rows.length > 0
                && Arrays.stream(rows).allMatch(row -> row != null && row.length > 0 && row.length == rows[0].length);
    }

    private String inline(@Nullable Object value) {
        if (value instanceof Double number) {
            return precision.text(number);
        }
        if (value instanceof Float number) {
            return precision.text(number);
        }
        if (quotes && value instanceof String text) {
            return sequences.text(text);
        }
        if (quotes && value instanceof Character sign) {
            return Quoted.of(sign);
        }
        if (value instanceof Complex complex) {
            return complex(complex);
        }
        if (value instanceof double[] numbers) {
            return sequences.numbers(numbers);
        }
        if (value instanceof RealVector vector) {
            return sequences.numbers(vector.toArray());
        }
        if (value instanceof Collection<?> items) {
            return collection(items);
        }
        if (value instanceof Map<?, ?> map) {
            List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
            return sequences.of("{", entries.size(), i -> entry(entries.get(i)), "}");
        }
        if (value != null && value.getClass().isArray()) {
            return sequences.of("[", Array.getLength(value), i -> inline(Array.get(value, i)), "]");
        }
        return value == null ? "null" : SnippetNames.text(value);
    }

    private String collection(Collection<?> items) {
        Object[] all = items.toArray();
        return sequences.of("[", all.length, i -> all[i] == items ? "(itself)" : inline(all[i]), "]");
    }

    private String entry(Map.Entry<?, ?> entry) {
        return inline(entry.getKey()) + "=" + inline(entry.getValue());
    }

    private String complex(Complex z) {
        String sign = z.getImaginary() < 0 ? " - " : " + ";
        return precision.text(z.getReal()) + sign + precision.text(Math.abs(z.getImaginary())) + "i";
    }
}
