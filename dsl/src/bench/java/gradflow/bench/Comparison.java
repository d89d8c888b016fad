package gradflow.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table of rows, peers and goals. */
final class Comparison {
    private Comparison() {}

    static String table(List<Row> rows, Measurements measurements) {
        StringBuilder text = new StringBuilder("| what | gradflow, CPU | on the clock | peer | its CPU | "
                + "times as fast | goal | met |\n|---|---|---|---|---|---|---|---|\n");
        for (Row row : rows) {
            Optional<Figures> taken = measurements.of(row.job());
            if (taken.isEmpty()) {
                text.append("| ").append(row.what()).append(" | failed | – | – | – | – | – | – |\n");
                continue;
            }
            Figures figures = taken.get();
            String head = "| " + row.what() + " | "
                    + figures.cpu().times(row.times()).asTime() + " | "
                    + figures.wall().times(row.times()).middle().asTime();
            if (row.goals().isEmpty()) {
                text.append(head).append(" | – | – | – | – | – |\n");
            }
            for (Goal goal : row.goals()) {
                text.append(head)
                        .append(" | ")
                        .append(beside(row, goal, figures))
                        .append(" |\n");
                head = "| 〃 | | ";
            }
        }
        return text.toString();
    }

    private static String beside(Row row, Goal goal, Figures figures) {
        Optional<Spread> ratios = figures.ratios(goal, row.times());
        String asked = Double.isNaN(goal.least()) ? "–" : "≥ " + Spread.digits(goal.least());
        if (ratios.isEmpty()) {
            return goal.words() + " | not there | – | " + asked + " | –";
        }
        return goal.words() + (goal.wall() ? ", on the clock" : "") + " | "
                + figures.cpu(goal).orElseThrow().asTime() + " | "
                + ratios.get().asRatio()
                + (figures.agree(goal) ? "" : " **other answer**") + " | " + asked + " | "
                + verdict(ratios.get().median(), goal.least());
    }

    private static String verdict(double ratio, double least) {
        if (Double.isNaN(least)) {
            return "–";
        }
        return ratio >= least ? "yes" : String.format(Locale.ROOT, "no, by %.0f %%", 100 * (least / ratio - 1));
    }

    /** {@return whether all answers that can be compared are the same} */
    static boolean agree(List<Row> rows, Measurements measurements) {
        return rows.stream()
                .allMatch(row -> measurements.of(row.job()).stream()
                        .allMatch(figures -> row.goals().stream().allMatch(figures::agree)));
    }
}
