package gradflow.network;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Says before a run, or before an answer, that it would not fit, and how much it would take. */
final class Memory {
    private static final double GIGABYTE = 1e9;
    /** What a run may take of the heap: the questions need room too. */
    private static final double SHARE = 0.8;

    /** Weights are held by rows and by columns, and copied once on the way. */
    private static final int COPIES = 3;

    /** Trained weights have gradients, two running means, and successors too. */
    private static final int TRAINED_COPIES = 10;

    /** The row of an input has a header, and there is a reference to it. */
    private static final int BYTES_OF_ROW = 24;

    /** A norm with an exponent of its own, in a list. */
    private static final int BYTES_OF_NORM = 32;

    /** What a sequence of a training takes beside its numbers. */
    private static final int BYTES_OF_SEQUENCE = 1200;

    /** A row of a target, of which some tasks have one a step. */
    private static final int BYTES_OF_TARGET = 48;

    private Memory() {}

    /**
     * Refuses a run whose weights, inputs, states and norms are larger than the heap.
     *
     * @param where the expression that unrolls
     * @param sizes n and m
     * @param rows of W_hh
     * @param steps T
     * @param tape the bytes that states and slopes take, by T
     */
    static void check(String where, Sizes sizes, int rows, int steps, IntToDoubleFunction tape) {
        double weights = 8.0 * COPIES * rows * ((double) sizes.n() + sizes.m());
        double most = SHARE * Runtime.getRuntime().maxMemory();
        IntToDoubleFunction need =
                t -> weights + inputs(sizes.m(), t) + (double) BYTES_OF_NORM * t + tape.applyAsDouble(t);
        if (need.applyAsDouble(steps) <= most) {
            return;
        }
        boolean byWidth = need.applyAsDouble(1) > most;
        throw new Refusal(
                "unroll(T): " + (byWidth ? "the weights" : "the inputs, states and norms of so many steps")
                        + " would take " + gigabytes(need.applyAsDouble(steps)) + " GB, but " + gigabytes(most)
                        + " GB fit",
                where,
                byWidth
                        ? "fewer units, or a larger heap (-Xmx)"
                        : "unroll(" + roundNumber(steps, t -> need.applyAsDouble(t) <= most)
                                + "), or a larger heap (-Xmx)");
    }

    /**
     * Refuses a training whose weights, sequences and states are larger than the heap.
     *
     * @param where the expression that trains
     * @param sizes n and m
     * @param rows of W_hh
     * @param steps T
     * @param sequences that go side by side
     * @param tape the bytes that the states and slopes of one of them take
     */
    static void check(String where, Sizes sizes, int rows, int steps, int sequences, double tape) {
        double weights = 8.0 * TRAINED_COPIES * rows * ((double) sizes.n() + sizes.m());
        double each = 2 * inputs(sizes.m(), steps) + tape + BYTES_OF_SEQUENCE + (double) BYTES_OF_TARGET * steps;
        double most = SHARE * Runtime.getRuntime().maxMemory();
        double need = weights + sequences * each;
        if (need > most) {
            int fit = (int) ((most - weights) / each);
            throw new Refusal(
                    "steps(n): " + sequences + (sequences == 1 ? " sequence of " : " sequences of ") + steps
                            + " steps at once would take " + gigabytes(need) + " GB, but " + gigabytes(most)
                            + " GB fit",
                    where,
                    (fit >= 1 ? "batch(" + fit + ")" : "shorter sequences, fewer units") + ", or a larger heap (-Xmx)");
        }
    }

    /**
     * Refuses an answer that holds something for every step, and more of it than the heap has left beside the run.
     *
     * @param asked the network that is asked
     * @param answer what is asked
     */
    static void check(Unrolled asked, Answer answer) {
        Run run = asked.run();
        int steps = run.steps();
        IntToDoubleFunction bytes = t -> answer.bytes(run.isGated(), run.stateSize(), t);
        double need = bytes.applyAsDouble(steps);
        if (need <= SHARE * left()) {
            return;
        }
        // What nobody holds any more counts as taken until it has been collected.
        System.gc();
        double most = SHARE * left();
        if (need <= most) {
            return;
        }
        // A shorter run leaves more room, or less where it is kept whole.
        double whole = most + SHARE * held(run, steps);
        throw new Refusal(
                answer.question() + ": the rows of " + steps + " steps would take " + gigabytes(need) + " GB, but only "
                        + gigabytes(most) + " GB are left",
                asked + "." + answer.question(),
                "unroll(" + roundNumber(steps, t -> bytes.applyAsDouble(t) + SHARE * held(run, t) <= whole)
                        + "), or a larger heap (-Xmx)");
    }

    /** {@return the bytes that inputs take} */
    private static double inputs(int m, int steps) {
        return (8.0 * m + BYTES_OF_ROW) * steps;
    }

    /** {@return the bytes that a run takes with its inputs, if it has so many steps} */
    private static double held(Run run, int steps) {
        return run.bytes(steps) + inputs(run.inputs().map(Mat::columns).orElse(0), steps);
    }

    private static double left() {
        Runtime runtime = Runtime.getRuntime();
        return (double) runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    private static String gigabytes(double bytes) {
        return new BigDecimal(bytes / GIGABYTE)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** {@return the largest number with one digit that isn't 0 which is below {@code steps} and fits} */
    private static int roundNumber(int steps, IntPredicate fits) {
        for (int power = 1_000_000_000; power > 1; power /= 10) {
            for (int digit = Math.min(9, steps / power); digit >= 1; digit--) {
                if (fits.test(digit * power)) {
                    return digit * power;
                }
            }
        }
        return 1;
    }
}
