package gradflow.report.plot;

import gradflow.internal.kernel.Scaled;
import java.util.List;
import java.util.stream.IntStream;

/** Pictures that several tests look at. */
final class Plots {
    private Plots() {}

    static Series series(String name, double... values) {
        return new Series(
                name,
                IntStream.range(0, values.length)
                        .mapToObj(t -> new Series.Point(Scaled.of(t), Scaled.of(values[t])))
                        .toList());
    }

    static Plot norms(Series... series) {
        return Plot.curves(
                        "‖∂L/∂h_t‖ of a network",
                        "rnn().unroll(4).gradNorms()",
                        Axis.linear("t"),
                        Axis.logarithmic("‖∂L/∂h_t‖"),
                        List.of(series))
                .level(1);
    }

    /** An exact 0, ∞, a gap, and three numbers. */
    static Plot odd() {
        return norms(series("net", 0, 1e-4, Double.NaN, Double.POSITIVE_INFINITY, 1e-2, 1));
    }

    static Plot eigenvalues(double... parts) {
        return Plot.plane(
                "spectrum of W",
                "spectrum(w)",
                "λ",
                List.of(new Series(
                        "eigenvalues",
                        IntStream.range(0, parts.length / 2)
                                .mapToObj(k -> new Series.Point(Scaled.of(parts[2 * k]), Scaled.of(parts[2 * k + 1])))
                                .toList())));
    }
}
