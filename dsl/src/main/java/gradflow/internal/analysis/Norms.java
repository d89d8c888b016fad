package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;

/** Frobenius norms that neither underflow nor overflow on the way. */
public final class Norms {
    private Norms() {}

    /** {@return ‖a‖_F = √Σ a_ij², also where it exceeds the largest double} */
    public static Scaled frobenius(Mat a) {
        Scaling scaling = Scaling.of(Finite.entries("the Frobenius norm", a));
        return new Scaled(frobenius(scaling.rows()), scaling.exponent());
    }

    /** {@return √Σ a_ij² of rows whose squares stay within the range of a double} */
    static double frobenius(double[][] rows) {
        double squares = 0;
        for (double[] row : rows) {
            for (double entry : row) {
                squares += entry * entry;
            }
        }
        return Math.sqrt(squares);
    }
}
