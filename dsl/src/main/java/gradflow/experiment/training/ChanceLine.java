package gradflow.experiment.training;

import gradflow.result.Sentences;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Losses beside what one gets who remembers nothing. Losses of single batches scatter: so a mean over the last {@value #WINDOW}
 * counts, and is below where it is so by three standard errors.
 */
final class ChanceLine {
    private static final int WINDOW = 20;
    private static final int LEAST = 5;
    private static final double CLEARLY = 3;

    private final double chance;
    private final double[] losses;

    ChanceLine(double chance, double[] losses) {
        this.chance = chance;
        this.losses = losses;
    }

    /** The mean of some losses, and how far it is known. */
    private record Mean(double value, double error) {
        boolean isBelow(double line) {
            return value + CLEARLY * error < line;
        }

        boolean isAbove(double line) {
            return value - CLEARLY * error > line;
        }
    }

    /** {@return the mean of the losses up to step i} */
    private Mean upTo(int i) {
        double[] last = Arrays.copyOfRange(losses, Math.max(0, i - WINDOW), i);
        double mean = Arrays.stream(last).average().orElse(Double.NaN);
        double squares = Arrays.stream(last).map(x -> (x - mean) * (x - mean)).sum();
        // Of a single loss nothing is known.
        return new Mean(mean, Math.sqrt(squares / (last.length - 1) / last.length));
    }

    /** {@return the first step from which on the loss stays below chance, if it does so at the end} */
    OptionalInt belowFrom() {
        int from = losses.length + 1;
        while (from > LEAST && upTo(from - 1).isBelow(chance)) {
            from--;
        }
        return from > losses.length || losses.length < LEAST ? OptionalInt.empty() : OptionalInt.of(from);
    }

    private String verdict(Mean end) {
        if (losses.length < LEAST) {
            return "too few steps for a verdict: ";
        }
        return end.isAbove(chance) ? "above chance: " : "at chance, as if nothing were remembered: ";
    }

    /** {@return where the loss has come to, as a sentence} */
    String sentence(String memoryless) {
        Mean end = upTo(losses.length);
        String there = "the loss ends at " + Sentences.factor(end.value)
                + (losses.length > 1
                        ? " ± " + Sentences.factor(end.error) + ", mean of the last " + Math.min(WINDOW, losses.length)
                        : "");
        String line = memoryless + " gets " + Sentences.factor(chance);
        OptionalInt from = belowFrom();
        if (from.isPresent()) {
            return "below chance from step " + from.getAsInt() + " on: " + there + ", where " + line;
        }
        return verdict(end) + there + ", where " + line;
    }
}
