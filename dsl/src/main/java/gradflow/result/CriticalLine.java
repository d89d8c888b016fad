package gradflow.result;

import gradflow.internal.analysis.LengthMap;
import gradflow.internal.analysis.MeanFieldTheory;
import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.check.Refusal;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Curves;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The line χ₁ = 1 in the plane of σ_b² and σ_w², between order and chaos. A point of it has the length q for which
 * σ_w² = 1/E φ′²(√q z) and σ_b² = q − σ_w²·E φ²(√q z).
 *
 * @see "Schoenholz, Gilmer, Ganguli, Sohl-Dickstein (2017), Deep information propagation, §3"
 */
public final class CriticalLine implements Result {
    private static final double MOST = 1e100;

    private final LengthMap map;
    private final String expression;
    private final List<Double> biasVariances;
    private final List<MeanFieldTheory.Critical> points;

    private CriticalLine(
            LengthMap map, String expression, List<Double> biasVariances, List<MeanFieldTheory.Critical> points) {
        this.map = map;
        this.expression = expression;
        this.biasVariances = biasVariances;
        this.points = points;
    }

    static CriticalLine of(LengthMap map, String subject, double... biasVariances) {
        String word = "criticalLine(σ_b²…)";
        String remedy = "criticalLine(0.01, 0.05, 0.1)";
        String expression = subject + ".criticalLine("
                + Arrays.stream(biasVariances).mapToObj(Numerals::plain).collect(Collectors.joining(", ")) + ")";
        if (biasVariances.length == 0) {
            throw new Refusal(word + ": at least one variance is wanted", expression, remedy);
        }
        List<MeanFieldTheory.Critical> points = new ArrayList<>();
        for (double variance : biasVariances) {
            Check.notNegative(variance, word, "σ_b²", expression, remedy);
            if (variance > MOST) {
                throw new Refusal(
                        word + ": σ_b² must be at most 1e100, but was " + Numerals.plain(variance), expression, remedy);
            }
            points.add(MeanFieldTheory.critical(map, variance));
        }
        return new CriticalLine(
                map, expression, Arrays.stream(biasVariances).boxed().toList(), List.copyOf(points));
    }

    /** {@return the critical σ_w², one for each σ_b² asked for} */
    public double[] values() {
        return points.stream().mapToDouble(MeanFieldTheory.Critical::weight).toArray();
    }

    /** {@return q* at these points} */
    public double[] lengths() {
        return points.stream().mapToDouble(MeanFieldTheory.Critical::q).toArray();
    }

    @Override
    public Report report() {
        Format format = Format.significant(9);
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            MeanFieldTheory.Critical point = points.get(i);
            rows.add(List.of(
                    Cell.real(biasVariances.get(i)),
                    Cell.real(point.weight()),
                    Cell.real(Math.sqrt(point.weight())),
                    Cell.real(point.q())));
        }
        return Report.of(
                        "the critical line χ₁ = 1 of a wide network, φ = "
                                + map.word().replace("()", ""),
                        List.of(),
                        Table.of(
                                List.of(
                                        Column.of("σ_b²", Format.significant(6)),
                                        Column.of("σ_w²", format),
                                        Column.of("σ_w", format),
                                        Column.of("q*", format)),
                                rows),
                        List.of(
                                "weights below the line are in the ordered regime, where gradients vanish; above it they explode"),
                        new Provenance(
                                expression, map == LengthMap.TANH ? "trapezoidal quadrature, 1e-12" : "closed form"))
                .drawn(Curves.linear("σ_w²", 1));
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
