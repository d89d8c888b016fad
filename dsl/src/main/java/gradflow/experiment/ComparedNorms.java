package gradflow.experiment;

import gradflow.report.Curves;
import gradflow.report.Format;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.result.GradNorms;
import java.util.List;

/** ‖∂L/∂h_t‖ of several networks over the same inputs: how much of the loss's signal each of them hands back. */
public final class ComparedNorms implements Result {
    private final int steps;
    private final SideBySide<GradNorms> answers;

    ComparedNorms(String expression, List<String> names, int steps, List<GradNorms> norms) {
        this.steps = steps;
        answers = new SideBySide<>(expression, names, norms);
    }

    /** {@return the norms of network i, from 0} */
    public GradNorms of(int i) {
        return answers.of(i);
    }

    @Override
    public Report report() {
        return answers.report(
                "‖∂L/∂h_t‖",
                "t",
                0,
                steps,
                Format.scientific(3),
                Curves.logarithmic("‖∂L/∂h_t‖"),
                GradNorms::shown,
                GradNorms::sentence,
                "backpropagation through time, one run a network");
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
