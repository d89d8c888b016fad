package gradflow.notes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compares what stands in a note with what was computed: text exactly, numbers by {@link Numbers}. */
final class Comparison {
    /** Of two lines with nothing in common. */
    private static final int APART = 4;

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

    /**
     * {@return the differences, none if the note is right}
     *
     * @param line the number of the first line that is wanted, in the file
     */
    static List<Difference> of(List<Written> want, int line, String text, String exact, Tolerance tolerance) {
        Comparison comparison = new Comparison(tolerance);
        List<String> got = lines(text);
        List<String> full = lines(exact);
        if (full.size() != got.size()) {
            full = got;
        }
        if (tolerance.ellipsis() && want.stream().anyMatch(written -> isDots(written.text()))) {
            comparison.linesAndDots(want, got, full);
        } else {
            comparison.lines(want, line, got, full);
        }
        return comparison.differences;
    }

    static List<String> lines(String text) {
        return Arrays.stream(text.split("\n", -1)).map(String::stripTrailing).toList();
    }

    private void lines(List<Written> want, int first, List<String> got, List<String> full) {
        List<Alignment.Step> steps =
                Alignment.of(want.size(), got.size(), (i, j) -> distance(want.get(i), got.get(j), full.get(j)));
        List<Alignment.Step> alone = steps.stream()
                .filter(step -> step.one() < 0 || step.other() < 0)
                .toList();
        if (alone.size() == 2
                && alone.get(0).one() >= 0
                && alone.get(1).other() == alone.get(0).one()) {
            // One line for another: both in full say it best.
            int same = alone.get(0).one();
            steps = new ArrayList<>(steps);
            steps.set(steps.indexOf(alone.get(0)), new Alignment.Step(same, same));
            steps.remove(alone.get(1));
            alone = List.of();
        }
        if (!alone.isEmpty()) {
            Alignment.Step change = alone.get(0);
            int at = Math.min(Math.max(0, change.one() >= 0 ? change.one() : change.other()), want.size() - 1);
            differences.add(new Difference(
                    at < 0 ? -1 : want.get(at).at(),
                    "the text differs\n"
                            + TextDiff.of(
                                    steps, want.stream().map(Written::text).toList(), got, first),
                    false));
        }
        for (Alignment.Step step : steps) {
            if (step.one() >= 0 && step.other() >= 0) {
                line(want.get(step.one()), got.get(step.other()), full.get(step.other()));
            } else if (step.one() >= 0) {
                head = TableHead.after(head, want.get(step.one()).text());
            }
        }
    }

    private int distance(Written want, String got, String full) {
        Comparison trial = new Comparison(tolerance);
        trial.line(want, got, full);
        return trial.differences.isEmpty() ? 0 : trial.differences.stream().allMatch(Difference::number) ? 1 : APART;
    }

    private void linesAndDots(List<Written> want, List<String> got, List<String> full) {
        int i = 0;
        int j = 0;
        while (i < want.size() && j < got.size()) {
            if (isDots(want.get(i).text())) {
                int next = i + 1 == want.size() ? got.size() : find(want.get(i + 1), got, full, j);
                i++;
                j = next;
                continue;
            }
            line(want.get(i), got.get(j), full.get(j));
            i++;
            j++;
        }
        if (i < want.size() && isDots(want.get(i).text())) {
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
            if (distance(want, got.get(j), full.get(j)) == 0) {
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
