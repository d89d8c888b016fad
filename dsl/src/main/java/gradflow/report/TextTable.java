package gradflow.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A table in a terminal. What doesn't fit gives way in this order: the bars, then the blanks between columns and behind a ≤ or ≈ if that
 * is enough, then the longest text columns, in lines or cut short. Numbers keep all their digits: the columns that don't fit beside the others follow below them, each part with the first column again.
 */
final class TextTable {
    private static final int GAP = 2;
    private static final int NARROW_GAP = 1;
    private static final String ELLIPSIS = "…";
    private static final int LEAST_BAR = 8;
    private static final int MOST_BAR = 40;
    private static final int LEAST_TEXT = 8;

    /** Words that go on below need so much room, or stand in a part of their own. */
    private static final int LEAST_LINES = 24;

    private TextTable() {}

    static List<String> lines(Shown shown, TextStyle style, UnaryOperator<String> signs) {
        List<TextColumn> columns = closed(columns(shown, signs), style.width());
        int[] widths = columns.stream().mapToInt(TextColumn::width).toArray();
        int gap = shrink(shown.table().columns(), columns, widths, style.width());
        List<String> bars = bars(shown.table(), style, style.width() - total(widths) - GAP);
        List<String> lines = new ArrayList<>();
        for (List<Integer> part : parts(widths, gap, style.width())) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            for (int line = 0; line <= shown.table().rows().size(); line++) {
                lines.addAll(
                        row(shown.table().columns(), columns, part, line, widths, gap, signs.apply(ELLIPSIS), bars));
            }
        }
        return lines;
    }

    /** {@return the lines of one row, more than one where long words go on below; a bar stands on the first} */
    private static List<String> row(
            List<Column> heads,
            List<TextColumn> columns,
            List<Integer> part,
            int line,
            int[] widths,
            int gap,
            String ellipsis,
            List<String> bars) {
        List<List<String>> cells = part.stream()
                .map(column -> heads.get(column)
                        .room()
                        .lines(columns.get(column).lines().get(line), widths[column]))
                .toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < height; k++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < part.size(); i++) {
                String words = k < cells.get(i).size() ? cells.get(i).get(k) : "";
                text.append(columns.get(part.get(i)).fitted(words, widths[part.get(i)], ellipsis))
                        .append(" ".repeat(gap));
            }
            text.append(line == 0 || k > 0 ? "" : bars.get(line - 1));
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }

    /** {@return the columns that stand beside each other, by number} The first names the rows, so each part has it. */
    private static List<List<Integer>> parts(int[] widths, int gap, int width) {
        List<List<Integer>> parts = new ArrayList<>();
        int room = 0;
        for (int column = 0; column < widths.length; column++) {
            int needed = gap + widths[column];
            if (parts.isEmpty() || (needed > room && parts.get(parts.size() - 1).size() > 1)) {
                parts.add(new ArrayList<>(column == 0 ? List.of() : List.of(0)));
                room = column == 0 ? width + gap : width - widths[0];
            }
            parts.get(parts.size() - 1).add(column);
            room -= needed;
        }
        return parts;
    }

    /** {@return the columns, those of numbers with shorter heads where that makes the table fit} */
    private static List<TextColumn> closed(List<TextColumn> columns, int width) {
        List<TextColumn> closed = columns.stream().map(TextColumn::closed).toList();
        return narrowest(columns) > width && narrowest(closed) <= width ? closed : columns;
    }

    private static int narrowest(List<TextColumn> columns) {
        return columns.stream().mapToInt(TextColumn::width).sum() + NARROW_GAP * (columns.size() - 1);
    }

    private static List<TextColumn> columns(Shown shown, UnaryOperator<String> signs) {
        List<List<String>> rows = shown.lines();
        List<TextColumn> columns = new ArrayList<>();
        for (int j = 0; j < shown.table().columns().size(); j++) {
            int column = j;
            List<String> lines =
                    rows.stream().map(row -> signs.apply(row.get(column))).toList();
            List<Cell> cells =
                    shown.table().rows().stream().map(row -> row.get(column)).toList();
            columns.add(shown.numeric().get(column) ? TextColumn.numbers(lines, cells) : new TextColumn(false, lines));
        }
        return columns;
    }

    private static List<String> bars(Table table, TextStyle style, int room) {
        return table.bar()
                .filter(bar -> style.bars() && room >= LEAST_BAR)
                .map(bar -> Bars.of(table, bar, Math.min(room, MOST_BAR), style.signs()))
                .orElseGet(() -> table.rows().stream().map(row -> "").toList());
    }

    /** {@return how many blanks stand between columns} Makes columns narrower where that isn't enough. */
    private static int shrink(List<Column> heads, List<TextColumn> columns, int[] widths, int width) {
        int excess = total(widths) - width;
        int beside = widths.length - 1;
        for (int i = 1; excess > 0 && i < widths.length; i++) {
            if (!heads.get(i).isCut()) {
                int room = widths[i] - excess;
                boolean below = room < LEAST_LINES;
                int left = Math.max(LEAST_TEXT, below ? width - widths[0] - GAP : room);
                beside -= below ? 1 : 0;
                excess -= below ? widths[i] + GAP : Math.max(0, widths[i] - left);
                widths[i] = Math.min(widths[i], left);
            }
        }
        if (excess > 0 && excess <= beside * (GAP - NARROW_GAP)) {
            return NARROW_GAP;
        }
        for (; excess > 0; excess--) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                widest = gives(heads, columns, widths, i) && (widest < 0 || widths[i] > widths[widest]) ? i : widest;
            }
            if (widest < 0) {
                return GAP;
            }
            widths[widest]--;
        }
        return GAP;
    }

    private static boolean gives(List<Column> heads, List<TextColumn> columns, int[] widths, int i) {
        return !columns.get(i).numeric() && heads.get(i).isCut() && widths[i] > LEAST_TEXT;
    }

    private static int total(int[] widths) {
        return IntStream.of(widths).sum() + GAP * (widths.length - 1);
    }
}
