package gradflow.experiment;

import gradflow.internal.check.Check;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Curves;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import gradflow.result.GradNorms;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** ‖∂L/∂h_t‖ of several networks over the same inputs: how much of the loss's signal each of them hands back. */
public final class ComparedNorms implements Result {
    private final String expression;
    private final List<String> names;
    private final List<GradNorms> norms;

    ComparedNorms(String expression, List<String> names, List<GradNorms> norms) {
        this.expression = expression;
        this.names = names;
        this.norms = norms;
    }

    /** {@return the norms of network i, from 0} */
    public GradNorms of(int i) {
        return norms.get(Check.within(
                0, norms.size() - 1, i, "of(i)", "i", expression + ".of(" + i + ")", "of(0), the first network"));
    }

    @Override
    public Report report() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("t"));
        names.forEach(name -> columns.add(Column.of(name, Format.scientific(3))));
        int steps = norms.get(0).values().length - 1;
        List<List<Cell>> rows =
                IntStream.rangeClosed(0, steps).mapToObj(this::row).toList();
        return Report.of(
                        "‖∂L/∂h_t‖ of " + norms.size() + " networks over the same inputs",
                        List.of(),
                        Table.of(columns, rows),
                        IntStream.range(0, norms.size())
                                .mapToObj(
                                        i -> names.get(i) + ": " + norms.get(i).sentence())
                                .toList(),
                        new Provenance(
                                expression, OptionalLong.empty(), "backpropagation through time, one run a network"))
                .drawn(Curves.logarithmic("‖∂L/∂h_t‖").columns(1, names.size()).withLevel());
    }

    private List<Cell> row(int t) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.whole(t));
        norms.forEach(norm -> row.add(norm.shown(t)));
        return row;
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
