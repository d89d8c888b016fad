package gradflow.experiment;

import java.util.function.DoubleBinaryOperator;

/**
 * Real values of a quantity, to which {@code by} gives a second one. Nothing is computed before that.
 *
 * <pre>{@code
 * sweep("g", linspace(0.5, 2, 16))
 * }</pre>
 */
public final class RealAxis {
    private final Quantity first;

    RealAxis(Quantity first) {
        this.first = first;
    }

    /** {@return these values of a quantity} */
    public static RealAxis of(String name, double[] values) {
        return new RealAxis(Quantity.real("sweep(", name, values));
    }

    /** {@return a number over these values and real ones of a second quantity, computed at once} */
    public Grid by(String name, double[] values, DoubleBinaryOperator value) {
        Quantity second = Quantity.real(this + ".by(", name, values);
        return Grid.of(first, second, value, (i, j) -> value.applyAsDouble(first.at(i), second.at(j)));
    }

    /** {@return a number over these values and whole ones of a second quantity, computed at once} */
    public Grid by(String name, int[] values, ByWhole value) {
        Quantity second = Quantity.whole(this + ".by(", name, values);
        return Grid.of(first, second, value, (i, j) -> value.at(first.at(i), second.wholeAt(j)));
    }

    /** A number for a real value of the first quantity and a whole one of the second. */
    @FunctionalInterface
    public interface ByWhole {
        /** {@return the number} */
        double at(double first, int second);
    }

    /** {@return the expression that makes this} */
    @Override
    public String toString() {
        return "sweep(" + first.arguments() + ")";
    }
}
