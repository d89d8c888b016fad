package gradflow.network;

import gradflow.internal.kernel.GatedTape;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.Trajectory;
import gradflow.result.Sentences;
import java.util.List;

/** What happened on a forward pass that a reader of the numbers should know. */
final class Findings {
    private Findings() {}

    static List<String> of(Trajectory run) {
        if (run.brokenAt() > 0) {
            return broken("W_xh·x_t + W_hh·h_{t-1} + b", run.brokenAt());
        }
        for (int t = 0; t <= run.steps(); t++) {
            if (Double.isInfinite(run.stateNorm(t).value())) {
                Scaled last = run.stateNorm(run.steps());
                return List.of("overflow: ‖h_t‖ is more than a double can hold from t = " + t + " on (‖h_T‖ = "
                        + Sentences.magnitude(last)
                        + "); the numbers here are carried with a separate exponent and stay right");
            }
        }
        return List.of();
    }

    static List<String> of(GatedTape run) {
        return run.brokenAt() > 0 ? broken("a gate's pre-activation", run.brokenAt()) : List.of();
    }

    private static List<String> broken(String what, int t) {
        return List.of("overflow: " + what + " is not a finite number at t = " + t
                + "; there are no states from there on, and no gradients");
    }
}
