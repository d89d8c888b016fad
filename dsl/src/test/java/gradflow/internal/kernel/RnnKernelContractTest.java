package gradflow.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast kernel agrees with the loops that read like the equations, around every size at which its code changes. */
class RnnKernelContractTest {
    private static final int STEPS = 12;
    private static final double UNIT = 0x1p-52;

    static Stream<Arguments> tasks() {
        int[] sizes = {1, 2, 3, 7, 8, 9, 31, 64, 65, 128, 257};
        Pointwise[] functions = {
            Saturating.TANH,
            Saturating.SIGMOID,
            new PiecewiseLinear(0),
            new PiecewiseLinear(1),
            new PiecewiseLinear(0.1)
        };
        return Stream.of(functions)
                .flatMap(phi -> Arrays.stream(sizes)
                        .boxed()
                        .flatMap(n -> Stream.of(
                                Arguments.of(phi, n, 0.0, 1.0),
                                Arguments.of(phi, n, 1.0, 0.5),
                                Arguments.of(phi, n, 0.7, 0.3))));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void fastAgreesWithReference(Pointwise phi, int n, double carry, double gain) {
        RnnTask task = random(phi, n, carry, gain, 1000 * n + phi.hashCode() % 7);
        RnnKernel.Seeds seeds = new RnnKernel.Seeds(gaussian(new Random(n), 1, n, 1), n % 2 == 0);

        Recorded expected = Recorded.of(new ReferenceRnn(), task, seeds);
        Recorded actual = Recorded.of(new FastRnn(), task, seeds);

        double tolerance = UNIT * 8 * (n + 4) * STEPS;
        assertClose(actual.run.withStep(1).h, expected.run.withStep(1).h, tolerance);
        assertClose(actual.run.withStep(1).slope, expected.run.withStep(1).slope, tolerance);
        for (int t = 0; t <= STEPS; t++) {
            assertClose(actual.gradients[t], expected.gradients[t], tolerance);
            if (t > 0) {
                assertClose(actual.deltas[t], expected.deltas[t], tolerance);
            }
        }
    }

    private static void assertClose(double[] actual, double[] expected, double tolerance) {
        double scale = Vectors.norm(expected, 0, expected.length, 0).value();
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(tolerance * Math.max(scale, Double.MIN_NORMAL)));
        }
    }

    static RnnTask random(Pointwise phi, int n, double carry, double gain, long seed) {
        Random random = new Random(seed);
        int m = 1 + n % 11;
        return new RnnTask(
                gaussian(random, n, n, 1 / Math.sqrt(n)),
                gaussian(random, n, m, 0.5),
                gaussian(random, 1, n, 0.1),
                gaussian(random, 1, n, 0.3),
                gaussian(random, STEPS, m, 0.5),
                STEPS,
                phi,
                carry,
                gain);
    }

    static Mat gaussian(Random random, int rows, int columns, double std) {
        return Mat.filled(rows, columns, (i, j) -> std * random.nextGaussian());
    }

    /** All that a kernel shows of one run, as plain doubles. */
    record Recorded(Trajectory run, double[][] gradients, double[][] deltas) {
        static Recorded of(RnnKernel kernel, RnnTask task, RnnKernel.Seeds seeds) {
            return of(kernel, kernel.forward(task), task, seeds);
        }

        static Recorded of(RnnKernel kernel, Trajectory run, RnnTask task, RnnKernel.Seeds seeds) {
            double[][] gradients = new double[task.steps() + 1][];
            double[][] deltas = new double[task.steps() + 1][];
            kernel.backward(task, run, seeds, new RnnKernel.BackwardSteps() {
                @Override
                public void gradient(int t, double[] g, long exponent) {
                    gradients[t] = plain(g, exponent);
                }

                @Override
                public void delta(int t, double[] delta, long exponent) {
                    deltas[t] = plain(delta, exponent);
                }
            });
            return new Recorded(run, gradients, deltas);
        }

        private static double[] plain(double[] v, long exponent) {
            return Arrays.stream(v).map(x -> new Scaled(x, exponent).value()).toArray();
        }
    }
}
