package gradflow.experiment;

import gradflow.internal.check.Check;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Curves;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The answers of several networks to one question, a column and a closing line each.
 *
 * @param expression that asked
 * @param names of the networks
 * @param answers one a network
 */
record SideBySide<R>(String expression, List<String> names, List<R> answers) {

    /** What an answer shows in a row. */
    @FunctionalInterface
    interface Row<R> {
        Cell at(R answer, int index);
    }

    /** {@return the answer of network i, from 0} */
    R of(int i) {
        return answers.get(Check.within(
                0, answers.size() - 1, i, "of(i)", "i", expression + ".of(" + i + ")", "of(0), the first network"));
    }

    /**
     * {@return the table}
     *
     * @param title of it
     * @param index the head of the first column
     * @param first index, of the first row
     * @param last index
     * @param format of the numbers
     * @param curves how they are drawn; which columns is known here
     * @param row what stands in it
     * @param sentence of an answer, for its closing line
     * @param method how the numbers were computed
     */
    Report report(
            String title,
            String index,
            int first,
            int last,
            Format format,
            Curves curves,
            Row<R> row,
            Function<R, String> sentence,
            String method) {
        List<Column> columns = new ArrayList<>(List.of(Column.of(index)));
        names.forEach(name -> columns.add(Column.of(name, format)));
        return Report.of(
                        title + " of " + answers.size() + " networks over the same inputs",
                        List.of(),
                        Table.of(columns, last - first + 1, i -> cells(first + i, row)),
                        IntStream.range(0, answers.size())
                                .mapToObj(i -> names.get(i) + ": " + sentence.apply(answers.get(i)))
                                .toList(),
                        new Provenance(expression, OptionalLong.empty(), method))
                .drawn(curves.columns(1, names.size()).withLevel());
    }

    private List<Cell> cells(int index, Row<R> row) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.whole(index)));
        answers.forEach(answer -> cells.add(row.at(answer, index)));
        return cells;
    }
}
