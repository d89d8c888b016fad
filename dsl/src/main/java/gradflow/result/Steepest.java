package gradflow.result;

import gradflow.model.Activation;

/** The maximum of |φ′|, found by looking. */
public final class Steepest {
    private static final double REACH = 40;
    private static final double SPACING = 0.25;
    private static final double GOLDEN = 0.6180339887498949;
    private static final int HALVINGS = 80;

    private Steepest() {}

    /** {@return max |φ′(z)| over −40 ≤ z ≤ 40: a scan, then a golden-section search around its best point} */
    public static double of(Activation phi) {
        double best = 0;
        for (double z = -REACH; z <= REACH; z += SPACING) {
            if (at(phi, z) > at(phi, best)) {
                best = z;
            }
        }
        double low = best - SPACING;
        double high = best + SPACING;
        for (int i = 0; i < HALVINGS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (at(phi, left) >= at(phi, right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.max(at(phi, best), at(phi, (low + high) / 2));
    }

    private static double at(Activation phi, double z) {
        return Math.abs(phi.derivative(z));
    }
}
