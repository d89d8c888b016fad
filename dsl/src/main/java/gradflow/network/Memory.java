package gradflow.network;

import gradflow.internal.check.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;

/** Says before a run that it would not fit, and how much it would take. */
final class Memory {
    private static final double GIGABYTE = 1e9;
    /** What a run may take of the heap: the questions need room too. */
    private static final double SHARE = 0.8;

    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;
    /** Weights are held by rows and by columns, and copied once on the way. */
    private static final int COPIES = 3;

    private Memory() {}

    /**
     * Refuses a run whose weights, inputs and states are larger than the heap, or than one array can be.
     *
     * @param where the expression that unrolls
     * @param sizes n and m
     * @param rows of W_hh
     * @param steps T
     * @param tape the bytes that states and slopes take
     */
    static void check(String where, Sizes sizes, int rows, int steps, double tape) {
        double weights = 8.0 * COPIES * rows * ((double) sizes.n() + sizes.m());
        double inputs = steps * (8.0 * sizes.m() + 24);
        double most = SHARE * Runtime.getRuntime().maxMemory();
        double need = weights + inputs + tape;
        // The longest array holds one double a row of W_hh and step.
        double longest = ((double) steps + 1) * rows;
        if (need <= most && longest < LONGEST_ARRAY) {
            return;
        }
        boolean byWidth = weights > most;
        double fitting = Math.min((most - weights) / ((inputs + tape) / steps), (double) LONGEST_ARRAY / rows - 1);
        throw new Refusal(
                "unroll(T): " + (byWidth ? "the weights" : "the states") + " would take " + gigabytes(need)
                        + " GB, but " + (need > most ? gigabytes(most) + " GB fit" : "one array holds 17 GB"),
                where,
                byWidth
                        ? "fewer units, or a larger heap (-Xmx)"
                        : "unroll(" + leadingDigit(fitting) + "), or a larger heap (-Xmx)");
    }

    private static String gigabytes(double bytes) {
        return new BigDecimal(bytes / GIGABYTE)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static long leadingDigit(double steps) {
        long power = 1;
        while (steps / power >= 10) {
            power *= 10;
        }
        return power * (long) (steps / power);
    }
}
