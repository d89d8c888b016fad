package gradflow.experiment.training;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sequences of one shape that a person gave in arrays.
 *
 * @param list at least one
 */
record Examples(List<Example> list) {

    /** Reads the target of one sequence, whose name is for messages. */
    @FunctionalInterface
    interface Target {
        Mat of(int i, String name);
    }

    /** {@return copies of all sequences, or refuses what isn't of one shape} */
    static Examples of(Given given, double[][][] inputs, int targets, Target target) {
        if (given.present(inputs).length != targets || targets == 0) {
            throw new Refusal(
                    given.word() + ": one sequence or more, each with a target, but there are " + inputs.length
                            + " sequences and " + targets + " targets",
                    given.word(),
                    given.remedy());
        }
        List<Example> list = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            String at = "[" + i + "]";
            Example example = Example.of(given.matrix("inputs" + at, inputs[i]), target.of(i, "targets" + at));
            list.add(example);
            example.check(list.get(0), i, given.word(), given.remedy());
        }
        return new Examples(list);
    }

    Example get(int i) {
        return list.get(i);
    }

    int count() {
        return list.size();
    }

    /** {@return the loss of the best answer that is the same for all} */
    double constant(Objective objective, int outputs) {
        if (objective == Objective.CROSS_ENTROPY) {
            return entropy(outputs);
        }
        return IntStream.range(0, outputs).mapToDouble(this::variance).average().orElseThrow();
    }

    private double entropy(int kinds) {
        int[] classes = new int[kinds];
        list.forEach(example -> classes[(int) example.target().at(0, 0)]++);
        return Arrays.stream(classes)
                .filter(k -> k > 0)
                .mapToDouble(k -> (double) k / count())
                .map(share -> -share * StrictMath.log(share))
                .sum();
    }

    private double variance(int output) {
        double[] wanted = list.stream()
                .map(Example::target)
                .flatMapToDouble(target -> IntStream.range(0, target.rows()).mapToDouble(t -> target.at(t, output)))
                .toArray();
        double mean = Arrays.stream(wanted).average().orElseThrow();
        return Arrays.stream(wanted).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    }
}
