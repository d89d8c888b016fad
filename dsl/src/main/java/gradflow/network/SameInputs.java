package gradflow.network;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs several networks over one sequence of inputs. */
public final class SameInputs {
    private SameInputs() {}

    /**
     * Unrolls each network over the inputs that the first one with inputs draws after its own weights, or was given.
     *
     * @param networks to be run
     * @param steps T
     * @param where the expression that asks
     * @return the runs, in the same order
     */
    public static List<Unrolled> unroll(List<Description> networks, int steps, String where) {
        List<Unrolled> runs = new ArrayList<>();
        Optional<Mat> inputs = Optional.empty();
        for (Description network : networks) {
            Unrolled run = inputs.isPresent()
                    ? over(network, inputs.get(), steps, where, where + ".run(" + runs.size() + ")")
                    : network.unroll(steps);
            inputs = inputs.or(run::inputs);
            runs.add(run);
        }
        return runs;
    }

    private static Unrolled over(Description network, Mat inputs, int steps, String where, String expression) {
        if (!(network instanceof Layer<?> layer)) {
            return network.unroll(steps);
        }
        Optional<Integer> input = layer.said.heard(Word.INPUT);
        if (input.isPresent() && input.get() != inputs.columns()) {
            throw new Refusal(
                    "compare(a, b, …): the same inputs for all are of size " + inputs.columns() + ", but input is "
                            + input.get() + " in " + network,
                    where,
                    "input(" + inputs.columns() + ") for each");
        }
        return layer.over(inputs, expression);
    }
}
