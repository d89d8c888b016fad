package gradflow.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

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
        int size = columns.size();
        rows = rows instanceof Rows
                ? rows
                : rows.stream().map(row -> Rows.of(size, row)).toList();
        bar.ifPresent(it -> Objects.checkIndex(it.column(), size));
    }

    /** {@return a table without bars} */
    public static Table of(List<Column> columns, List<List<Cell>> rows) {
        return new Table(columns, rows, Optional.empty());
    }

    /**
     * {@return a table without bars, whose rows are made when they are looked at}
     *
     * @param columns the columns, from the left
     * @param count how many rows there are
     * @param row the row of an index from 0, the same whenever it is asked for
     */
    public static Table of(List<Column> columns, int count, IntFunction<List<Cell>> row) {
        return of(columns, new Rows(count, columns.size(), row));
    }

    /** {@return this table, with one column shown as bars too} */
    public Table bars(int column, boolean logarithmic) {
        return new Table(columns, rows, Optional.of(new Bar(column, logarithmic)));
    }
}
