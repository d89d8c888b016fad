package gradflow.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What the rounds of one job gave, in seconds a call. */
final class Figures {
    private final List<Double> wall = new ArrayList<>();
    private final List<Map<String, Result>> rounds = new ArrayList<>();

    static Figures of(Collection<RunResult> results) {
        Figures figures = new Figures();
        for (RunResult result : results) {
            for (BenchmarkResult process : result.getBenchmarkResults()) {
                for (IterationResult round : process.getIterationResults()) {
                    figures.wall.add(round.getPrimaryResult().getScore());
                    figures.rounds.add(round.getSecondaryResults());
                }
            }
        }
        return figures;
    }

    Spread wall() {
        return Spread.of(wall);
    }

    Spread cpu() {
        return all("cpu").orElseThrow();
    }

    /** {@return a peer's processor time, or nothing if it wasn't there} */
    Optional<Spread> cpu(Goal goal) {
        return all("cpu " + goal.way());
    }

    /** {@return how many times as fast ours is, round by round} */
    Optional<Spread> ratios(Goal goal, double times) {
        List<Double> ratios = new ArrayList<>();
        for (int k = 0; k < rounds.size(); k++) {
            Result theirs = rounds.get(k).get((goal.wall() ? "wall " : "cpu ") + goal.way());
            if (theirs != null) {
                double ours =
                        goal.wall() ? wall.get(k) : rounds.get(k).get("cpu").getScore();
                ratios.add(theirs.getScore() / (times * ours));
            }
        }
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
    }

    /** {@return whether both sides said the same, where that can be compared} */
    boolean agree(Goal goal) {
        double ours = all("answer").orElseThrow().median();
        double theirs = all("answer " + goal.way()).map(Spread::median).orElse(Double.NaN);
        return Double.isNaN(theirs) || Math.abs(ours - theirs) <= 1e-6 * Math.abs(ours);
    }

    private Optional<Spread> all(String name) {
        List<Double> values = rounds.stream()
                .filter(round -> round.containsKey(name))
                .map(round -> round.get(name).getScore())
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
    }
}
