package gradflow.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A table for ears: a line a row, which begins with what names the row and says the head before each number. */
final class SpokenTable {
    /** A screen reader says "double vertical line", twice, or nothing at all. */
    private static final Pattern NORM = Pattern.compile("‖([^‖]+)‖(?:₂|_2)?");

    private SpokenTable() {}

    static List<String> lines(Shown shown, UnaryOperator<String> signs) {
        List<List<String>> rows = shown.lines();
        List<String> heads = rows.get(0).stream()
                .map(head -> NORM.matcher(head).replaceAll(" norm of $1 "))
                .map(head -> head.strip().replaceAll(" +", " "))
                .toList();
        return rows.subList(1, rows.size()).stream()
                .map(row -> signs.apply(line(heads, row)))
                .toList();
    }

    private static String line(List<String> heads, List<String> row) {
        List<String> said = new ArrayList<>();
        for (int column = 1; column < row.size(); column++) {
            if (!row.get(column).isEmpty()) {
                said.add((heads.get(column) + " " + row.get(column)).strip());
            }
        }
        String name = row.isEmpty() ? "" : (heads.get(0) + " " + row.get(0)).strip();
        return said.isEmpty() ? name : name + ": " + String.join(", ", said);
    }
}
