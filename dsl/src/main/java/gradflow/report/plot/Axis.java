package gradflow.report.plot;

import java.util.List;

/**
 * One of the two axes.
 *
 * @param label what is measured along it, in the field's signs
 * @param scale how values are placed
 * @param marked values that are written at the axis, if there is room for all of them; of none, round numbers are
 */
public record Axis(String label, Scale scale, List<Double> marked) {

    /** Copies. */
    public Axis {
        marked = List.copyOf(marked);
    }

    /** An axis on which round numbers are written. */
    public Axis(String label, Scale scale) {
        this(label, scale, List.of());
    }

    /** {@return an axis that places by the value} */
    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR);
    }

    /** {@return an axis of powers of ten} */
    public static Axis logarithmic(String label) {
        return new Axis(label, Scale.LOGARITHMIC);
    }

    boolean isLogarithmic() {
        return scale == Scale.LOGARITHMIC;
    }
}
