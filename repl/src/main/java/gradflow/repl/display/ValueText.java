package gradflow.repl.display;

import gradflow.internal.check.Numerals;
import gradflow.repl.engine.SnippetNames;
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

    private final TextStyle style;
    private final MatrixText matrices;
    private final SequenceText sequences;

    /**
     * @param width of a line, in characters
     * @param ascii whether to do without other signs
     */
    public ValueText(int width, boolean ascii) {
        style = ascii ? TextStyle.columns(width).ascii() : TextStyle.columns(width);
        Signs signs = Signs.of(ascii);
        matrices = new MatrixText(width, signs);
        sequences = new SequenceText(width, signs);
    }

    private ValueText(TextStyle style, MatrixText matrices, SequenceText sequences) {
        this.style = style;
        this.matrices = matrices;
        this.sequences = sequences;
    }

    /** {@return this, with no bars beside a table: a screen reader would spell them} */
    public ValueText withoutBars() {
        return new ValueText(style.noBars(), matrices, sequences);
    }

    /** {@return the value as text; a result as its table} */
    public String of(@Nullable Object value) {
        if (value instanceof Result result) {
            return result.report().text(style);
        }
        if (value instanceof Plot plot) {
            return plot.text(style.width(), PLOT_ROWS, style.signs());
        }
        if (value instanceof RealMatrix matrix) {
            return matrices.of(matrix.getRowDimension(), matrix.getColumnDimension(), matrix::getEntry);
        }
        if (value instanceof double[][] rows && isMatrix(rows)) {
            return matrices.of(rows.length, rows[0].length, (i, j) -> rows[i][j]);
        }
        return inline(value);
    }

    private static boolean isMatrix(double[][] rows) {
        return rows.length > 0
                && Arrays.stream(rows).allMatch(row -> row != null && row.length > 0 && row.length == rows[0].length);
    }

    private String inline(@Nullable Object value) {
        if (value instanceof Double number) {
            return Numerals.plain(number);
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

    private static String complex(Complex z) {
        String sign = z.getImaginary() < 0 ? " - " : " + ";
        return Numerals.plain(z.getReal()) + sign + Numerals.plain(Math.abs(z.getImaginary())) + "i";
    }
}
