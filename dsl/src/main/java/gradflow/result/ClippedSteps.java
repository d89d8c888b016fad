package gradflow.result;

import gradflow.internal.analysis.Clipping;
import gradflow.internal.analysis.CommonsMath;
import gradflow.internal.check.Numerals;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Curves;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Backpropagation in which the gradient is clipped at every step on its way back, and not once at its end: what arrives at step t
 * as g_t goes on to t − 1 as c_t·g_t with c_t = min(1, max/(‖g_t‖ + 1e-6)), g the gradient of the whole state (LSTM: (h, c)).
 *
 * <p>No step can send on more than max, so an explosion stops where it begins; nothing that has vanished comes back. Unlike
 * clipping at the end this changes the direction of ∂L/∂W_hh, since early and late steps are scaled differently.
 */
public final class ClippedSteps implements Result {
    private final Setting setting;
    private final double max;
    private final List<Step> steps;
    private final Sum sum;

    /**
     * One step.
     *
     * @param unclipped ‖g_t‖ without any clipping
     * @param arriving ‖g_t‖ as it arrives, those after it clipped
     * @param coefficient c_t
     */
    public record Step(Scaled unclipped, Scaled arriving, double coefficient) {
        Scaled leaving() {
            return arriving.times(Scaled.of(coefficient));
        }
    }

    /**
     * ∂L/∂W_hh.
     *
     * @param total with clipping at every step
     * @param norm its Frobenius norm
     * @param direction total over its norm
     * @param trueDirection the same without clipping
     */
    public record Sum(Mat total, Scaled norm, Mat direction, Mat trueDirection) {}

    /**
     * @param setting the run
     * @param max what no step exceeds
     * @param steps index t = 0..T
     * @param sum ∂L/∂W_hh
     */
    public ClippedSteps(Setting setting, double max, List<Step> steps, Sum sum) {
        this.setting = setting;
        this.max = max;
        this.steps = List.copyOf(steps);
        this.sum = sum;
    }

    private String question() {
        return "clipSteps(" + Numerals.plain(max) + ")";
    }

    private Step at(String word, int t) {
        return steps.get(setting.time(question(), word, t, 0, setting.steps()));
    }

    /** {@return T} */
    public int steps() {
        return setting.steps();
    }

    /** {@return ‖g_t‖ after it was clipped, t = 0..T, at most max} */
    public double norm(int t) {
        return at("norm", t).leaving().value();
    }

    /** {@return ‖g_t‖ as it arrives at t = 0..T, before it is clipped there} */
    public double arriving(int t) {
        return at("arriving", t).arriving().value();
    }

    /** {@return c_t, t = 0..T; 1 where nothing is clipped} */
    public double coefficient(int t) {
        return at("coefficient", t).coefficient();
    }

    /** {@return ∂L/∂W_hh with every step clipped, a copy} */
    public RealMatrix total() {
        return CommonsMath.toRealMatrix(sum.total());
    }

    /** {@return the cosine of the angle between ∂L/∂W_hh with and without clipping; NaN if one of them is 0} */
    public double cosine() {
        return Clipping.cosine(sum.direction(), sum.trueDirection());
    }

    /** {@return ‖g_t‖ after it was clipped, t = 0..T, also where a double can't hold it} */
    public List<Scaled> signal() {
        return steps.stream().map(Step::leaving).toList();
    }

    @Override
    public Report report() {
        List<Fact> facts = new ArrayList<>(setting.facts().get());
        facts.add(Fact.of("max", max, Format.significant(6)));
        return Report.of(
                        setting.title("∂L/∂h_t, clipped at every step on its way back, L = " + setting.loss()),
                        facts,
                        Table.of(
                                        List.of(
                                                Column.of("t"),
                                                Column.of("unclipped", Format.scientific(3)),
                                                Column.of("arrives", Format.scientific(3)),
                                                Column.of("c_t", Format.significant(4)),
                                                Column.of("goes on", Format.scientific(3))),
                                        steps.size(),
                                        this::row)
                                .bars(4, true),
                        setting.closing(sentence()),
                        setting.provenance(question(), "backpropagation through time, each ‖∂L/∂h_t‖ clipped to max"))
                .drawn(report ->
                        Curves.logarithmic("‖∂L/∂h_t‖", 1, 4).of(report).level(max));
    }

    private List<Cell> row(int t) {
        Step step = steps.get(t);
        return List.of(
                Cell.whole(t),
                Cell.real(step.unclipped()),
                Cell.real(step.arriving()),
                Cell.real(step.coefficient()),
                Cell.real(step.leaving()));
    }

    private String sentence() {
        long clipped = steps.stream().filter(step -> step.coefficient() < 1).count();
        if (clipped == 0) {
            return "nothing is clipped: no ‖∂L/∂h_t‖ is above max";
        }
        return clipped + " of " + steps.size() + " gradients are clipped; cosine of ∂L/∂W_hh to the true one: "
                + Sentences.factor(cosine()) + ", ‖∂L/∂W_hh‖_F = " + Sentences.magnitude(sum.norm());
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
