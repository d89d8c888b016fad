package gradflow.internal.kernel;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A pass through a gated network. */
final class GatedPass extends Pass {
    private static final double[] ONE = {1};

    private final List<GatedStretch> runs;
    private final List<GatedTask> tasks;
    private final List<GatedReturning> returning;
    private final OuterSum wihSum;
    private final OuterSum whhSum;
    private final OuterSum bihSum;
    private final OuterSum bhhSum;

    GatedPass(GatedTask model, List<GatedStretch> runs, List<Mat> weights, List<Mat> inputs) {
        super(runs.size(), model.steps(), model.hidden());
        this.runs = runs;
        tasks = inputs.stream()
                .map(x -> new GatedTask(
                        model.cell(),
                        weights.get(0),
                        weights.get(1),
                        weights.get(2),
                        weights.get(3),
                        model.start(),
                        x,
                        model.steps()))
                .toList();
        int n = model.hidden();
        int rows = weights.get(1).rows();
        returning = IntStream.range(0, runs.size())
                .mapToObj(k -> new GatedReturning(tasks.get(k), t -> runs.get(k), silence(n)))
                .toList();
        wihSum = new OuterSum(rows, weights.get(0).columns());
        whhSum = new OuterSum(rows, n);
        bihSum = new OuterSum(1, rows);
        bhhSum = new OuterSum(1, rows);
    }

    @Override
    Mat whh() {
        return tasks.get(0).whh();
    }

    @Override
    Advancing advancing(int sequence) {
        return new GatedAdvancing(tasks.get(sequence), runs.get(sequence));
    }

    @Override
    Returning returning(int sequence) {
        return returning.get(sequence);
    }

    @Override
    void readState(int sequence, int t, double[] h) {
        GatedStretch run = runs.get(sequence);
        Vectors.copy(run.states, run.state(t, 0), h);
    }

    @Override
    void addTerms(int sequence, int t) {
        GatedStretch run = runs.get(sequence);
        GatedReturning gradient = returning.get(sequence);
        whhSum.add(gradient.factors, run.states, run.state(t - 1, 0), gradient.exponent());
        wihSum.add(gradient.toInput, tasks.get(sequence).x().shared()[t - 1], 0, gradient.exponent());
        bihSum.add(ONE, gradient.toInput, 0, gradient.exponent());
        bhhSum.add(ONE, gradient.factors, 0, gradient.exponent());
    }

    @Override
    List<Gradient> gradients() {
        return Stream.of(wihSum, whhSum, bihSum, bhhSum).map(Gradient::of).toList();
    }
}
