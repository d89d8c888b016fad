package gradflow.experiment.training;

import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Data of one's own. Nothing is drawn: each step of training takes the next sequences, in the order in which they are given,
 * and those of an array from the beginning again after the last.
 *
 * <ul>
 *   <li>Arrays of numbers, wanted at the last step or, a row a step, at every one: the loss is (y − target)², the mean over the
 *       numbers.
 *   <li>Classes 0, 1, …, wanted at the last step: the loss is the cross-entropy.
 *   <li>A function that makes sequence i, i = 0, 1, …: as many as training takes. Sequence 0 is made once before, for its shape.
 * </ul>
 *
 * <p>Of arrays, who remembers nothing is taken to give the best answer that is the same for all: the mean of the targets, or to
 * each class its share.
 */
public final class OwnData extends Task {
    /** The readout has a row for each class up to the largest. */
    private static final int MOST_CLASS = 99_999;

    private static final Given ARRAYS =
            new Given("data(inputs, targets)", "data(new double[][][] {{{0.1}, {0.2}}}, new double[][] {{0.3}})");
    private static final Given CLASSES =
            new Given("data(inputs, classes)", "data(new double[][][] {{{0.1}}, {{0.9}}}, new int[] {0, 1})");
    private static final Given FUNCTION =
            new Given("data(i -> example)", "data(i -> example(new double[][] {{i}, {0}}, i))");

    private final String expression;
    private final Objective objective;
    private final int outputs;
    private final Optional<Examples> arrays;
    private final IntFunction<Example> examples;
    private final Example first;

    private OwnData(
            String expression,
            Objective objective,
            int outputs,
            Optional<Examples> arrays,
            IntFunction<Example> examples,
            Example first) {
        this.expression = expression;
        this.objective = objective;
        this.outputs = outputs;
        this.arrays = arrays;
        this.examples = examples;
        this.first = first;
    }

    private static OwnData of(Given given, Objective objective, int outputs, Examples arrays) {
        return new OwnData(
                given.word(),
                objective,
                outputs,
                Optional.of(arrays),
                i -> arrays.get(i % arrays.count()),
                arrays.get(0));
    }

    private static OwnData ofNumbers(Examples arrays) {
        return of(ARRAYS, Objective.SQUARED_ERROR, arrays.get(0).target().columns(), arrays);
    }

    /** {@return sequences, and the numbers that are wanted of each at its last step} */
    public static OwnData of(double[][][] inputs, double[][] targets) {
        int count = ARRAYS.present(targets).length;
        return ofNumbers(Examples.of(
                ARRAYS, inputs, count, (i, name) -> ARRAYS.matrix(name, new double[][] {ARRAYS.present(targets[i])})));
    }

    /** {@return sequences, and the numbers that are wanted of each at every step, a row a step} */
    public static OwnData of(double[][][] inputs, double[][][] targets) {
        int count = ARRAYS.present(targets).length;
        OwnData data = ofNumbers(Examples.of(ARRAYS, inputs, count, (i, name) -> ARRAYS.matrix(name, targets[i])));
        int rows = data.first.target().rows();
        if (rows != data.steps()) {
            throw new Refusal(
                    ARRAYS.word() + ": a row of targets is wanted for each of the " + data.steps()
                            + " steps, but there " + (rows == 1 ? "is 1" : "are " + rows),
                    ARRAYS.word(),
                    ARRAYS.remedy() + ", an answer at the last step alone");
        }
        return data;
    }

    /** {@return sequences, and the class that is wanted of each at its last step, from 0} */
    public static OwnData of(double[][][] inputs, int[] classes) {
        int count = CLASSES.present(classes).length;
        for (int i = 0; i < count; i++) {
            String name = "classes[" + i + "]";
            Check.atLeast(0, classes[i], CLASSES.word(), name, CLASSES.word(), CLASSES.remedy());
            int unused =
                    Check.within(0, MOST_CLASS, classes[i], CLASSES.word(), name, CLASSES.word(), CLASSES.remedy());
        }
        Examples arrays = Examples.of(CLASSES, inputs, count, (i, name) -> Mat.of(new double[][] {{classes[i]}}));
        int kinds = Arrays.stream(classes).max().orElse(0) + 1;
        return of(CLASSES, Objective.CROSS_ENTROPY, kinds, arrays);
    }

    /** {@return sequences that a function makes: sequence i, from 0} */
    public static OwnData of(IntFunction<Example> examples) {
        var unused = FUNCTION.present(examples);
        Example first = FUNCTION.present(examples.apply(0));
        return new OwnData(
                FUNCTION.word(),
                Objective.SQUARED_ERROR,
                first.target().columns(),
                Optional.empty(),
                i -> FUNCTION.present(examples.apply(i)).check(first, i, FUNCTION.word(), FUNCTION.remedy()),
                first);
    }

    @Override
    public int input() {
        return first.inputs().columns();
    }

    @Override
    public int steps() {
        return first.inputs().rows();
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public OptionalDouble chance() {
        return arrays.stream()
                .mapToDouble(given -> given.constant(objective, outputs))
                .findFirst();
    }

    @Override
    String memoryless() {
        return objective == Objective.CROSS_ENTROPY ? "giving each class its share" : "always answering the mean";
    }

    @Override
    Objective objective() {
        return objective;
    }

    @Override
    int batch() {
        return arrays.map(given -> Math.min(super.batch(), given.count())).orElseGet(super::batch);
    }

    @Override
    Source source() {
        int[] next = {0};
        return (count, random) -> {
            List<Example> batch =
                    IntStream.range(next[0], next[0] + count).mapToObj(examples).toList();
            next[0] += count;
            return new Sequences(
                    batch.stream().map(Example::inputs).toList(),
                    batch.stream().map(Example::target).toList());
        };
    }

    @Override
    String torch(int batch, String where) {
        Examples given = arrays.orElseThrow(() -> new Refusal(
                "pytorch(): what a function of Java makes can't be written in Python",
                where,
                ARRAYS.word() + ", the same sequences in arrays"));
        return "inputs = " + tensor(given, Example::inputs) + "\ntargets = " + tensor(given, Example::target)
                + """


                def batch(step):
                    at = torch.arange((step - 1) * %B, step * %B) % len(inputs)
                    return inputs[at].transpose(0, 1), targets[at].transpose(0, 1)
                """.replace("%B", "" + batch);
    }

    private static String tensor(Examples given, Function<Example, Mat> part) {
        return given.list().stream()
                .map(part)
                .map(OwnData::python)
                .collect(Collectors.joining(",\n    ", "torch.tensor([\n    ", ",\n], dtype=torch.float64)"));
    }

    private static String python(Mat matrix) {
        return Arrays.stream(matrix.toRows())
                .map(row -> Arrays.stream(row).mapToObj(Numerals::plain).collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    String torchLoss() {
        if (objective == Objective.CROSS_ENTROPY) {
            return "nn.functional.cross_entropy(readout(h[-1]), target[0, :, 0].long())";
        }
        return first.target().rows() == 1
                ? "nn.functional.mse_loss(readout(h[-1]), target[0])"
                : "nn.functional.mse_loss(readout(torch.stack(h[1:])), target)";
    }

    @Override
    public String toString() {
        return expression;
    }
}
