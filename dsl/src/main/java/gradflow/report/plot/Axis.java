package gradflow.report.plot;

/**
 * One of the two axes.
 *
 * @param label what is measured along it, in the field's signs
 * @param scale how values are placed
 */
public record Axis(String label, Scale scale) {

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
