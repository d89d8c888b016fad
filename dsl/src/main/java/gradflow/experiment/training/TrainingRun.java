package gradflow.experiment.training;

import gradflow.internal.kernel.Batch;
import gradflow.internal.kernel.Descent;
import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Lazy;
import gradflow.internal.kernel.Mat;
import gradflow.network.Trainee;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A training as it goes on. A step becomes part of it at its end, so that it is there whole or not at all. */
final class TrainingRun {
    private final Training training;
    private final int planned;
    private final Trainee trainee;
    private final Batch room;
    private final Source source;
    private final Descent descent;
    private final Sequences first;
    private final List<Step> steps = new ArrayList<>();
    private final SortedMap<Integer, Mark> marks = new TreeMap<>();
    private Weights weights;
    private int made;
    private String ending = "";

    private TrainingRun(Training training, int planned) {
        this.training = training;
        this.planned = planned;
        trainee = training.trainee(training.expression(planned));
        weights = Weights.drawn(trainee, training.task().outputs());
        descent = training.optimiser().begin(weights.all());
        room = trainee.room();
        source = training.task().source();
        first = next();
    }

    /** {@return what comes of so many steps} */
    static Trained of(Training training, int planned) {
        return new TrainingRun(training, planned).run();
    }

    private Sequences next() {
        return source.next(training.batch(), trainee.random());
    }

    private Trained run() {
        try {
            measure();
            while (made < planned && ending.isEmpty()) {
                take(made == 0 ? first : next());
            }
        } catch (RuntimeException | Error e) {
            if (!Interrupts.asked(e) || steps.isEmpty()) {
                throw e;
            }
            ending = made < planned ? "stopped after " + made + " of " + planned + " steps" : "";
        }
        return trained();
    }

    private void take(Sequences sequences) {
        Taken taken = Taken.of(room, training.task(), training.clip(), descent, weights, sequences);
        steps.add(taken.step());
        weights = taken.after();
        if (!taken.flaw().isEmpty()) {
            ending = "step " + (made + 1) + ": " + taken.flaw()
                    + ", where PyTorch would go on with nan; training ends with the weights before it";
            return;
        }
        made++;
        measure();
    }

    private void measure() {
        if (Mark.isAt(made)) {
            marks.put(made, Mark.of(trainee, weights.network(), probe()));
        }
    }

    private Mat probe() {
        return first.inputs().get(0);
    }

    private Trained trained() {
        // Not measured at once: where a person wants to stop, nothing long may begin. And what waits must not hold the
        // room.
        Trainee network = trainee;
        List<Mat> last = weights.network();
        Mat probe = probe();
        return new Trained(
                training,
                new Course(steps, made, marks, Lazy.of(() -> Mark.of(network, last, probe)), ending),
                trainee.seed(),
                trainee.with(last, probe, training.expression(steps.size()) + ".network()"),
                weights,
                trainee.names());
    }
}
