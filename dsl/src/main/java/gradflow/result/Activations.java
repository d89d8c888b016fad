package gradflow.result;

import gradflow.internal.kernel.Scaled;
import gradflow.model.Activation;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import java.util.List;

/**
 * The activations by what they do to a gradient: the maximum of φ′, found by searching, its values at z = ±1 and ±2, and
 * what twenty factors of the maximum leave.
 */
public final class Activations implements Result {
    private static final int STEPS = 20;

    private final List<Activation> activations;

    /** @param activations one row each */
    public Activations(List<Activation> activations) {
        this.activations = List.copyOf(activations);
    }

    @Override
    public Report report() {
        Table table = Table.of(
                List.of(
                        Column.of("φ"),
                        Column.of("max φ′", Format.fixed(4)),
                        Column.of("φ′(1)", Format.fixed(4)),
                        Column.of("φ′(−1)", Format.fixed(4)),
                        Column.of("(max φ′)^" + STEPS, Format.scientific(2)),
                        Column.of("gradient")),
                activations.stream().map(Activations::row).toList());
        return Report.of(
                "what each activation does to a gradient",
                List.of(),
                table,
                List.of("‖D_k‖‖W_hh‖ bounds the factor of one step, and ‖D_k‖ ≤ max φ′; a large enough W_hh makes up"
                        + " for any of them (sigmoid: ‖W_hh‖ > 4)"),
                new Provenance("activations()", "maxima by golden-section search over −40..40"));
    }

    private static List<Cell> row(Activation phi) {
        double steepest = Steepest.of(phi);
        return List.of(
                Cell.text(phi.toString()),
                Cell.real(steepest),
                Cell.real(phi.derivative(1)),
                Cell.real(phi.derivative(-1)),
                Cell.real(Scaled.of(steepest).power(STEPS)),
                Cell.text(effect(phi, steepest)));
    }

    private static String effect(Activation phi, double steepest) {
        double right = phi.derivative(30);
        double left = phi.derivative(-30);
        if (right == 1 && left == 1) {
            return "kept";
        }
        if (right == 1) {
            return left == 0 ? "kept, cut off at z ≤ 0" : "kept, shrunk at z ≤ 0";
        }
        return steepest < 1 ? "shrunk at every step" : "shrunk where saturated";
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
