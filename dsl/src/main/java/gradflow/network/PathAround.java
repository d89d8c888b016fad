package gradflow.network;

import gradflow.internal.check.Numerals;

/**
 * The path around φ, h_t = carry·h_{t-1} + gain·φ(z_t).
 *
 * @param carry 0 for the textbook's network, 1 for a residual one, 1 − gain for a leaky one
 * @param gain the weight of φ
 */
record PathAround(double carry, double gain) {
    static final PathAround NONE = new PathAround(0, 1);

    static PathAround residual(double alpha) {
        return new PathAround(1, alpha);
    }

    static PathAround leaky(double alpha) {
        return new PathAround(1 - alpha, alpha);
    }

    /** {@return h_t as PyTorch code, for φ(z_t) as an expression} */
    String torch(String phi) {
        if (carry == 0) {
            return gain == 1 ? phi : Numerals.plain(gain) + " * " + phi;
        }
        String kept = carry == 1 ? "h[t - 1]" : "(1 - " + Numerals.plain(gain) + ") * h[t - 1]";
        return kept + " + " + (gain == 1 ? phi : Numerals.plain(gain) + " * " + phi);
    }

    /** {@return the word as it is typed} */
    @Override
    public String toString() {
        return carry == 1 ? "residual(" + Numerals.plain(gain) + ")" : "leaky(" + Numerals.plain(gain) + ")";
    }
}
