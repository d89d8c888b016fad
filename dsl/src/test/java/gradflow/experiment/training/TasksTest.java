package gradflow.experiment.training;

import static gradflow.Gradflow.addingProblem;
import static gradflow.Gradflow.copyMemory;
import static gradflow.Gradflow.data;
import static gradflow.Gradflow.example;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import gradflow.model.TorchRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TasksTest {
    private static final double[][][] INPUTS = {{{1}, {0}}, {{2}, {0}}, {{3}, {0}}, {{4}, {0}}};

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 20})
    void addingProblemMarksOneNumberInEachHalf(int steps) {
        Sequences sequences = addingProblem(steps).source().next(200, new TorchRandom(0));
        for (int k = 0; k < 200; k++) {
            Mat x = sequences.inputs().get(k);
            assertThat(x.shape()).isEqualTo(steps + "×2");
            assertThat(IntStream.range(0, steps / 2)
                            .mapToDouble(t -> x.at(t, 1))
                            .sum())
                    .isOne();
            assertThat(IntStream.range(steps / 2, steps)
                            .mapToDouble(t -> x.at(t, 1))
                            .sum())
                    .isOne();
            double sum = IntStream.range(0, steps)
                    .mapToDouble(t -> x.at(t, 0) * x.at(t, 1))
                    .sum();
            assertThat(sequences.targets().get(k).at(0, 0)).isEqualTo(sum);
        }
    }

    @Test
    void whoAlwaysAddsUpToOneIsAtChance() {
        Sequences sequences = addingProblem(7).source().next(20_000, new TorchRandom(0));
        double loss = sequences.targets().stream()
                .mapToDouble(target -> (1 - target.at(0, 0)) * (1 - target.at(0, 0)))
                .average()
                .orElseThrow();
        assertThat(loss).isCloseTo(addingProblem(7).chance().orElseThrow(), within(0.005));
        assertThat(addingProblem(7).chance().orElseThrow()).isCloseTo(0.1666667, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "20, .519860",
        "50, .297063",
        "100, .173287",
        "200, .0945201",
        "300, .0649825",
        "500, .0399893",
        "1000, .0203867",
        "2000, .0102943"
    })
    void chanceOfCopyMemoryIsThatOfTheLiterature(int delay, double chance) {
        assertThat(copyMemory(delay, 8).chance().orElseThrow()).isCloseTo(chance, within(5e-7));
    }

    @Test
    void copyMemoryWantsItsSymbolsBackAfterTheSignal() {
        Sequences sequences = copyMemory(4, 3, 2).source().next(50, new TorchRandom(1));
        for (int k = 0; k < 50; k++) {
            Mat x = sequences.inputs().get(k);
            Mat y = sequences.targets().get(k);
            assertThat(x.shape()).isEqualTo("8×5");
            int[] shown = IntStream.range(0, 8).map(t -> hot(x, t)).toArray();
            assertThat(shown).containsExactly(shown[0], shown[1], 3, 3, 3, 4, 3, 3);
            assertThat(shown[0]).isLessThan(3);
            assertThat(IntStream.range(0, 8).mapToDouble(t -> y.at(t, 0)).toArray())
                    .containsExactly(3, 3, 3, 3, 3, 3, shown[0], shown[1]);
        }
    }

    private static int hot(Mat x, int t) {
        assertThat(IntStream.range(0, x.columns()).mapToDouble(j -> x.at(t, j)).sum())
                .isOne();
        return IntStream.range(0, x.columns())
                .filter(j -> x.at(t, j) == 1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void chanceOfNumbersIsTheirVariance() {
        assertThat(data(INPUTS, new double[][] {{1, 0}, {2, 0}, {3, 0}, {4, 4}})
                        .chance()
                        .orElseThrow())
                .isEqualTo((1.25 + 3) / 2);
        assertThat(data(new double[][][] {{{1}, {0}}}, new double[][][] {{{1}, {3}}})
                        .chance()
                        .orElseThrow())
                .isOne();
    }

    @Test
    void chanceOfClassesIsTheirEntropy() {
        assertThat(data(INPUTS, new int[] {0, 1, 0, 1}).chance().orElseThrow()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(data(INPUTS, new int[] {2, 2, 2, 2}).chance().orElseThrow()).isZero();
        assertThat(data(INPUTS, new int[] {0, 1, 2, 0}).outputs()).isEqualTo(3);
    }

    @Test
    void whatAFunctionMakesHasNoChanceLine() {
        var task = data(i -> example(new double[][] {{i}}, i));
        assertThat(task.chance()).isEmpty();
        assertThat(train(rnn(), task).steps(2).toString()).doesNotContain("chance");
    }

    @Test
    void taskDecidesTheInputSize() {
        assertThat(train(rnn(), data(new double[][][] {{{1, 2, 3}}}, new double[][] {{1}}))
                        .steps(1)
                        .weights()
                        .get("W_xh")
                        .getColumnDimension())
                .isEqualTo(3);
    }

    @Test
    void tasksThatAreNoneAreRefused() {
        assertThatThrownBy(() -> addingProblem(1)).hasMessage("""
                        addingProblem(T): T must be at least 2, but was 1
                          in:  addingProblem(1)
                          try: addingProblem(20)""");
        assertThatThrownBy(() -> copyMemory(0, 8)).hasMessageContaining("copyMemory(T, symbols): T must be at least 1");
        assertThatThrownBy(() -> copyMemory(5, 1)).hasMessageContaining("symbols must be at least 2, but was 1");
        assertThatThrownBy(() -> copyMemory(5, 2, 0)).hasMessageContaining("length must be at least 1, but was 0");
    }

    @Test
    void dataThatDoesNotFitTogetherIsRefused() {
        assertThatThrownBy(() -> data(INPUTS, new double[][] {{1}})).hasMessage("""
                        data(inputs, targets): one sequence or more, each with a target, but there are 4 sequences and 1 targets
                          in:  data(inputs, targets)
                          try: data(new double[][][] {{{0.1}, {0.2}}}, new double[][] {{0.3}})""");
        assertThatThrownBy(() -> data(new double[][][] {{{1}}, {{1}, {2}}}, new double[][] {{1}, {2}}))
                .hasMessageContaining("sequences must have one shape, but the first is 1×1 with a target of 1×1 and "
                        + "number 1 is 2×1 with a target of 1×1");
        assertThatThrownBy(() -> data(new double[][][] {{{1}, {2, 3}}}, new double[][] {{1}}))
                .hasMessageContaining("rows must have one length, but inputs[0][0] has 1 and inputs[0][1] has 2");
        assertThatThrownBy(() -> data(new double[][][] {{{Double.NaN}}}, new double[][] {{1}}))
                .hasMessageContaining("inputs[0][0][0] must be a finite number, but was NaN");
        assertThatThrownBy(() -> data(new double[][][] {{{1}, {2}}}, new double[][][] {{{1}}}))
                .hasMessageContaining("a row of targets is wanted for each of the 2 steps, but there is 1");
        assertThatThrownBy(() -> data(INPUTS, new int[] {0, 1, -1, 0}))
                .hasMessageContaining("classes[2] must be at least 0, but was -1");
        assertThatThrownBy(() -> data(i -> null)).hasMessageContaining("must not be null");
        var changing = data(i -> example(new double[1 + i][1], 0));
        assertThatThrownBy(() -> train(rnn(), changing).steps(1))
                .hasMessageContaining("the first is 1×1 with a target of 1×1 and number 1 is 2×1");
    }

    @Test
    void sizesThatNoArrayHasAreRefused() {
        assertThatThrownBy(() -> copyMemory(Integer.MAX_VALUE, 8))
                .hasMessageStartingWith("copyMemory(T, symbols): T must be in 1..1000000000, but was 2147483647");
        assertThatThrownBy(() -> copyMemory(2, Integer.MAX_VALUE)).hasMessageContaining("symbols must be in 2..100000");
        assertThatThrownBy(() -> copyMemory(2, 8, 1_200_000_000))
                .hasMessageContaining("length must be in 1..100000000");
        assertThatThrownBy(() -> data(new double[][][] {{{1}}, {{2}}}, new int[] {0, Integer.MAX_VALUE}))
                .hasMessageContaining("classes[1] must be in 0..99999, but was 2147483647");
    }

    @Test
    void whatAFunctionMakesIsRefusedAsPython() {
        var training = train(rnn(), data(i -> example(new double[][] {{i}}, i)));
        assertThatThrownBy(() -> training.pytorch(3)).hasMessage("""
                        pytorch(): what a function of Java makes can't be written in Python
                          in:  train(rnn(), data(i -> example)).pytorch(3)
                          try: data(inputs, targets), the same sequences in arrays""");
    }
}
