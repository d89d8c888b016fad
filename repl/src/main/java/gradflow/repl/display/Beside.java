package gradflow.repl.display;

import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Fact;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Table;
import gradflow.report.text.DisplayWidth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two answers side by side: of tables with the same heads one table, in which each column stands twice; of anything else the
 * two texts, beside each other where both fit.
 *
 * @param first what the first is called
 * @param second what the second is called
 */
public record Beside(String first, String second) {
    private static final String GAP = "   ";

    /**
     * {@return one report of two, if their tables have a column in common beside the first, which names the rows} A row that
     * only one of them has is there too.
     */
    public Optional<Report> tables(Report a, Report b) {
        List<Column> heads = a.table().columns();
        if (heads.isEmpty() || !sameHead(heads, b.table().columns(), 0)) {
            return Optional.empty();
        }
        List<Integer> shared = IntStream.range(1, heads.size())
                .filter(i -> sameHead(heads, b.table().columns(), i))
                .boxed()
                .toList();
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>(List.of(heads.get(0)));
        for (int i : shared) {
            columns.add(called(heads.get(i), first));
            columns.add(called(b.table().columns().get(i), second));
        }
        Map<Cell, List<Cell>> ofA = rows(a.table());
        Map<Cell, List<Cell>> ofB = rows(b.table());
        List<List<Cell>> rows = Stream.concat(ofA.keySet().stream(), ofB.keySet().stream())
                .distinct()
                .sorted(Beside::byNumber)
                .map(key -> row(key, shared, ofA.get(key), ofB.get(key)))
                .toList();
        return Optional.of(new Report(
                first + " beside " + second,
                Stream.concat(facts(first, a), facts(second, b)).toList(),
                Table.of(columns, rows),
                Stream.concat(closing(first, a), closing(second, b)).toList(),
                new Provenance(
                        a.provenance().expression() + ", " + b.provenance().expression(),
                        OptionalLong.empty(),
                        "side by side"),
                a.whole() && b.whole()));
    }

    private static boolean sameHead(List<Column> a, List<Column> b, int i) {
        return i < b.size() && a.get(i).head().equals(b.get(i).head());
    }

    private static Column called(Column column, String name) {
        return new Column(column.head() + " " + name, column.format(), column.room());
    }

    private static Map<Cell, List<Cell>> rows(Table table) {
        Map<Cell, List<Cell>> rows = new LinkedHashMap<>();
        table.rows().forEach(row -> rows.putIfAbsent(row.get(0), row));
        return rows;
    }

    private static int byNumber(Cell a, Cell b) {
        return a instanceof Cell.Whole x && b instanceof Cell.Whole y ? Long.compare(x.value(), y.value()) : 0;
    }

    private static List<Cell> row(Cell key, List<Integer> shared, @Nullable List<Cell> a, @Nullable List<Cell> b) {
        List<Cell> row = new ArrayList<>(List.of(key));
        for (int i : shared) {
            row.add(a == null ? Cell.blank() : a.get(i));
            row.add(b == null ? Cell.blank() : b.get(i));
        }
        return row;
    }

    private static Stream<Fact> facts(String name, Report report) {
        return report.facts().stream().map(fact -> new Fact(name + ": " + fact.name(), fact.value(), fact.format()));
    }

    private static Stream<String> closing(String name, Report report) {
        return report.closing().stream().map(line -> name + ": " + line);
    }

    /** {@return two texts beside each other, or one below the other where that is too wide} */
    public String texts(String a, String b, int width) {
        List<String> left = Stream.concat(Stream.of(first), a.lines()).toList();
        List<String> right = Stream.concat(Stream.of(second), b.lines()).toList();
        int most = left.stream().mapToInt(DisplayWidth::of).max().orElse(0);
        int room = most
                + GAP.length()
                + right.stream().mapToInt(DisplayWidth::of).max().orElse(0);
        if (room > width) {
            return first + "\n" + a + "\n\n" + second + "\n" + b;
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String start = DisplayWidth.left(i < left.size() ? left.get(i) : "", most);
            lines.add((start + GAP + (i < right.size() ? right.get(i) : "")).stripTrailing());
        }
        return String.join("\n", lines);
    }
}
