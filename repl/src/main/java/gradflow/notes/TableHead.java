package gradflow.notes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The heads of the columns of a Markdown table. */
record TableHead(List<String> heads) {

    /** {@return the heads that hold for a line, given those that held for the line before} */
    static Optional<TableHead> after(Optional<TableHead> before, String line) {
        return !line.startsWith("|")
                ? Optional.empty()
                : before.isPresent() ? before : Optional.of(new TableHead(cells(line)));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("(?<!\\\\)\\|"))
                .map(cell -> cell.strip().replaceAll("\\\\(.)", "$1"))
                .toList();
    }

    /** {@return the column and the row of an offset in a line, as {@code column "…", row t=40: }} */
    String place(String line, int at) {
        int column = cells(line.substring(0, at) + "x").size() - 1;
        if (column >= heads.size()) {
            return "";
        }
        String row =
                column == 0 ? "" : ", row " + heads.get(0) + "=" + cells(line).get(0);
        return "column \"" + heads.get(column) + "\"" + row + ": ";
    }
}
