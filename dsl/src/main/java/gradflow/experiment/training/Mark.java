package gradflow.experiment.training;

import gradflow.internal.kernel.Mat;
import gradflow.network.Trainee;
import gradflow.report.Cell;
import gradflow.result.GradNorms;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the weights are like after some step.
 *
 * @param radius ρ(W_hh)
 * @param horizon steps back until 1 % of the gradient is left; T + 1 if more is left at t = 0; none if the run overflows
 */
record Mark(double radius, OptionalInt horizon) {
    /** What is left of the gradient where the horizon is. */
    static final double LEFT = 0.01;

    private static final int EACH = 50;

    /**
     * {@return whether it is measured after step i} An eigenvalue problem after every step would cost more than the training: so
     * after each of the first 50, every 5th to 125, every 10th to 500, every 50th to 1250, and so on, which are the rows that a
     * table shows, however long the training was meant to be.
     */
    static boolean isAt(int i) {
        if (i < EACH) {
            return true;
        }
        int ten = 10;
        while (i >= EACH * ten) {
            ten *= 10;
        }
        return i % (2 * i < EACH / 2 * ten ? ten / 2 : ten) == 0;
    }

    /** {@return what these weights are like} */
    static Mark of(Trainee trainee, List<Mat> weights, Mat probe) {
        GradNorms norms = trainee.with(weights, probe, "").unroll(probe.rows()).gradNorms();
        return new Mark(
                trainee.radius(weights),
                Double.isNaN(norms.norm(probe.rows())) ? OptionalInt.empty() : OptionalInt.of(norms.horizon(LEFT)));
    }

    /** {@return the horizon as a table has it} */
    Cell shownHorizon() {
        return horizon.isPresent() ? Cell.whole(horizon.getAsInt()) : Cell.blank();
    }

    /** {@return the horizon in words} */
    String horizonText() {
        return horizon.isPresent() ? "" + horizon.getAsInt() : "undefined";
    }

    /** {@return what a horizon is, over so many steps} */
    static String legend(int steps) {
        return "horizon: steps back until 1 % of the gradient is left; " + (steps + 1) + ": more arrives at t = 0";
    }
}
