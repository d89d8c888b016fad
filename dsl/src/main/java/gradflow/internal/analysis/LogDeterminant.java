package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.StepJacobian;
import java.util.function.IntFunction;

/**
 * ln|det J| by Gaussian elimination with partial pivoting: what the Lyapunov exponents must add up to, had in another way.
 */
public final class LogDeterminant {
    private LogDeterminant() {}

    /**
     * {@return (1/T)·Σ_t ln|det J_t|, nats a step; −∞ if a Jacobian is singular}
     *
     * @param steps T ≥ 1
     * @param jacobian of step t = 1..T
     */
    public static double mean(int steps, IntFunction<StepJacobian> jacobian) {
        double sum = 0;
        double[][] known = new double[0][];
        double ofKnown = 0;
        for (int t = 1; t <= steps; t++) {
            Interrupts.poll();
            StepJacobian step = jacobian.apply(t);
            // The steps of a vanilla network share one W.
            if (step.rows() != known) {
                known = step.rows();
                ofKnown = of(known);
            }
            double slopes = 0;
            for (double d : step.slopes()) {
                slopes += new Scaled(d, step.exponent()).ln();
            }
            sum += slopes + ofKnown;
        }
        return sum / steps;
    }

    /** {@return ln|det W|} */
    static double of(double[][] w) {
        Scaling scaling = Scaling.of(w);
        double[][] a = scaling.rows();
        Scaled product = new Scaled(1, (long) scaling.exponent() * a.length);
        for (int k = 0; k < a.length; k++) {
            pivot(a, k);
            product = product.times(Scaled.of(a[k][k]));
            if (a[k][k] == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            for (int i = k + 1; i < a.length; i++) {
                RowArithmetic.addTimes(-a[i][k] / a[k][k], a[k], a[i], k, a.length);
            }
        }
        return product.ln();
    }

    private static void pivot(double[][] a, int k) {
        int best = k;
        for (int i = k + 1; i < a.length; i++) {
            best = Math.abs(a[i][k]) > Math.abs(a[best][k]) ? i : best;
        }
        double[] row = a[k];
        a[k] = a[best];
        a[best] = row;
    }
}
