package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;

/** What PyTorch's {@code clip_grad_norm_} and {@code clip_grad_value_} make of a gradient. */
public final class Clipping {
    /** PyTorch adds it to the norm, so that a norm of exactly max becomes a little less. */
    private static final double AWAY_FROM_ZERO = 1e-6;

    private Clipping() {}

    /** {@return min(1, max/(‖g‖ + 1e-6)), {@code clip_grad_norm_}'s factor; 0 for an infinite norm, NaN for NaN} */
    public static double coefficient(Scaled norm, double max) {
        double factor =
                Scaled.of(max).over(norm.plus(Scaled.of(AWAY_FROM_ZERO))).value();
        return factor > 1 ? 1 : factor;
    }

    /** {@return the gradient scaled so that its Frobenius norm is at most max; ∞ becomes NaN, without a word, as there} */
    public static Mat byNorm(Mat gradient, double max) {
        return gradient.times(coefficient(norm(gradient), max));
    }

    /** {@return the gradient with each entry cut to ±max; NaN stays} */
    public static Mat byValue(Mat gradient, double max) {
        return Mat.filled(gradient.rows(), gradient.columns(), (i, j) -> {
            double entry = gradient.at(i, j);
            return entry > max ? max : entry < -max ? -max : entry;
        });
    }

    /** {@return the Frobenius norm} */
    public static Scaled norm(Mat matrix) {
        Scaled square = Scaled.ZERO;
        for (double[] row : matrix.toRows()) {
            for (double entry : row) {
                Scaled scaled = Scaled.of(entry);
                square = square.plus(scaled.times(scaled));
            }
        }
        return square.squareRoot();
    }

    /** {@return the cosine of the angle between two gradients, NaN if one of them is 0} */
    public static double cosine(Mat a, Mat b) {
        Scaled dot = Scaled.ZERO;
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                dot = dot.plus(Scaled.of(a.at(i, j)).times(Scaled.of(b.at(i, j))));
            }
        }
        double cosine = dot.over(norm(a).times(norm(b))).value();
        return Math.abs(cosine) > 1 ? Math.signum(cosine) : cosine;
    }
}
