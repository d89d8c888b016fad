package gradflow.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that go back together get, bit for bit, what each gets alone. */
class ManyLengthsTest {
    private record Shown(int t, List<Double> g, long exponent) {}

    static Stream<Arguments> tasks() {
        return IntStream.of(1, 2, 3, 7, 8, 9, 31, 64, 65, 128, 257)
                .boxed()
                .flatMap(n -> Stream.of(Saturating.TANH, Saturating.SIGMOID, new PiecewiseLinear(0))
                        .flatMap(phi -> Stream.of(
                                Arguments.of(phi, n, 0.0, 1.0, false), Arguments.of(phi, n, 0.7, 0.3, true))));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void eachLengthHasTheBitsOfItsOwnPass(Pointwise phi, int n, double carry, double gain, boolean everyStep) {
        RnnTask task = RnnKernelContractTest.random(phi, n, carry, gain, n);
        assertSameAsAlone(task, everyStep, new int[] {5, 12, 0, 1, 12, 7, 3});
    }

    static Stream<Arguments> gatedTasks() {
        return IntStream.of(1, 2, 3, 7, 8, 9, 31, 64, 65, 128, 257)
                .boxed()
                .flatMap(n -> Stream.of(new LstmCell(), new GruCell()).map(cell -> Arguments.of(cell, n)));
    }

    @ParameterizedTest
    @MethodSource("gatedTasks")
    void eachLengthOfAGatedNetworkHasTheBitsOfItsOwnPass(GatedCell cell, int n) {
        GatedTask task = GatedKernelContractTest.random(cell, n, n);
        RnnKernel.Seeds seeds = new RnnKernel.Seeds(RnnKernelContractTest.gaussian(new Random(1), 1, n, 1), n % 2 == 0);
        GatedKernel kernel = new FastGated();
        assertSame(
                new int[] {5, 12, 0, 1, 12, 7, 3},
                (lengths, shown) -> ManyLengths.backward(task, kernel.forward(task), seeds, lengths, shown),
                (length, shown) -> {
                    GatedTask alone = new GatedTask(
                            cell, task.wih(), task.whh(), task.bih(), task.bhh(), task.start(), task.x(), length);
                    kernel.backward(
                            alone, kernel.forward(alone), seeds, (t, g, exponent) -> shown.gradient(0, t, g, exponent));
                });
    }

    private interface Together {
        void backward(int[] lengths, ManyLengths.Gradients shown);
    }

    private interface Alone {
        void backward(int length, ManyLengths.Gradients shown);
    }

    private static void assertSame(int[] lengths, Together together, Alone alone) {
        List<List<Shown>> actual = Stream.generate(() -> (List<Shown>) new ArrayList<Shown>())
                .limit(lengths.length)
                .toList();
        together.backward(lengths, (run, t, g, exponent) -> actual.get(run).add(shown(t, g, exponent)));
        for (int k = 0; k < lengths.length; k++) {
            List<Shown> expected = new ArrayList<>();
            alone.backward(lengths[k], (run, t, g, exponent) -> expected.add(shown(t, g, exponent)));
            assertThat(actual.get(k)).as("length %d", lengths[k]).isEqualTo(expected);
        }
    }

    @Test
    void gradientsThatLeaveTheRangeOfDoublesKeepTheirExponents() {
        RnnTask task = RnnKernelContractTest.random(new PiecewiseLinear(1), 5, 0, 1, 3);
        RnnTask steep = new RnnTask(
                task.whh().times(1e150),
                task.wxh(),
                task.bias(),
                task.h0(),
                task.x(),
                task.steps(),
                task.phi(),
                task.carry(),
                task.gain());
        assertSameAsAlone(steep, false, new int[] {12, 11, 2});
    }

    @Test
    void noLengthsShowNothing() {
        assertSameAsAlone(RnnKernelContractTest.random(Saturating.TANH, 4, 0, 1, 1), false, new int[0]);
    }

    private static void assertSameAsAlone(RnnTask task, boolean everyStep, int[] lengths) {
        RnnKernel.Seeds seeds =
                new RnnKernel.Seeds(RnnKernelContractTest.gaussian(new Random(1), 1, task.hidden(), 1), everyStep);
        RnnKernel kernel = new FastRnn();
        assertSame(
                lengths,
                (all, shown) -> ManyLengths.backward(task, kernel.forward(task), seeds, all, shown),
                (length, shown) -> {
                    RnnTask alone = new RnnTask(
                            task.whh(),
                            task.wxh(),
                            task.bias(),
                            task.h0(),
                            task.x(),
                            length,
                            task.phi(),
                            task.carry(),
                            task.gain());
                    kernel.backward(
                            alone, kernel.forward(alone), seeds, (t, g, exponent) -> shown.gradient(0, t, g, exponent));
                });
    }

    private static Shown shown(int t, double[] g, long exponent) {
        return new Shown(t, Arrays.stream(g).boxed().toList(), exponent);
    }
}
