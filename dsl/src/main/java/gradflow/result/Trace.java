package gradflow.result;

import gradflow.internal.check.Check;
import gradflow.internal.kernel.Scaled;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Curves;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import java.util.List;

/**
 * The gradient of a one-unit network h_t = tanh(w·h_{t-1}), step by step: at each step the state, the local derivative
 * ∂h_t/∂h_{t-1} = w·tanh′(w·h_{t-1}), and the product of all so far, which is ∂h_t/∂h_0.
 */
public final class Trace implements Result {
    private final double w;
    private final String expression;
    private final List<Step> steps;

    /**
     * One step.
     *
     * @param state h_t
     * @param local ∂h_t/∂h_{t-1}
     * @param product ∂h_t/∂h_0
     */
    public record Step(double state, Scaled local, Scaled product) {}

    /**
     * @param w the weight
     * @param expression that asks for this
     * @param steps entry t − 1 belongs to t = 1..T
     */
    public Trace(double w, String expression, List<Step> steps) {
        this.w = w;
        this.expression = expression;
        this.steps = List.copyOf(steps);
    }

    /** {@return h_t, t = 1..T} */
    public double state(int t) {
        return at("state", t).state();
    }

    /** {@return ∂h_t/∂h_{t-1}, t = 1..T} */
    public double local(int t) {
        return at("local", t).local().value();
    }

    /** {@return ∂h_t/∂h_0, t = 1..T; 0 where a double can't hold it} */
    public double product(int t) {
        return at("product", t).product().value();
    }

    /** {@return log₁₀|∂h_t/∂h_0|, t = 1..T, right also where {@link #product} is 0} */
    public double log10(int t) {
        return at("log10", t).product().log10();
    }

    private Step at(String word, int t) {
        Check.within(1, steps.size(), t, word + "(t)", "t", expression + "." + word + "(" + t + ")", word + "(1)");
        return steps.get(t - 1);
    }

    @Override
    public Report report() {
        Table table = Table.of(
                        List.of(
                                Column.of("t"),
                                Column.of("h_t", Format.fixed(5)),
                                Column.of("∂h_t/∂h_{t-1}", Format.fixed(5)),
                                Column.of("∂h_t/∂h_0", Format.scientific(3))),
                        steps.size(),
                        this::row)
                .bars(3, true);
        int last = steps.size();
        Scaled linear = Scaled.of(w).power(last);
        Scaled product = steps.get(last - 1).product();
        return Report.of(
                        "∂h_t/∂h_0 of h_t = tanh(w·h_{t-1}), step by step",
                        List.of(Fact.of("w", w, Format.significant(6)), Fact.of("T", last)),
                        table,
                        List.of("∂h_T/∂h_0 = " + Sentences.magnitude(product) + "; without tanh it would be w^" + last
                                + " = " + Sentences.magnitude(linear)),
                        new Provenance(expression, "product of local derivatives, float64 with separate exponents"))
                .drawn(Curves.logarithmic("derivative", 3, 2).withLevel());
    }

    private List<Cell> row(int index) {
        Step step = steps.get(index);
        return List.of(
                Cell.whole(index + 1), Cell.real(step.state()), Cell.real(step.local()), Cell.real(step.product()));
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
