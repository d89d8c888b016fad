package gradflow.experiment;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * A sweep over real values, which goes on with {@code by} to a second quantity; its numbers then aren't used, and {@code
 * sweep(name, values)} doesn't compute them.
 *
 * <pre>{@code
 * sweep("w", linspace(0.5, 2, 7), w -> scalar(w).unroll(20).gradNorms().norm(0))
 * }</pre>
 */
public final class RealSweep extends Sweep {
    private RealSweep(Quantity over, Kept kept, String label, String expression) {
        super(over, kept, label, "", expression);
    }

    /** {@return the numbers that a function has at these values, computed in order} */
    public static RealSweep of(String name, double[] values, DoubleUnaryOperator value) {
        Quantity over = Quantity.real("sweep(", name, values);
        over.asked("sweep(", value, over.variable() + " ->");
        Kept kept = Kept.of(over.size(), i -> value.applyAsDouble(over.at(i)), over::text);
        return new RealSweep(over, kept, "value", expression(over));
    }

    @Override
    public RealSweep named(String label) {
        Sweep named = super.named(label);
        return new RealSweep(named.over, named.kept, named.label, named.expression);
    }

    /** {@return a number over these values and real ones of a second quantity, computed anew} */
    public Grid by(String name, double[] values, DoubleBinaryOperator value) {
        return new RealAxis(over).by(name, values, value);
    }

    /** {@return a number over these values and whole ones of a second quantity, computed anew} */
    public Grid by(String name, int[] values, RealAxis.ByWhole value) {
        return new RealAxis(over).by(name, values, value);
    }
}
