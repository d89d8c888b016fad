package gradflow.report;

import gradflow.internal.kernel.Scaled;
import java.util.List;
import java.util.Optional;

/**
 * Bars of up to so many cells of a terminal. Logarithmic ones run from the smallest to the largest finite positive value,
 * over one decade at least: values that hardly differ must not look as if they did. The others start from 0. Every
 * positive value is seen, if only as a sliver; what isn't positive has no bar; what overflowed has a full one.
 */
final class Bars {
    private static final String EIGHTHS = "▏▎▍▌▋▊▉█";

    private final boolean logarithmic;
    private final Scaled largest;
    private final double decades;

    private Bars(List<Scaled> values, boolean logarithmic) {
        this.logarithmic = logarithmic;
        List<Scaled> bounds = values.stream().filter(Scaled::isFinite).sorted().toList();
        largest = bounds.isEmpty() ? Scaled.of(1) : bounds.get(bounds.size() - 1);
        decades = bounds.isEmpty()
                ? 1
                : Math.max(1, largest.log10() - bounds.get(0).log10());
    }

    static List<String> of(Table table, Bar bar, int cells, boolean signs) {
        List<Optional<Scaled>> values = table.rows().stream()
                .map(row -> positive(row.get(bar.column())))
                .toList();
        Bars bars = new Bars(values.stream().flatMap(Optional::stream).toList(), bar.logarithmic());
        return values.stream()
                .map(value -> value.map(x -> draw(bars.share(x) * cells, signs)).orElse(""))
                .toList();
    }

    private static Optional<Scaled> positive(Cell cell) {
        Scaled value = cell instanceof Cell.Real real
                ? real.value()
                : cell instanceof Cell.Whole whole ? Scaled.of((double) whole.value()) : Scaled.ZERO;
        return Optional.of(value).filter(x -> x.significand() > 0);
    }

    private double share(Scaled x) {
        if (!x.isFinite()) {
            return 1;
        }
        return logarithmic
                ? 1 - (largest.log10() - x.log10()) / decades
                : x.over(largest).value();
    }

    private static String draw(double cells, boolean signs) {
        if (!signs) {
            return "#".repeat((int) Math.max(1, Math.round(cells)));
        }
        int eighths = (int) Math.max(1, Math.round(cells * EIGHTHS.length()));
        int rest = eighths % EIGHTHS.length();
        return "█".repeat(eighths / EIGHTHS.length()) + (rest == 0 ? "" : EIGHTHS.charAt(rest - 1));
    }
}
