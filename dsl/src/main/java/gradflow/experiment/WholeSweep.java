package gradflow.experiment;

import java.util.function.IntToDoubleFunction;

/**
 * A sweep over whole values, which goes on with {@code by} to a second quantity; its numbers then aren't used, and {@code
 * sweep(name, values)} doesn't compute them.
 *
 * <pre>{@code
 * sweep("T", ints(10, 20, 50), T -> rnn().unroll(T).gradNorms().perStep())
 * }</pre>
 */
public final class WholeSweep extends Sweep {
    private WholeSweep(Quantity over, Kept kept, String label, String expression) {
        super(over, kept, label, "", expression);
    }

    /** {@return the numbers that a function has at these values, computed in order} */
    public static WholeSweep of(String name, int[] values, IntToDoubleFunction value) {
        Quantity over = Quantity.whole("sweep(", name, values);
        over.asked("sweep(", value, over.variable() + " ->");
        Kept kept = Kept.of(over.size(), i -> value.applyAsDouble(over.wholeAt(i)), over::text);
        return new WholeSweep(over, kept, "value", expression(over));
    }

    @Override
    public WholeSweep named(String label) {
        Sweep named = super.named(label);
        return new WholeSweep(named.over, named.kept, named.label, named.expression);
    }

    /** {@return a number over these values and real ones of a second quantity, computed anew} */
    public Grid by(String name, double[] values, WholeAxis.ByReal value) {
        return new WholeAxis(over).by(name, values, value);
    }

    /** {@return a number over these values and whole ones of a second quantity, computed anew} */
    public Grid by(String name, int[] values, WholeAxis.ByWhole value) {
        return new WholeAxis(over).by(name, values, value);
    }
}
