package gradflow.repl.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A matrix in aligned columns; of a large one the corners, so that the text stays small whatever is shown. */
final class MatrixText {
    private static final int MOST_ROWS = 20;
    private static final int GAP = -1;
    private static final int LEAST_CELL = 3;
    private static final String BETWEEN = "  ";

    private final int width;
    private final Signs signs;
    private final int significant;
    private final int mostRows;

    MatrixText(int width, Signs signs, int significant, boolean whole) {
        this.width = width;
        this.signs = signs;
        this.significant = significant;
        mostRows = whole ? Integer.MAX_VALUE : MOST_ROWS;
    }

    /** An entry of a matrix. */
    interface Entries {
        double at(int row, int column);
    }

    String of(int rows, int columns, Entries entries) {
        int[] shownRows = shown(rows, mostRows);
        int[] candidates = shown(columns, Math.max(LEAST_CELL, width / LEAST_CELL));
        Digits digits = Digits.of(values(shownRows, candidates, entries), significant);
        int cell = Arrays.stream(values(shownRows, candidates, entries))
                .mapToInt(x -> digits.text(x).length())
                .max()
                .orElse(0);
        if (fitting(cell) < columns) {
            cell = Math.max(cell, signs.more().length());
        }
        int[] shownColumns = shown(columns, fitting(cell));
        List<String> lines = new ArrayList<>();
        for (int row : shownRows) {
            lines.add(line(row, shownColumns, entries, digits, cell));
        }
        if (shownRows.length < rows || shownColumns.length < columns) {
            lines.add("(" + rows + " " + signs.times() + " " + columns + ")");
        }
        return String.join("\n", lines);
    }

    private int fitting(int cell) {
        return Math.max(LEAST_CELL, (width + BETWEEN.length()) / (cell + BETWEEN.length()));
    }

    private String line(int row, int[] columns, Entries entries, Digits digits, int cell) {
        StringBuilder line = new StringBuilder();
        for (int column : columns) {
            if (!line.isEmpty()) {
                line.append(BETWEEN);
            }
            if (column == GAP) {
                line.append(signs.more());
            } else {
                String text = row == GAP ? signs.down() : digits.text(entries.at(row, column));
                line.append(" ".repeat(Math.max(0, cell - text.length()))).append(text);
            }
        }
        return line.toString();
    }

    private static double[] values(int[] rows, int[] columns, Entries entries) {
        return Arrays.stream(rows)
                .filter(row -> row != GAP)
                .boxed()
                .flatMapToDouble(row -> Arrays.stream(columns)
                        .filter(column -> column != GAP)
                        .mapToDouble(column -> entries.at(row, column)))
                .toArray();
    }

    /** {@return the indices to show, with a gap before the last if not all fit} */
    private static int[] shown(int count, int most) {
        return count <= most
                ? IntStream.range(0, count).toArray()
                : IntStream.range(0, most)
                        .map(i -> i < most - 2 ? i : i < most - 1 ? GAP : count - 1)
                        .toArray();
    }
}
