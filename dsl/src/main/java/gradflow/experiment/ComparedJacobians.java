package gradflow.experiment;

import gradflow.report.Cell;
import gradflow.report.Curves;
import gradflow.report.Format;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.result.JacobianProducts;
import gradflow.result.Sentences;
import java.util.List;

/** ‖∂h_T/∂h_t‖₂ of several networks over the same inputs: the most that any direction of gradient keeps. */
public final class ComparedJacobians implements Result {
    private final int steps;
    private final SideBySide<JacobianProducts> answers;

    ComparedJacobians(String expression, List<String> names, int steps, List<JacobianProducts> products) {
        this.steps = steps;
        answers = new SideBySide<>(expression, names, products);
    }

    /** {@return the products of network i, from 0} */
    public JacobianProducts of(int i) {
        return answers.of(i);
    }

    @Override
    public Report report() {
        return answers.report(
                "‖∂h_T/∂h_t‖₂ (lstm: of (h, c))",
                "t",
                0,
                steps,
                Format.scientific(3),
                Curves.logarithmic("‖∂h_T/∂h_t‖₂"),
                (products, t) -> Cell.real(products.extremes(t).norm()),
                ComparedJacobians::sentence,
                "singular values of factored products, one run a network");
    }

    private static String sentence(JacobianProducts products) {
        JacobianProducts.Extremes whole = products.extremes(0);
        return "the best direction keeps " + Sentences.magnitude(whole.norm()) + ", the worst "
                + Sentences.magnitude(whole.smallest());
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
