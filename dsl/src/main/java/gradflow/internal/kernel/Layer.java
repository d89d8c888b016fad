package gradflow.internal.kernel;

/**
 * The pre-activations of a layer, with room for what lies between them and φ(z): one of these serves all steps of a run, since
 * arrays made anew at each step cost as much as the function.
 */
public final class Layer {
    /** The pre-activations, {@code [n]}. */
    final double[] z;

    final double[] power;
    final double[] rest;
    final double[] lost;
    final double[] e;
    private double largest = Double.NaN;

    /** A layer of n units. */
    Layer(int n) {
        z = new double[n];
        int room = n < SaturatingLayer.LEAST_UNITS ? 0 : n;
        power = new double[room];
        rest = new double[room];
        lost = new double[room];
        e = new double[room];
    }

    /** {@return a layer with a copy of these pre-activations} */
    public static Layer of(double[] z) {
        Layer layer = new Layer(z.length);
        System.arraycopy(z, 0, layer.z, 0, z.length);
        layer.measure();
        return layer;
    }

    /** Finds out how large the pre-activations are; whoever writes them calls it before φ is applied. */
    public void measure() {
        largest = Vectors.largest(z, 0, z.length);
    }

    /** {@return max |z_i| when it was measured, NaN if one is NaN} */
    double largest() {
        return largest;
    }
}
