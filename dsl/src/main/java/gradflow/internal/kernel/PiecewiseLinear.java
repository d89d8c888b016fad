package gradflow.internal.kernel;

/**
 * φ(z) = z for z > 0 and below·z for z ≤ 0: ReLU (below = 0), leaky ReLU, and the identity (below = 1). The derivative at
 * 0 is that of the left side, as PyTorch has it.
 *
 * @param below the slope left of 0
 */
public record PiecewiseLinear(double below) implements Pointwise {

    @Override
    public int apply(Layer layer, double[] h, int hAt, double[] slope, int slopeAt) {
        double[] z = layer.z;
        for (int i = 0; i < z.length; i++) {
            double s = z[i] > 0 ? 1 : below;
            slope[slopeAt + i] = s;
            h[hAt + i] = s == 0 ? 0 : s * z[i];
        }
        return 0;
    }

    @Override
    public boolean homogeneous() {
        return true;
    }
}
