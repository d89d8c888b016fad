package gradflow.internal.kernel;

/** A function φ applied to each unit, with its derivative φ′. */
public interface Pointwise {

    /**
     * Writes φ(z) and φ′(z) of one layer.
     *
     * @param layer its z is read, {@code [n]}: the pre-activations, measured
     * @param h written, {@code [n]} from {@code hAt}: φ(z)
     * @param hAt offset into h
     * @param slope written, {@code [n]} from {@code slopeAt}: φ′(z)·2^−e
     * @param slopeAt offset into slope
     * @return e: 0, but where every φ′(z) of the layer is so small that it might underflow
     */
    int apply(Layer layer, double[] h, int hAt, double[] slope, int slopeAt);

    /**
     * {@return whether φ(k·z) = k·φ(z) for every k > 0} Then a state beyond the range of a double can be carried with
     * an exponent of its own.
     */
    default boolean homogeneous() {
        return false;
    }
}
