package gradflow.internal.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A pass through a vanilla network. */
final class RnnPass extends Pass {
    private static final double[] ONE = {1};

    private final List<RnnStretch> runs;
    private final List<RnnTask> tasks;
    private final List<RnnReturning> returning;
    private final boolean biased;
    /** Of the transposed matrix: inputs are mostly fewer than units, and long rows are added faster. */
    private final OuterSum wxhSum;

    private final OuterSum whhSum;
    private final OuterSum biasSum;

    RnnPass(RnnTask model, List<RnnStretch> runs, List<Mat> weights, List<Mat> inputs) {
        super(runs.size(), model.steps(), model.hidden());
        this.runs = runs;
        biased = weights.size() > 2;
        tasks = inputs.stream()
                .map(x -> new RnnTask(
                        weights.get(1),
                        weights.get(0),
                        biased ? weights.get(2) : model.bias(),
                        model.h0(),
                        x,
                        model.steps(),
                        model.phi(),
                        model.carry(),
                        model.gain()))
                .toList();
        int n = model.hidden();
        returning = IntStream.range(0, runs.size())
                .mapToObj(k -> new RnnReturning(tasks.get(k), silence(n), new StepSlopes(n, t -> runs.get(k))))
                .toList();
        wxhSum = new OuterSum(weights.get(0).columns(), n);
        whhSum = new OuterSum(n, n);
        biasSum = new OuterSum(1, n);
    }

    @Override
    Mat whh() {
        return tasks.get(0).whh();
    }

    @Override
    Advancing advancing(int sequence) {
        return new RnnAdvancing(tasks.get(sequence), runs.get(sequence));
    }

    @Override
    Returning returning(int sequence) {
        return returning.get(sequence);
    }

    @Override
    void readState(int sequence, int t, double[] h) {
        RnnStretch run = runs.get(sequence);
        Vectors.copy(run.h, run.at(t), h);
        Vectors.shift(h, 0, h.length, run.exponent(t));
    }

    @Override
    void addTerms(int sequence, int t) {
        RnnStretch run = runs.get(sequence);
        RnnReturning gradient = returning.get(sequence);
        whhSum.add(gradient.factors, run.h, run.at(t - 1), gradient.exponent() + run.exponent(t - 1));
        wxhSum.add(tasks.get(sequence).x().shared()[t - 1], gradient.factors, 0, gradient.exponent());
        if (biased) {
            biasSum.add(ONE, gradient.factors, 0, gradient.exponent());
        }
    }

    @Override
    List<Gradient> gradients() {
        List<Gradient> gradients = new ArrayList<>();
        gradients.add(new Gradient(wxhSum.total().transposed(), wxhSum.norm()));
        gradients.add(Gradient.of(whhSum));
        if (biased) {
            gradients.add(Gradient.of(biasSum));
        }
        return gradients;
    }
}
