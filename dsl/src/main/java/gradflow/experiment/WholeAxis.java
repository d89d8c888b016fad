package gradflow.experiment;

/**
 * Whole values of a quantity, to which {@code by} gives a second one. Nothing is computed before that.
 *
 * <pre>{@code
 * sweep("T", ints(10, 20, 50))
 * }</pre>
 */
public final class WholeAxis {
    private final Quantity first;

    WholeAxis(Quantity first) {
        this.first = first;
    }

    /** {@return these values of a quantity} */
    public static WholeAxis of(String name, int[] values) {
        return new WholeAxis(Quantity.whole("sweep(", name, values));
    }

    /** {@return a number over these values and real ones of a second quantity, computed at once} */
    public Grid by(String name, double[] values, ByReal value) {
        Quantity second = Quantity.real(this + ".by(", name, values);
        return Grid.of(first, second, value, (i, j) -> value.at(first.wholeAt(i), second.at(j)));
    }

    /** {@return a number over these values and whole ones of a second quantity, computed at once} */
    public Grid by(String name, int[] values, ByWhole value) {
        Quantity second = Quantity.whole(this + ".by(", name, values);
        return Grid.of(first, second, value, (i, j) -> value.at(first.wholeAt(i), second.wholeAt(j)));
    }

    /** A number for a whole value of the first quantity and a real one of the second. */
    @FunctionalInterface
    public interface ByReal {
        /** {@return the number} */
        double at(int first, double second);
    }

    /** A number for whole values of two quantities. */
    @FunctionalInterface
    public interface ByWhole {
        /** {@return the number} */
        double at(int first, int second);
    }

    /** {@return the expression that makes this} */
    @Override
    public String toString() {
        return "sweep(" + first.arguments() + ")";
    }
}
