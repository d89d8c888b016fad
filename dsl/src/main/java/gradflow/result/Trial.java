package gradflow.result;

import gradflow.internal.kernel.Scaled;
import gradflow.report.Cell;
import gradflow.report.plot.Series;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A remedy that has been run.
 *
 * @param name what it is called
 * @param line what to add to the network's expression, or to type in its place
 * @param expression that runs it over the same inputs: it evaluates to what was measured here
 * @param signal the norms of the gradient of the whole state, t = 0..T
 */
public record Trial(String name, String line, String expression, List<Scaled> signal) {
    /** Copies. */
    public Trial {
        signal = List.copyOf(signal);
    }

    /** Best first, as {@link #strays()} has it; what has no number comes last. */
    static Comparator<Trial> bestFirst() {
        return Comparator.comparingDouble(
                trial -> Double.isNaN(trial.strays()) ? Double.POSITIVE_INFINITY : trial.strays());
    }

    Decay decay() {
        return new Decay(signal);
    }

    /** {@return the geometric mean of the factors per step} */
    public double perStep() {
        return decay().perStep();
    }

    /** {@return ‖g_0‖/‖g_T‖} */
    public double arrives() {
        return decay().left().value();
    }

    /** {@return the steps until 1 % is left; T + 1 if more is left all the way} */
    public int horizon() {
        return decay().horizon(Diagnosis.LEFT);
    }

    /** {@return vanishing, stable, exploding or mixed} */
    public Verdict verdict() {
        return decay().verdict();
    }

    /** {@return the verdict, with rate, half-life and what is left, as a sentence} */
    public String sentence() {
        return decay().sentence();
    }

    /** {@return whether a mixed signal falls and comes back, and doesn't rise and fall} */
    public boolean dips() {
        return decay().dips();
    }

    /** {@return the latest t at which the signal is exactly 0, or −1} */
    public int endsAt() {
        return decay().deadFrom();
    }

    /** {@return the largest |ln(‖g_t‖/‖g_T‖)| over all t, nepers: how far the signal ever gets from what the loss sent} */
    public double strays() {
        Scaled sent = signal.get(signal.size() - 1);
        double most = 0;
        for (Scaled norm : signal) {
            // NaN, of a run that broke off, stays.
            most = Math.max(most, Math.abs(norm.over(sent).ln()));
        }
        return most;
    }

    /** {@return ‖g_t‖/‖g_T‖ over t} */
    Series curve() {
        Scaled sent = signal.get(signal.size() - 1);
        return new Series(
                name,
                IntStream.range(0, signal.size())
                        .mapToObj(t ->
                                new Series.Point(Scaled.of(t), signal.get(t).over(sent)))
                        .toList());
    }

    List<Cell> row(int steps) {
        int horizon = horizon();
        return List.of(
                Cell.text(name),
                Double.isNaN(strays()) ? Cell.blank() : horizon > steps ? Cell.text("> " + steps) : Cell.whole(horizon),
                Cell.real(decay().left()),
                Cell.real(strays()),
                Cell.text(line));
    }
}
