package gradflow.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What two texts have and have not in common, as {@code diff -u} shows it, indented. */
final class TextDiff {
    private static final int AROUND = 2;

    private TextDiff() {}

    /**
     * {@return the changes with two lines around each, and a head that says where they are}
     *
     * @param steps how their lines correspond
     * @param first the number of the first line, in the file
     */
    static String of(List<Alignment.Step> steps, List<String> want, List<String> got, int first) {
        List<String> diff = new ArrayList<>();
        int at = 0;
        while (at < steps.size()) {
            if (isPair(steps.get(at))) {
                at++;
                continue;
            }
            int from = Math.max(0, at - AROUND);
            int to = at;
            for (int i = at; i < steps.size() && i <= to + 2 * AROUND; i++) {
                to = isPair(steps.get(i)) ? to : i;
            }
            to = Math.min(steps.size(), to + 1 + AROUND);
            hunk(steps, from, to, want, got, first, diff);
            at = to;
        }
        return diff.stream().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }

    private static boolean isPair(Alignment.Step step) {
        return step.one() >= 0 && step.other() >= 0;
    }

    private static void hunk(
            List<Alignment.Step> steps,
            int from,
            int to,
            List<String> want,
            List<String> got,
            int first,
            List<String> diff) {
        List<Alignment.Step> before = steps.subList(0, from);
        List<Alignment.Step> shown = steps.subList(from, to);
        diff.add("@@ -" + range(first + ones(before), ones(shown)) + " +" + range(first + others(before), others(shown))
                + " @@");
        for (Alignment.Step step : shown) {
            String sign = isPair(step) ? " " : step.one() >= 0 ? "-" : "+";
            diff.add(sign + (step.one() >= 0 ? want.get(step.one()) : got.get(step.other())));
        }
    }

    private static String range(int start, int length) {
        return start + (length == 1 ? "" : "," + length);
    }

    private static int ones(List<Alignment.Step> steps) {
        return (int) steps.stream().filter(step -> step.one() >= 0).count();
    }

    private static int others(List<Alignment.Step> steps) {
        return (int) steps.stream().filter(step -> step.other() >= 0).count();
    }
}
