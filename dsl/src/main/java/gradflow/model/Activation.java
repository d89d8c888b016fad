package gradflow.model;

import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.kernel.Layer;
import gradflow.internal.kernel.PiecewiseLinear;
import gradflow.internal.kernel.Pointwise;
import gradflow.internal.kernel.Saturating;

/**
 * The nonlinearity φ, applied to each unit. Its derivative φ′ multiplies the gradient at every step, so it is computed as
 * a function of its own and not from φ: 1 − tanh² z is 0 in doubles from |z| = 19 on, sech² z isn't.
 */
public sealed interface Activation {

    /** φ(z) = tanh z, φ′(z) = sech² z ≤ 1. */
    record Tanh() implements Activation {
        @Override
        public Pointwise pointwise() {
            return Saturating.TANH;
        }

        @Override
        public String torch(String z) {
            return "torch.tanh(" + z + ")";
        }

        @Override
        public String toString() {
            return "tanh()";
        }
    }

    /** φ(z) = σ(z) = 1/(1 + e^−z), φ′(z) = σ(z)·σ(−z) ≤ ¼. */
    record Sigmoid() implements Activation {
        @Override
        public Pointwise pointwise() {
            return Saturating.SIGMOID;
        }

        @Override
        public String torch(String z) {
            return "torch.sigmoid(" + z + ")";
        }

        @Override
        public String toString() {
            return "sigmoid()";
        }
    }

    /** φ(z) = max(z, 0); φ′(z) is 1 for z &gt; 0 and 0 for z ≤ 0, as in PyTorch. */
    record Relu() implements Activation {
        @Override
        public Pointwise pointwise() {
            return new PiecewiseLinear(0);
        }

        @Override
        public String torch(String z) {
            return "torch.relu(" + z + ")";
        }

        @Override
        public String toString() {
            return "relu()";
        }
    }

    /** φ(z) = z, φ′(z) = 1: the network without nonlinearity. */
    record Linear() implements Activation {
        @Override
        public Pointwise pointwise() {
            return new PiecewiseLinear(1);
        }

        @Override
        public String torch(String z) {
            return z;
        }

        @Override
        public String toString() {
            return "linear()";
        }
    }

    /**
     * φ(z) = z for z &gt; 0 and slope·z for z ≤ 0; φ′ likewise 1 or slope, as in PyTorch.
     *
     * @param slope for z ≤ 0
     */
    record LeakyRelu(double slope) implements Activation {
        /** Refuses NaN and the infinities. */
        public LeakyRelu {
            Check.finite(
                    slope,
                    "leakyRelu(slope)",
                    "slope",
                    "leakyRelu(" + Numerals.plain(slope) + ")",
                    "leakyRelu(0.01), PyTorch's default");
        }

        @Override
        public Pointwise pointwise() {
            return new PiecewiseLinear(slope);
        }

        @Override
        public String torch(String z) {
            return "nn.functional.leaky_relu(" + z + ", " + Numerals.plain(slope) + ")";
        }

        @Override
        public String toString() {
            return "leakyRelu(" + Numerals.plain(slope) + ")";
        }
    }

    /** {@return φ and φ′ as the kernels use them} */
    Pointwise pointwise();

    /** {@return φ of an expression, as PyTorch code} */
    String torch(String z);

    /** {@return φ(z)} */
    default double value(double z) {
        double[] h = new double[1];
        var unusedExponent = pointwise().apply(Layer.of(new double[] {z}), h, 0, new double[1], 0);
        return h[0];
    }

    /** {@return φ′(z)} */
    default double derivative(double z) {
        double[] slope = new double[1];
        int exponent = pointwise().apply(Layer.of(new double[] {z}), new double[1], 0, slope, 0);
        return Math.scalb(slope[0], exponent);
    }
}
