package gradflow.network;

import gradflow.internal.analysis.SignChanges;
import gradflow.internal.kernel.Scaled;
import gradflow.model.Loss;
import gradflow.result.Trial;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The factor k of W_hh with which as much of the signal arrives at t = 0 as was sent: ln(‖g_0‖/‖g_T‖) = 0, g the gradient of the
 * whole state. Looked for among the factors of {@link ScaledWeights}; of several, the one that strays least on the way.
 */
final class GradientScale {
    private final Run run;
    private final Loss loss;

    private GradientScale(Run run, Loss loss) {
        this.run = run;
        this.loss = loss;
    }

    /** {@return the factor, if there is one} */
    static OptionalDouble of(Run run, Loss loss) {
        return new GradientScale(run, loss).nearest();
    }

    private OptionalDouble nearest() {
        double[] k = ScaledWeights.factors();
        double[] gain = new double[k.length];
        for (int i = 0; i < k.length; i++) {
            gain[i] = gain(k[i]);
        }
        double best = Double.NaN;
        double strays = Double.POSITIVE_INFINITY;
        for (double root : SignChanges.of(k, gain, this::gain)) {
            double far = new Trial("", "", "", run.scaled(root).signal(loss)).strays();
            best = far < strays ? root : best;
            strays = Math.min(far, strays);
        }
        return Double.isNaN(best) ? OptionalDouble.empty() : OptionalDouble.of(best);
    }

    private double gain(double k) {
        List<Scaled> signal = run.scaled(k).signal(loss);
        return signal.get(0).over(signal.get(signal.size() - 1)).ln();
    }
}
