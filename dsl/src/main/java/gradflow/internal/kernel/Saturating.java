package gradflow.internal.kernel;

/**
 * tanh and the logistic function σ. Both follow from e = exp(a) − 1 with a ≥ 0, without cancellation on either side:
 *
 * <pre>
 * tanh z  = sign(z)·e/(e+2)                     tanh′ z = 4(e+1)/(e+2)²      with a = 2|z|
 * σ(z)    = (e+1)/(e+2) or 1/(e+2) for z &lt; 0    σ′(z)   = (e+1)/(e+2)²       with a = |z|
 * </pre>
 *
 * <p>1 − tanh² z would be exactly 0 from |z| = 19 on; this is right as long as a double can hold it, and beyond that
 * the layer's slopes come with a common power of two.
 */
public enum Saturating implements Pointwise {
    /** The hyperbolic tangent. */
    TANH(2, 4),
    /** The logistic function σ(z) = 1/(1 + e^−z). */
    SIGMOID(1, 1);

    /** Beyond it e + 2 would overflow; both functions have long reached their limits. */
    static final double FAR = 700;

    private static final double SMALL_SLOPE = 0x1p-500;

    private final double stretch;
    private final double height;

    Saturating(double stretch, double height) {
        this.stretch = stretch;
        this.height = height;
    }

    @Override
    public int apply(Layer layer, double[] h, int hAt, double[] slope, int slopeAt) {
        double[] z = layer.z;
        if (z.length >= SaturatingLayer.LEAST_UNITS && stretch * layer.largest() <= FAR) {
            SaturatingLayer.apply(layer, stretch, height, this == TANH, h, hAt, slope, slopeAt);
        } else {
            for (int i = 0; i < z.length; i++) {
                double a = stretch * Math.abs(z[i]);
                boolean far = a >= FAR;
                double e = far ? 0 : Exponential.expm1(a);
                h[hAt + i] = far ? value(z[i]) : value(z[i], e);
                slope[slopeAt + i] = far ? slope(z[i]) : slopeFrom(e);
            }
        }
        for (int i = 0; i < z.length; i++) {
            if (slope[slopeAt + i] >= SMALL_SLOPE) {
                return 0;
            }
        }
        return scaledSlopes(z, slope, slopeAt);
    }

    /** {@return φ(z)} */
    public double value(double z) {
        double a = Math.min(stretch * Math.abs(z), FAR);
        return a == FAR && this == SIGMOID && z < 0
                ? Exponential.expOfNegative(z).value()
                : value(z, Exponential.expm1(a));
    }

    private double value(double z, double e) {
        if (this == TANH) {
            return Math.copySign(e / (e + 2), z);
        }
        return z >= 0 ? (e + 1) / (e + 2) : 1 / (e + 2);
    }

    /** {@return φ′(z), 0 where it is below the range of a double} */
    public double slope(double z) {
        double a = stretch * Math.abs(z);
        return a > FAR ? height * Exponential.expOfNegative(-a).value() : slopeFrom(Exponential.expm1(a));
    }

    private double slopeFrom(double e) {
        return height * ((e + 1) / (e + 2)) / (e + 2);
    }

    /** Every unit is far out, where φ′ = height·e^−a to the last digit. */
    private int scaledSlopes(double[] z, double[] slope, int at) {
        long most = Long.MIN_VALUE;
        for (double pre : z) {
            most = Math.max(most, farSlope(pre).exponent());
        }
        int common = (int) Math.max(Integer.MIN_VALUE / 2, most);
        for (int i = 0; i < z.length; i++) {
            Scaled s = farSlope(z[i]);
            slope[at + i] = new Scaled(s.significand(), s.exponent() - common).value();
        }
        return common;
    }

    private Scaled farSlope(double z) {
        return Exponential.expOfNegative(-stretch * Math.abs(z)).times(Scaled.of(height));
    }
}
