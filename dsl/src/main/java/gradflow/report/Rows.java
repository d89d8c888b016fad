package gradflow.report;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** Rows that are made when they are looked at: of the million steps of a long run, a table shows thirty. */
final class Rows extends AbstractList<List<Cell>> implements RandomAccess {
    private final int count;
    private final int columns;
    private final IntFunction<List<Cell>> row;

    /**
     * @param count how many there are
     * @param columns how many cells each has
     * @param row the row of an index from 0, the same whenever it is asked for
     */
    Rows(int count, int columns, IntFunction<List<Cell>> row) {
        this.count = count;
        this.columns = columns;
        this.row = row;
    }

    @Override
    public List<Cell> get(int index) {
        return of(columns, row.apply(Objects.checkIndex(index, count)));
    }

    @Override
    public int size() {
        return count;
    }

    /** {@return a copy of the row, or refuses one of another length} */
    static List<Cell> of(int columns, List<Cell> row) {
        if (row.size() != columns) {
            throw new IllegalArgumentException(
                    "a row of " + row.size() + " cells in a table of " + columns + " columns");
        }
        return List.copyOf(row);
    }
}
