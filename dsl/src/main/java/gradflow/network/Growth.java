package gradflow.network;

import gradflow.internal.analysis.Eigenvalues;
import gradflow.internal.analysis.LyapunovSpectrum;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.StepJacobian;
import java.util.function.IntFunction;

/**
 * How fast step Jacobians stretch the direction that grows most: λ_1, in the mean over a run. Where all steps have the same
 * Jacobian J, as those of a linear network or of one whose state stays at 0, λ_1 = ln ρ(J), whatever the length of the run.
 *
 * @param exponent λ_1, nats a step
 * @param standardError of it; 0 where it is exact, NaN with fewer than 8 steps
 */
record Growth(double exponent, double standardError) {
    static final Growth UNDEFINED = new Growth(Double.NaN, Double.NaN);

    /**
     * {@return the growth along a sequence of Jacobians}
     *
     * @param size n, of the Jacobians
     * @param steps T ≥ 1
     * @param jacobian of step t = 1..T; asked for several times
     */
    static Growth of(int size, int steps, IntFunction<StepJacobian> jacobian) {
        StepJacobian first = jacobian.apply(1);
        for (int t = 2; t <= steps; t++) {
            if (!jacobian.apply(t).isSame(first)) {
                LyapunovSpectrum spectrum = LyapunovSpectrum.of(size, 1, steps, jacobian);
                return new Growth(spectrum.exponents()[0], spectrum.standardErrors()[0]);
            }
        }
        double[] slopes = first.slopes();
        Mat entries = Mat.filled(size, size, (i, j) -> slopes[i] * first.rows()[i][j]);
        Scaled radius = Scaled.of(Eigenvalues.spectralRadius(entries));
        return new Growth(radius.ln() + first.exponent() * StrictMath.log(2), 0);
    }
}
