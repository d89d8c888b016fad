package gradflow.internal.kernel;

/** Some steps of a forward pass in a row: the states after the steps from..to, and what happened in the steps between. */
abstract class Stretch {
    private final int from;
    private final int to;

    Stretch(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** {@return the step after which this begins} */
    final int from() {
        return from;
    }

    /** {@return the last step} */
    final int to() {
        return to;
    }

    /** {@return whether the state after step t is here} */
    final boolean hasState(int t) {
        return t >= from && t <= to;
    }

    /** {@return whether step t is here, and so the states before and after it} */
    final boolean hasStep(int t) {
        return t > from && t <= to;
    }

    /** {@return the last state, to be read only: {@code width} entries from {@link #endAt()}} */
    abstract double[] end();

    /** {@return where in {@link #end()} it begins} */
    abstract int endAt();

    /** {@return the power of two of the last state} */
    abstract long endExponent();
}
