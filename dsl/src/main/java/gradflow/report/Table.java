package gradflow.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Rows and columns.
 *
 * @param columns the columns, from the left
 * @param rows the rows, each with one cell a column
 * @param bar which column to show as bars too
 */
public record Table(List<Column> columns, List<List<Cell>> rows, Optional<Bar> bar) {

    /** Copies, and refuses rows of another length than the heads, and bars of a column that isn't there. */
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells in a table of " + columns.size() + " columns");
            }
        }
        int size = columns.size();
        bar.ifPresent(it -> Objects.checkIndex(it.column(), size));
    }

    /** {@return a table without bars} */
    public static Table of(List<Column> columns, List<List<Cell>> rows) {
        return new Table(columns, rows, Optional.empty());
    }

    /** {@return this table, with one column shown as bars too} */
    public Table bars(int column, boolean logarithmic) {
        return new Table(columns, rows, Optional.of(new Bar(column, logarithmic)));
    }
}
