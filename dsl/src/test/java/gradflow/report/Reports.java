package gradflow.report;

import gradflow.internal.kernel.Scaled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reports that several tests look at. */
final class Reports {
    static final String EXPRESSION = "rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20).gradNorms()";

    /** What PyTorch prints for this expression, t = 1..20. */
    private static final double[] NORMS = {
        2.366e-04, 3.749e-04, 5.940e-04, 9.413e-04, 1.493e-03, 2.364e-03, 3.745e-03, 5.939e-03, 9.409e-03, 1.491e-02,
        2.365e-02, 3.752e-02, 5.961e-02, 9.493e-02, 1.517e-01, 2.440e-01, 3.971e-01, 6.562e-01, 1.117e+00, 2.000e+00
    };

    private Reports() {}

    /** {@return a report as gradient norms have it, of the {@code steps} last steps} */
    static Report gradNorms(int steps) {
        List<Scaled> norms = IntStream.range(NORMS.length - steps, NORMS.length)
                .mapToObj(i -> Scaled.of(NORMS[i]))
                .toList();
        return gradNorms(norms, NORMS.length - steps + 1);
    }

    static Report gradNorms(List<Scaled> norms, int first) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < norms.size(); i++) {
            rows.add(List.of(
                    Cell.whole(first + i),
                    Cell.real(norms.get(i)),
                    i + 1 < norms.size() ? Cell.real(norms.get(i).over(norms.get(i + 1))) : Cell.blank(),
                    Cell.real(norms.get(i).log10())));
        }
        Table table = Table.of(
                        List.of(
                                Column.of("t"),
                                Column.of("‖∂L/∂h_t‖", Format.scientific(3)),
                                Column.of("ratio", Format.fixed(3)),
                                Column.of("log₁₀", Format.fixed(3))),
                        rows)
                .bars(1, true);
        return Report.of(
                EXPRESSION,
                List.of(
                        Fact.of("ρ(W_hh)", 0.6302138690789314, Format.fixed(3)),
                        Fact.of("‖W_hh‖₂", 0.64013, Format.fixed(3)),
                        Fact.of("T", 20)),
                table,
                List.of(
                        "Vanishing: each step back leaves 0.63 of ‖∂L/∂h_t‖, close to ρ(W_hh), and 20 steps leave 7.5e-05."),
                new Provenance(EXPRESSION, 0, "backpropagation through time"));
    }

    /** {@return norms that fall by {@code rate} a step, going back from 1} */
    static List<Scaled> falling(int steps, Scaled rate) {
        List<Scaled> norms = new ArrayList<>();
        for (int t = 0; t <= steps; t++) {
            norms.add(rate.power(steps - t));
        }
        return norms;
    }

    /** {@return every kind of cell, and what each format has to escape} */
    static Report everything() {
        List<List<Cell>> rows = List.of(
                List.of(Cell.text("a|b *c* <d> & \"e\""), Cell.real(0.631), Cell.whole(12)),
                List.of(Cell.text("σ_max, ρ^(T-t)"), Cell.real(1.5e-9), Cell.text("none")),
                List.of(Cell.text("日本語"), Cell.real(Double.NaN), Cell.whole(-3)),
                List.of(Cell.text("50 % of $x_y$\nC:\\new"), Cell.real(0), Cell.blank()),
                List.of(Cell.text("[i]"), Cell.real(Double.POSITIVE_INFINITY), Cell.whole(0)),
                List.of(Cell.blank(), Cell.real(Double.NEGATIVE_INFINITY), Cell.whole(1)),
                List.of(Cell.text(""), Cell.real(new Scaled(-1.5, -20000)), Cell.whole(Long.MAX_VALUE)));
        return table(
                "every kind of cell",
                List.of(Column.of("text"), Column.of("x", Format.significant(6)), Column.of("n")),
                rows);
    }

    static Report table(String title, List<Column> columns, List<List<Cell>> rows) {
        return Report.of(
                title,
                List.of(),
                new Table(columns, rows, Optional.empty()),
                List.of(),
                new Provenance("quiz()", 7, "by hand"));
    }

    static Report bars(Format format, boolean logarithmic, double... values) {
        List<List<Cell>> rows = new ArrayList<>();
        for (double value : values) {
            rows.add(List.of(Cell.real(value)));
        }
        Table table = Table.of(List.of(Column.of("x", format)), rows).bars(0, logarithmic);
        return Report.of("bars", List.of(), table, List.of(), new Provenance("bars", 0, "by hand"));
    }
}
