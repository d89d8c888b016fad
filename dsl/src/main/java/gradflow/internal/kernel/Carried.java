package gradflow.internal.kernel;

/** A vector with an exponent of its own, significands·2^exponent: for parts of a gradient that differ by many decades. */
public final class Carried {
    private final double[] significands;
    private final long exponent;

    private Carried(double[] significands, long exponent) {
        this.significands = significands;
        this.exponent = exponent;
    }

    /** {@return 2^exponent·v; v is taken over} */
    public static Carried of(double[] v, long exponent) {
        return new Carried(v, exponent + Vectors.recentre(v, 0, v.length));
    }

    /** {@return a vector of n zeros} */
    public static Carried zeros(int n) {
        return new Carried(new double[n], 0);
    }

    /** {@return the significands, {@code [n]}, to be read only} */
    public double[] significands() {
        return significands;
    }

    /** {@return the power of two} */
    public long exponent() {
        return exponent;
    }

    /** {@return this + other} */
    public Carried plus(Carried other) {
        if (other.isZero()) {
            return this;
        }
        if (isZero() || other.exponent > exponent) {
            return isZero() ? other : other.plus(this);
        }
        double[] sum = other.significands.clone();
        Vectors.shift(sum, 0, sum.length, other.exponent - exponent);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += significands[i];
        }
        return of(sum, exponent);
    }

    /** {@return the Euclidean norm} */
    public Scaled norm() {
        return Vectors.norm(significands, 0, significands.length, exponent);
    }

    private boolean isZero() {
        return Vectors.largest(significands, 0, significands.length) == 0;
    }
}
