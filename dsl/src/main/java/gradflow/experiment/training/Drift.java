package gradflow.experiment.training;

import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Curves;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import gradflow.result.Sentences;
import java.util.Arrays;
import java.util.List;

/**
 * How the weights drifted while a network was trained: ρ(W_hh) and the horizon of its gradient, after the steps after which they
 * were measured, and the mean of the losses since the step of the row above.
 */
public final class Drift implements Result {
    private final Training training;
    private final Course course;
    private final long seed;

    Drift(Training training, Course course, long seed) {
        this.training = training;
        this.course = course;
        this.seed = seed;
    }

    @Override
    public Report report() {
        List<Integer> measured = course.measured();
        return Report.of(
                        training.title("drift of ρ(W_hh) and of the gradient's horizon"),
                        List.of(),
                        Table.of(
                                List.of(
                                        Column.of("step"),
                                        Column.of("mean loss", Format.fixed(5)),
                                        Column.of("ρ(W_hh)", Format.fixed(3)),
                                        Column.of("horizon")),
                                measured.size(),
                                k -> row(k == 0 ? 0 : measured.get(k - 1), measured.get(k))),
                        List.of(sentence(), Mark.legend(training.task().steps())),
                        new Provenance(
                                training.expression(course.steps().size()) + ".drift()",
                                seed,
                                "eigenvalues of W_hh; L = sum(h_T) back through the first sequence that was drawn"))
                .drawn(Curves.logarithmic("ρ, steps", 2, 3).withLevel());
    }

    private List<Cell> row(int before, int step) {
        double[] losses = Arrays.copyOfRange(course.losses(), before, step);
        Mark mark = course.mark(step).orElseThrow();
        return List.of(
                Cell.whole(step),
                losses.length == 0
                        ? Cell.blank()
                        : Cell.real(Arrays.stream(losses).average().orElseThrow()),
                Cell.real(mark.radius()),
                mark.shownHorizon());
    }

    private String sentence() {
        Mark last = course.after();
        return "ρ(W_hh) went from " + Sentences.factor(course.before().radius()) + " to "
                + Sentences.factor(last.radius()) + ", the horizon from "
                + course.before().horizonText() + " to " + last.horizonText();
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
