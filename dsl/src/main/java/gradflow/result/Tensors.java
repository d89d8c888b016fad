package gradflow.result;

import gradflow.model.TensorFile;
import gradflow.model.TensorInfo;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file of tensors holds: names, types, shapes, and ‖·‖_F = √Σ w², the Frobenius norm, of what consists of
 * floating-point numbers. Entries that aren't finite make the norm infinite or undefined here, and are refused as weights.
 */
public final class Tensors implements Result {
    /** Of metadata, which some trainers fill with pages of settings. */
    private static final int MOST_FACTS = 8;

    private static final int MOST_CHARACTERS = 80;

    private final Report report;

    private Tensors(Report report) {
        this.report = report;
    }

    /**
     * Reads every tensor once, for its norm.
     *
     * @param file that holds them
     * @param expression that asks for this
     * @return what the file holds, in its order
     */
    public static Tensors of(TensorFile file, String expression) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TensorInfo tensor : file.tensors()) {
            rows.add(List.of(
                    Cell.text(tensor.name()),
                    Cell.text(tensor.dtype()),
                    Cell.text(tensor.shapeText()),
                    tensor.real() ? Cell.real(file.norm(tensor.name(), expression)) : Cell.blank()));
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("tensors", rows.size()));
        file.metadata().entrySet().stream()
                .limit(MOST_FACTS)
                .forEach(it -> facts.add(Fact.of(cut(it.getKey()), cut(it.getValue()))));
        List<String> closing = file.tensors().stream().allMatch(TensorInfo::real)
                ? List.of()
                : List.of("no ‖·‖_F: the entries aren't floating-point numbers of 64, 32 or 16 bits");
        return new Tensors(Report.of(
                "tensors in " + Path.of(file.path()).getFileName(),
                facts,
                Table.of(
                        List.of(
                                Column.of("name"),
                                Column.of("dtype"),
                                Column.of("shape"),
                                Column.of("‖·‖_F", Format.significant(6))),
                        rows),
                closing,
                new Provenance(expression, "entries widened to double")));
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }

    @Override
    public Report report() {
        return report;
    }

    @Override
    public String toString() {
        return report.toString();
    }
}
