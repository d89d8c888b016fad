package gradflow.report;

import gradflow.report.text.FlatText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a table that a person is shown. A table of more than 41 rows shows every k-th, counted from the first row, so
 * that t = 0, 10, 20, … are among them, with the smallest k of 1, 2, 5, 10, 20, 50, … that leaves 25 rows or fewer; and
 * always the first and the last three.
 *
 * @param table the table with these rows alone
 * @param note what was left out; empty if nothing was
 * @param numeric of each column, whether it stands to the right, as numbers do
 */
record Shown(Table table, String note, List<Boolean> numeric) {
    private static final int MOST_ROWS = 41;
    private static final int MOST_KEPT = 25;
    private static final int LAST = 3;

    private Shown(Table table, String note) {
        this(
                table,
                note,
                IntStream.range(0, table.columns().size())
                        .mapToObj(j -> table.rows().stream().anyMatch(row -> CellText.isNumber(row.get(j))))
                        .toList());
    }

    static Shown of(Report report) {
        Table table = report.table();
        int rows = table.rows().size();
        if (rows == 0 && !table.columns().isEmpty()) {
            return new Shown(table, "no rows");
        }
        if (report.whole() || rows <= MOST_ROWS) {
            return new Shown(table, "");
        }
        int step = step(rows);
        List<List<Cell>> kept = IntStream.range(0, rows)
                .filter(row -> row % step == 0 || row >= rows - LAST)
                .mapToObj(table.rows()::get)
                .toList();
        String note = "every " + step + (step == 2 ? "nd" : "th") + " of " + rows + " rows, the first and the last "
                + LAST + "; .all() shows every row";
        return new Shown(new Table(table.columns(), kept, table.bar()), note);
    }

    private static int step(int rows) {
        for (int ten = 1; ; ten *= 10) {
            for (int step : new int[] {ten, 2 * ten, 5 * ten}) {
                if ((rows - 1) / step < MOST_KEPT) {
                    return step;
                }
            }
        }
    }

    /** {@return the heads, then a line a row, as a person reads them} */
    List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream()
                .map(column -> FlatText.of(column.head()))
                .toList());
        for (List<Cell> row : table.rows()) {
            lines.add(IntStream.range(0, row.size())
                    .mapToObj(
                            j -> CellText.of(row.get(j), table.columns().get(j).format()))
                    .toList());
        }
        return lines;
    }
}
