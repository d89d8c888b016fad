package gradflow.experiment;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Interrupts;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * Numbers that are computed one after the other. A person who stops the rest keeps those that are there, which are the same,
 * bit for bit, as those of a run to the end. The one that was being computed then isn't among them, even if it came to a
 * number: code that catches what it is stopped by may give any.
 */
final class Kept {
    /** How they are computed, in a few words. */
    static final String METHOD = "one number a point, computed in order";

    private final double[] values;
    private final int wanted;

    /**
     * @param values those that are there
     * @param wanted how many there were to be
     */
    Kept(double[] values, int wanted) {
        this.values = values;
        this.wanted = wanted;
    }

    /**
     * Computes them in order, on this thread.
     *
     * @param wanted how many
     * @param value the number of a point, from 0
     * @param point names a point, for a refusal at it
     */
    static Kept of(int wanted, IntToDoubleFunction value, IntFunction<String> point) {
        double[] values = new double[wanted];
        for (int i = 0; i < wanted; i++) {
            try {
                Interrupts.poll();
                values[i] = value.applyAsDouble(i);
                Interrupts.poll();
            } catch (RuntimeException | Error thrown) {
                if (Interrupts.asked(thrown) && i > 0) {
                    return new Kept(Arrays.copyOf(values, i), wanted);
                }
                if (thrown instanceof Refusal refusal) {
                    throw refusal.at(point.apply(i) + ", point " + (i + 1) + " of " + wanted);
                }
                throw thrown;
            }
        }
        return new Kept(values, wanted);
    }

    /** {@return how many are there} */
    int count() {
        return values.length;
    }

    /** {@return the i-th, from 0} */
    double at(int i) {
        return values[i];
    }

    /** {@return a copy of them} */
    double[] values() {
        return values.clone();
    }

    /** {@return whether there were to be more} */
    boolean stopped() {
        return values.length < wanted;
    }

    /**
     * {@return what is to be said of those that are missing, a line at most}
     *
     * @param what they are, as {@code points}
     */
    List<String> missing(String what) {
        return stopped() ? List.of("stopped after " + values.length + " of " + wanted + " " + what) : List.of();
    }
}
