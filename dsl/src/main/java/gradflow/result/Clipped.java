package gradflow.result;

import gradflow.internal.analysis.Clipping;
import gradflow.internal.analysis.CommonsMath;
import gradflow.internal.check.Numerals;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * ∂L/∂W_hh before and after it was clipped, by PyTorch's rules.
 *
 * <ul>
 *   <li>By norm, {@code clip_grad_norm_}: g ← c·g with c = min(1, max/(‖g‖_F + 1e-6)). The direction stays. For the 1e-6 a
 *       gradient whose norm is exactly max shrinks a little too: 1 becomes 0.999999.
 *   <li>By value, {@code clip_grad_value_}: each entry is cut to ±max. The direction changes; {@link #cosine()} says by how much.
 * </ul>
 *
 * <p>A gradient with an infinite or undefined entry is refused. PyTorch scales it too unless {@code error_if_nonfinite=True} is
 * said: of [∞, 1] it makes [nan, 0], and the next step of training writes that into the weights.
 *
 * @see "Pascanu, Mikolov, Bengio (2013), On the difficulty of training recurrent neural networks, §3.2"
 */
public final class Clipped implements Result {
    private static final String METHOD_NORM = "clip_grad_norm_: g·min(1, max/(‖g‖ + 1e-6))";
    private static final String METHOD_VALUE = "clip_grad_value_: each entry cut to ±max";

    private final Setting setting;
    private final String question;
    private final boolean byNorm;
    private final double max;
    private final Mat before;
    private final Mat after;

    private Clipped(Setting setting, String word, boolean byNorm, double max, Mat before) {
        this.setting = setting;
        this.question = "weightGrad()." + word + "(" + Numerals.plain(max) + ")";
        this.byNorm = byNorm;
        this.max = max;
        this.before = before;
        String where = setting.unrolled() + "." + question;
        if (!(max > 0) || Double.isInfinite(max)) {
            throw new Refusal(
                    word + "(max): max must be a positive number, but was " + Numerals.plain(max), where, word + "(1)");
        }
        if (!before.isFinite()) {
            throw new Refusal(word + "(max): " + flaw(before) + silently(before), where, remedy(word));
        }
        after = byNorm ? Clipping.byNorm(before, max) : Clipping.byValue(before, max);
    }

    /** {@return ∂L/∂W_hh clipped by its norm} */
    static Clipped byNorm(Setting setting, double max, Mat gradient) {
        return new Clipped(setting, "clip", true, max, gradient);
    }

    /** {@return ∂L/∂W_hh clipped entry by entry} */
    static Clipped byValue(Setting setting, double max, Mat gradient) {
        return new Clipped(setting, "clipValue", false, max, gradient);
    }

    private static long count(Mat gradient, DoublePredicate which) {
        return Arrays.stream(gradient.toRows())
                .flatMapToDouble(Arrays::stream)
                .filter(which)
                .count();
    }

    private static String flaw(Mat gradient) {
        long infinite = count(gradient, Double::isInfinite);
        long undefined = count(gradient, Double::isNaN);
        return "of the " + (long) gradient.rows() * gradient.columns() + " entries of ∂L/∂W_hh "
                + (infinite == 0
                        ? ""
                        : infinite + " " + (infinite == 1 ? "is" : "are") + " more than a double can hold")
                + (infinite > 0 && undefined > 0 ? " and " : "")
                + (undefined == 0 ? "" : undefined + " " + (undefined == 1 ? "is" : "are") + " not a number")
                + ", and no factor mends that";
    }

    private String silently(Mat gradient) {
        if (!byNorm) {
            return "";
        }
        Mat silent = Clipping.byNorm(gradient, max);
        return "; clip_grad_norm_ would go on without a word and make " + entries(count(silent, Double::isNaN))
                + " nan and " + entries(count(silent, x -> x == 0)) + " 0";
    }

    private static String entries(long count) {
        return count + (count == 1 ? " entry" : " entries");
    }

    private static String remedy(String word) {
        return "clipSteps(max) on the unrolled network, which clips on the way back, or a shorter horizon; in PyTorch "
                + (word.equals("clip") ? "error_if_nonfinite=True" : "clip_grad_norm_ with error_if_nonfinite=True");
    }

    /** {@return ∂L/∂W_hh after it was clipped, a copy} */
    public RealMatrix total() {
        return CommonsMath.toRealMatrix(after);
    }

    /** {@return ‖∂L/∂W_hh‖_F after it was clipped} */
    public double norm() {
        return Clipping.norm(after).value();
    }

    /** {@return ‖∂L/∂W_hh‖_F before it was clipped} */
    public double normBefore() {
        return Clipping.norm(before).value();
    }

    /** {@return the factor c of clipping by norm; refused of clipping by value, which has none} */
    public double coefficient() {
        if (!byNorm) {
            throw new Refusal(
                    "coefficient(): clipping by value has no one factor",
                    setting.unrolled() + "." + question + ".coefficient()",
                    "clip(" + Numerals.plain(max) + ").coefficient(), or cosine()");
        }
        return Clipping.coefficient(Clipping.norm(before), max);
    }

    /** {@return the cosine of the angle to the true gradient: 1 if only the length has changed, NaN if that is 0} */
    public double cosine() {
        return Clipping.cosine(before, after);
    }

    /** {@return how many entries have changed} */
    public long changed() {
        long changed = 0;
        for (int i = 0; i < before.rows(); i++) {
            for (int j = 0; j < before.columns(); j++) {
                changed += before.at(i, j) != after.at(i, j) ? 1 : 0;
            }
        }
        return changed;
    }

    @Override
    public Report report() {
        List<Fact> facts = new ArrayList<>(setting.facts().get());
        facts.add(Fact.of("max", max, Format.significant(6)));
        return Report.of(
                setting.title("∂L/∂W_hh clipped by " + (byNorm ? "its norm" : "value") + ", L = " + setting.loss()),
                facts,
                Table.of(
                        List.of(
                                Column.of("∂L/∂W_hh"),
                                Column.of("‖·‖_F", Format.significant(9)),
                                Column.of("max |entry|", Format.significant(9))),
                        List.of(row("true", before), row("clipped", after))),
                setting.closing(sentence()),
                setting.provenance(question, byNorm ? METHOD_NORM : METHOD_VALUE));
    }

    private static List<Cell> row(String name, Mat gradient) {
        double most = Arrays.stream(gradient.toRows())
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        return List.of(Cell.text(name), Cell.real(Clipping.norm(gradient)), Cell.real(most));
    }

    private String sentence() {
        if (changed() == 0) {
            return "nothing is clipped: " + (byNorm ? "the norm is below max" : "no entry is beyond ±max");
        }
        if (byNorm) {
            Scaled coefficient = Scaled.of(coefficient());
            return "every entry is multiplied by " + Sentences.magnitude(coefficient)
                    + "; the direction stays (cosine 1), the early steps' share of it too";
        }
        return changed() + " of " + (long) before.rows() * before.columns() + " entries are cut to ±"
                + Sentences.factor(max) + "; the direction changes: cosine to the true gradient "
                + Sentences.factor(cosine());
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
