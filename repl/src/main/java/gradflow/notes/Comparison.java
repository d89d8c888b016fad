package gradflow.notes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compares what stands in a note with what was computed: text exactly, numbers by {@link Numbers}. */
final class Comparison {
    private final Tolerance tolerance;
    private final List<Difference> differences = new ArrayList<>();
    private Optional<TableHead> head = Optional.empty();

    private Comparison(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * A difference.
     *
     * @param at where it is in the file
     * @param message what is wanted, what was computed, and by how much they differ
     * @param number whether two numbers differ, and not the text
     */
    record Difference(int at, String message, boolean number) {}

    /** {@return the differences, none if the note is right} */
    static List<Difference> of(List<Written> want, String text, String exact, Tolerance tolerance) {
        Comparison comparison = new Comparison(tolerance);
        List<String> got = lines(text);
        List<String> full = lines(exact);
        if (full.size() != got.size()) {
            full = got;
        }
        comparison.lines(want, got, full);
        return comparison.differences;
    }

    static List<String> lines(String text) {
        return Arrays.stream(text.split("\n", -1)).map(String::stripTrailing).toList();
    }

    private void lines(List<Written> want, List<String> got, List<String> full) {
        int i = 0;
        int j = 0;
        while (i < want.size() && j < got.size()) {
            if (tolerance.ellipsis() && isDots(want.get(i).text())) {
                int next = i + 1 == want.size() ? got.size() : find(want.get(i + 1), got, full, j);
                i++;
                j = next;
                continue;
            }
            line(want.get(i), got.get(j), full.get(j));
            i++;
            j++;
        }
        if (i < want.size() && tolerance.ellipsis() && isDots(want.get(i).text())) {
            i++;
        }
        if (i < want.size()) {
            differences.add(new Difference(
                    want.get(i).at(),
                    "this line is not in the output: " + want.get(i).text(),
                    false));
        } else if (j < got.size()) {
            int at = want.isEmpty() ? -1 : want.get(want.size() - 1).at();
            differences.add(new Difference(at, "the output has a line more: " + got.get(j), false));
        }
    }

    private static boolean isDots(String line) {
        return line.equals("…") || line.equals("...");
    }

    private int find(Written want, List<String> got, List<String> full, int from) {
        for (int j = from; j < got.size(); j++) {
            Comparison trial = new Comparison(tolerance);
            trial.line(want, got.get(j), full.get(j));
            if (trial.differences.isEmpty()) {
                return j;
            }
        }
        return got.size();
    }

    private void line(Written want, String got, String full) {
        // A line of a table, or of columns set with blanks, is the same however wide its columns are.
        boolean table = want.text().startsWith("|") || want.text().strip().contains("  ");
        head = TableHead.after(head, want.text());
        List<Token> wanted = Token.of(want.text(), table);
        List<Token> found = Token.of(got, table);
        List<Token> exact = Token.of(full, table);
        if (!isAlike(found, exact)) {
            exact = found;
        }
        if (!isAlike(wanted, found)) {
            int at = firstOther(wanted, found);
            int column = at < wanted.size() ? wanted.get(at).at() : want.text().length();
            differences.add(new Difference(
                    want.at() + column, "want " + want.text().strip() + "\n    got  " + got.strip(), false));
            return;
        }
        for (int k = 0; k < wanted.size(); k++) {
            Token token = wanted.get(k);
            if (token.number() && !token.text().equals(found.get(k).text())) {
                String why = Numbers.difference(token.text(), exact.get(k).text(), tolerance);
                if (!why.isEmpty()) {
                    String shown = Numbers.difference(token.text(), found.get(k).text(), tolerance)
                                    .isEmpty()
                            ? exact.get(k).text()
                            : found.get(k).text();
                    String where =
                            head.map(it -> it.place(want.text(), token.at())).orElse("");
                    differences.add(new Difference(
                            want.at() + token.at(),
                            where + "want " + token.text() + ", got " + shown + "\n    " + why,
                            true));
                }
            }
        }
    }

    private static boolean isAlike(List<Token> one, List<Token> other) {
        return one.size() == other.size() && firstOther(one, other) == one.size();
    }

    private static int firstOther(List<Token> one, List<Token> other) {
        int k = 0;
        while (k < one.size()
                && k < other.size()
                && one.get(k).number() == other.get(k).number()
                && (one.get(k).number() || one.get(k).text().equals(other.get(k).text()))) {
            k++;
        }
        return k;
    }
}
