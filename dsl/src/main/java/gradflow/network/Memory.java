package gradflow.network;

import gradflow.internal.check.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Says before a run that it would not fit, and how much it would take. */
final class Memory {
    private static final double GIGABYTE = 1e9;
    /** What a run may take of the heap: the questions need room too. */
    private static final double SHARE = 0.8;

    /** Weights are held by rows and by columns, and copied once on the way. */
    private static final int COPIES = 3;

    /** The row of an input has a header, and there is a reference to it. */
    private static final int BYTES_OF_ROW = 24;

    /** A norm with an exponent of its own, in a list. */
    private static final int BYTES_OF_NORM = 32;

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
        double step = 8.0 * sizes.m() + BYTES_OF_ROW + BYTES_OF_NORM;
        double most = SHARE * Runtime.getRuntime().maxMemory();
        IntToDoubleFunction need = t -> weights + t * step + tape.applyAsDouble(t);
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
