package gradflow.experiment.training;

import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Curves;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Table;
import gradflow.report.plot.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A training as a report: a row a step, the first of them before the first step. */
final class TrainingReport {
    private static final Format LOSS = Format.fixed(5);
    private static final Format NORM = Format.scientific(3);
    private static final Format RADIUS = Format.fixed(3);

    private final Training training;
    private final Course course;
    private final long seed;
    private final OptionalDouble chance;

    TrainingReport(Training training, Course course, long seed) {
        this.training = training;
        this.course = course;
        this.seed = seed;
        chance = training.task().chance();
    }

    Report report() {
        List<Column> columns =
                new ArrayList<>(List.of(Column.of("step"), Column.of("loss", LOSS), Column.of("‖g‖", NORM)));
        if (isClipping()) {
            columns.add(Column.of("clipped", NORM));
        }
        columns.add(Column.of("ρ(W_hh)", RADIUS));
        columns.add(Column.of("horizon"));
        return Report.of(
                        training.title("training on " + training.task()),
                        facts(),
                        Table.of(columns, course.steps().size() + 1, this::row).bars(1, true),
                        closing(),
                        new Provenance(
                                training.expression(course.steps().size()),
                                seed,
                                "backpropagation through time, " + training.optimiser() + ", " + training.batch()
                                        + " sequences a step"))
                .drawn(this::plot);
    }

    private boolean isClipping() {
        return training.clip().isPresent();
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        chance.ifPresent(loss -> facts.add(Fact.of("chance", loss, LOSS)));
        Mark before = course.before();
        Mark after = course.after();
        facts.add(Fact.of("ρ(W_hh)", RADIUS.text(before.radius()) + " → " + RADIUS.text(after.radius())));
        facts.add(Fact.of("horizon", before.horizonText() + " → " + after.horizonText()));
        facts.add(Fact.of("T", training.task().steps()));
        return facts;
    }

    private List<Cell> row(int i) {
        List<Cell> row = new ArrayList<>(List.of(Cell.whole(i)));
        if (i == 0) {
            row.addAll(List.of(Cell.blank(), Cell.blank()));
        } else {
            Step step = course.steps().get(i - 1);
            row.addAll(List.of(Cell.real(step.loss()), Cell.real(step.norm())));
        }
        if (isClipping()) {
            row.add(i == 0 ? Cell.blank() : Cell.real(course.steps().get(i - 1).clipped()));
        }
        row.add(course.mark(i).map(mark -> Cell.real(mark.radius())).orElseGet(Cell::blank));
        row.add(course.mark(i).map(Mark::shownHorizon).orElseGet(Cell::blank));
        return row;
    }

    private List<String> closing() {
        List<String> lines = new ArrayList<>();
        if (!course.ending().isEmpty()) {
            lines.add(course.ending());
        }
        if (course.brokenAt().isEmpty() && chance.isPresent()) {
            lines.add(new ChanceLine(chance.getAsDouble(), course.losses())
                    .sentence(training.task().memoryless()));
        }
        if (isClipping()) {
            lines.add("clipped in " + course.clipped() + " of " + course.steps().size() + " steps");
        }
        lines.add(Mark.legend(training.task().steps()));
        return lines;
    }

    private Plot plot(Report report) {
        Plot plot = Curves.logarithmic("loss", 1).of(report);
        double level = chance.orElse(0);
        boolean isThere = level > 0 && Double.isFinite(level);
        return isThere ? plot.level(level).remark("the dashed line is chance: " + LOSS.text(level)) : plot;
    }
}
