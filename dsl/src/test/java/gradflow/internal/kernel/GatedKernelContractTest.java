package gradflow.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast gated kernel agrees with the plain loops, and the step back is the transpose of the step forward. */
class GatedKernelContractTest {
    private static final int STEPS = 12;
    private static final double UNIT = 0x1p-52;

    static Stream<Arguments> tasks() {
        return Stream.of(new LstmCell(), new GruCell())
                .flatMap(cell ->
                        Stream.of(1, 2, 3, 7, 8, 9, 31, 64, 65, 128, 257).map(n -> Arguments.of(cell, n)));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void fastAgreesWithReference(GatedCell cell, int n) {
        GatedTask task = random(cell, n, 77 * n);
        RnnKernel.Seeds seeds = new RnnKernel.Seeds(RnnKernelContractTest.gaussian(new Random(n), 1, n, 1), n % 2 == 0);

        double[][] expected = states(new ReferenceGated(), task, seeds);
        double[][] actual = states(new FastGated(), task, seeds);

        for (int t = 0; t <= STEPS; t++) {
            double scale = Vectors.norm(expected[t], 0, expected[t].length, 0).value();
            for (int i = 0; i < expected[t].length; i++) {
                assertThat(actual[t][i]).isCloseTo(expected[t][i], within(UNIT * 16 * (n + 4) * STEPS * scale));
            }
        }
    }

    @Test
    void stepJacobiansAreThoseOfCentralDifferences() {
        for (GatedCell cell : new GatedCell[] {new LstmCell(), new GruCell()}) {
            GatedTask task = random(cell, 5, 3);
            Mat jacobian = Mat.of(
                    StepJacobian.of(task, new FastGated().forward(task), 1).rows());
            int width = 5 * cell.vectors();
            double step = 1e-5;
            for (int j = 0; j < width; j++) {
                double[] up = after(task, j, step);
                double[] down = after(task, j, -step);
                for (int i = 0; i < width; i++) {
                    assertThat(jacobian.at(i, j)).isCloseTo((up[i] - down[i]) / (2 * step), within(1e-9));
                }
            }
        }
    }

    /** The state after one step from a start that is moved by {@code step} in entry j. */
    private static double[] after(GatedTask task, int j, double step) {
        int n = task.hidden();
        Mat start = Mat.filled(task.start().rows(), n, (v, k) -> task.start().at(v, k) + (v * n + k == j ? step : 0));
        GatedTape tape = new FastGated()
                .forward(
                        new GatedTask(task.cell(), task.wih(), task.whh(), task.bih(), task.bhh(), start, task.x(), 1));
        double[] state = new double[n * task.cell().vectors()];
        for (int v = 0; v < task.cell().vectors(); v++) {
            System.arraycopy(tape.stateVector(1, v), 0, state, v * n, n);
        }
        return state;
    }

    private static double[][] states(GatedKernel kernel, GatedTask task, RnnKernel.Seeds seeds) {
        double[][] states = new double[STEPS + 1][];
        kernel.backward(
                task,
                kernel.forward(task),
                seeds,
                (t, state, exponent) -> states[t] = Arrays.stream(state)
                        .map(x -> new Scaled(x, exponent).value())
                        .toArray());
        return states;
    }

    static GatedTask random(GatedCell cell, int n, long seed) {
        Random random = new Random(seed);
        int m = 1 + n % 11;
        int rows = cell.gates() * n;
        return new GatedTask(
                cell,
                RnnKernelContractTest.gaussian(random, rows, m, 0.5),
                RnnKernelContractTest.gaussian(random, rows, n, 1 / Math.sqrt(n)),
                RnnKernelContractTest.gaussian(random, 1, rows, 0.2),
                RnnKernelContractTest.gaussian(random, 1, rows, 0.2),
                RnnKernelContractTest.gaussian(random, cell.vectors(), n, 0.5),
                RnnKernelContractTest.gaussian(random, STEPS, m, 0.7),
                STEPS);
    }
}
