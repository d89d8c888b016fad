package gradflow.result;

import gradflow.model.Gallery;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import java.util.Arrays;
import java.util.List;

/** The matrices that the gallery has, a line each. */
public final class Pieces implements Result {

    /** {@return the names, in the order of the table} */
    public List<String> names() {
        return Arrays.stream(Gallery.Piece.values()).map(Gallery.Piece::title).toList();
    }

    @Override
    public Report report() {
        List<List<Cell>> rows = Arrays.stream(Gallery.Piece.values())
                .map(piece -> List.of(Cell.text(piece.title()), Cell.text(piece.sizes()), Cell.text(piece.line())))
                .toList();
        return Report.of(
                "matrices by name",
                List.of(),
                Table.of(List.of(Column.of("name"), Column.of("n"), Column.of("what it is")), rows),
                List.of("gallery(\"grcar\", 32) is a recipe: spectrum(gallery(\"grcar\", 32)), or"
                        + " rnn().whh(gallery(\"grcar\", 32))"),
                new Provenance("gallery()", "by name"));
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
