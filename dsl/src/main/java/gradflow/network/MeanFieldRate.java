package gradflow.network;

import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.RnnTask;
import gradflow.internal.kernel.Saturating;
import gradflow.internal.kernel.Scaled;
import gradflow.result.MeanField;
import gradflow.result.Predictor;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the theory of infinitely wide tanh networks puts in place of ‖∂h_T/∂h_t‖₂: χ₁^((T−t)/2), ½·ln χ₁ a step. Its σ_w² is
 * n times the mean square of W_hh's entries, its σ_b² the mean square of W_xh·x_t + b over units and steps.
 *
 * <p>The theory is of independent entries with mean 0. So it is put beside networks of eight units and more only, and
 * only where neither the diagonal nor the whole of W_hh has a mean that five standard errors don't cover.
 *
 * @see "Schoenholz et al. (2017), Deep Information Propagation"
 */
final class MeanFieldRate {
    private static final int LEAST_UNITS = 8;
    private static final double STANDARD_ERRORS = 5;

    private MeanFieldRate() {}

    static Optional<Predictor> of(RnnTask task) {
        int n = task.hidden();
        if (task.phi() != Saturating.TANH || task.carry() != 0 || task.gain() != 1 || n < LEAST_UNITS) {
            return Optional.empty();
        }
        double square = 0;
        double sum = 0;
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += task.whh().at(i, i);
            for (int j = 0; j < n; j++) {
                double entry = task.whh().at(i, j);
                sum += entry;
                square += entry * entry;
            }
        }
        double deviation = Math.sqrt(square) / n;
        boolean centred = Math.abs(sum) <= STANDARD_ERRORS * deviation * n
                && Math.abs(trace) <= STANDARD_ERRORS * deviation * Math.sqrt(n);
        if (!centred || !(deviation > 0) || !Double.isFinite(deviation)) {
            return Optional.empty();
        }
        double chi =
                MeanField.of(deviation * Math.sqrt(n), Math.sqrt(drive(task))).chi();
        Scaled[] values = new Scaled[task.steps() + 1];
        values[task.steps()] = Scaled.of(1);
        for (int t = task.steps(); t >= 1; t--) {
            values[t - 1] = values[t].times(Scaled.of(Math.sqrt(chi)));
        }
        return Optional.of(new Predictor(Predictor.MEAN_FIELD, false, Arrays.asList(values)));
    }

    /** {@return the mean square of W_xh·x_t + b} */
    private static double drive(RnnTask task) {
        double sum = 0;
        Mat wxh = task.wxh();
        for (int t = 0; t < task.steps(); t++) {
            for (int i = 0; i < task.hidden(); i++) {
                double z = task.bias().at(0, i);
                for (int j = 0; j < wxh.columns(); j++) {
                    z += wxh.at(i, j) * task.x().at(t, j);
                }
                sum += z * z;
            }
        }
        return sum / task.steps() / task.hidden();
    }
}
