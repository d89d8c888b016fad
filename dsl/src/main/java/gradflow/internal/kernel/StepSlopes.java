package gradflow.internal.kernel;

/** φ′(z_t) of one step after the other, in an array of its own: only there do loops over it make vector instructions. */
final class StepSlopes {
    private final Trajectory run;
    private final double[] slopes;
    private int step;
    private int exponent;

    StepSlopes(Trajectory run) {
        this.run = run;
        slopes = new double[run.hidden()];
    }

    /** {@return φ′(z_t) without its power of two, {@code [n]}, to be read only; the same array each time} */
    double[] of(int t) {
        if (t != step) {
            RnnStretch stretch = run.withStep(t);
            Vectors.copy(stretch.slope, stretch.slopeAt(t), slopes);
            exponent = stretch.slopeExponent(t);
            step = t;
        }
        return slopes;
    }

    /** {@return the power of two of the step that was asked for last} */
    int exponent() {
        return exponent;
    }
}
