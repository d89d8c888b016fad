package gradflow.network;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Trajectory;
import java.math.BigDecimal;
import java.math.MathContext;

/** Says before the run that it would not fit, and how much it would take. */
final class Memory {
    private static final double GIGABYTE = 1e9;
    /** What a run may take of the heap: the questions need room too. */
    private static final double SHARE = 0.8;

    private Memory() {}

    /** Refuses a run whose weights, inputs and states are larger than the heap, or than one array can be. */
    static void check(String expression, int hidden, int input, int steps) {
        double weights = 8.0 * hidden * ((double) hidden + input) * 3;
        double inputs = steps * (8.0 * input + 24);
        double need = weights + inputs + Trajectory.bytes(hidden, steps);
        double most = SHARE * Runtime.getRuntime().maxMemory();
        double longest = ((double) steps + 1) * hidden;
        if (need <= most && longest < Integer.MAX_VALUE - 8) {
            return;
        }
        boolean byWidth = weights > most;
        double perStep = Trajectory.bytes(hidden, 1) + 8.0 * input + 24;
        double fitting = Math.min((most - weights) / perStep, (Integer.MAX_VALUE - 8.0) / hidden - 1);
        throw new Refusal(
                "unroll(T): " + (byWidth ? "the weights" : "the states") + " would take " + gigabytes(need)
                        + " GB, but " + gigabytes(Math.min(most, 8.0 * Integer.MAX_VALUE * 2)) + " GB fit",
                expression + ".unroll(" + steps + ")",
                byWidth
                        ? "fewer units, or a larger heap: GRADFLOW_JAVA_OPTS=-Xmx" + Math.round(need / GIGABYTE + 1)
                                + "g"
                        : "unroll(" + rounded(fitting) + "), or a larger heap (-Xmx)");
    }

    private static String gigabytes(double bytes) {
        return new BigDecimal(bytes / GIGABYTE)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** One digit is enough to go on with. */
    private static long rounded(double steps) {
        long power = 1;
        while (steps / power >= 10) {
            power *= 10;
        }
        return power * (long) (steps / power);
    }
}
