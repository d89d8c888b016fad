package gradflow.result;

import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Table;
import gradflow.report.plot.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.complex.Complex;

/**
 * What a spectrum shows: of one matrix its eigenvalues, of several, one a gate, a row each; as a picture the complex plane.
 *
 * @param name of the matrix
 * @param provenance where the numbers come from
 * @param blocks by the gates' letters
 * @param consequences what follows for a network, in words
 */
record SpectrumReport(
        String name, Provenance provenance, Map<String, SpectrumBlock> blocks, List<String> consequences) {
    private static final Format EIGENVALUE = Format.fixed(6);
    private static final Format MEASURE = Format.significant(4);

    /** From this part of ρ on its uncertainty is told. */
    private static final double TELLING = 1e-6;

    Report report() {
        return (blocks.size() == 1 ? ofOne(blocks.values().iterator().next()) : ofGates())
                .drawn(report -> Plot.plane(
                        report.title(),
                        provenance.expression(),
                        "λ",
                        blocks.entrySet().stream()
                                .map(block -> block.getValue()
                                        .points(block.getKey().isEmpty() ? "eigenvalues" : "gate " + block.getKey()))
                                .toList()));
    }

    private Report ofOne(SpectrumBlock block) {
        List<List<Cell>> rows = new ArrayList<>();
        Complex[] values = block.eigenvalues();
        double[] conditions = block.conditions();
        for (int k = 0; k < values.length; k++) {
            rows.add(List.of(
                    Cell.whole(k + 1),
                    Cell.real(values[k].getReal()),
                    Cell.real(values[k].getImaginary()),
                    Cell.real(values[k].abs()),
                    Cell.real(conditions[k])));
        }
        Table table = Table.of(
                        List.of(
                                Column.of("k"),
                                Column.of("Re λ", EIGENVALUE),
                                Column.of("Im λ", EIGENVALUE),
                                Column.of("|λ|", EIGENVALUE),
                                Column.of("κ(λ)", MEASURE)),
                        rows)
                .bars(3, false);
        List<String> closing = new ArrayList<>(consequences);
        if (block.uncertainty() > TELLING * block.radius()) {
            closing.add("ρ(W) is known only to ±" + Sentences.factor(block.uncertainty())
                    + ": W is close to a matrix with fewer eigenvectors than rows, where rounding alone moves eigenvalues"
                    + " that far");
        }
        return Report.of(
                "spectrum of " + name,
                List.of(
                        Fact.of("ρ(W)", block.radius(), EIGENVALUE),
                        Fact.of("‖W‖₂", block.norm2(), EIGENVALUE),
                        Fact.of("w(W)", block.numericalRadius().lower(), EIGENVALUE),
                        Fact.of("κ(V)", block.vectorCondition(), MEASURE),
                        Fact.of("departure from normality", block.departure(), MEASURE),
                        Fact.of("n", values.length)),
                table,
                closing,
                provenance);
    }

    private Report ofGates() {
        List<List<Cell>> rows = blocks.entrySet().stream()
                .map(entry -> List.of(
                        Cell.text(entry.getKey()),
                        Cell.real(entry.getValue().radius()),
                        Cell.real(entry.getValue().norm2()),
                        Cell.real(entry.getValue().vectorCondition()),
                        Cell.real(entry.getValue().departure())))
                .toList();
        Table table = Table.of(
                List.of(
                        Column.of("gate"),
                        Column.of("ρ(W)", EIGENVALUE),
                        Column.of("‖W‖₂", EIGENVALUE),
                        Column.of("κ(V)", MEASURE),
                        Column.of("departure", MEASURE)),
                rows);
        return Report.of(
                "spectrum of " + name,
                List.of(),
                table,
                List.of(".gate(\"" + blocks.keySet().iterator().next() + "\") shows the eigenvalues of one block"),
                provenance);
    }
}
