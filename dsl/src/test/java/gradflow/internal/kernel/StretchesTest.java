package gradflow.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of which not every state is kept has the bits of one that keeps them all. */
class StretchesTest {
    private static final int[] LENGTHS = {1, 2, 3, 5, 6, 11, 12, 100};

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9})
    void thinnedRunsOfVanillaNetworksHaveTheSameBits(int n) {
        for (Pointwise phi : List.of(Saturating.TANH, Saturating.SIGMOID, new PiecewiseLinear(0))) {
            RnnTask task = RnnKernelContractTest.random(phi, n, 0.3, 0.7, n);
            RnnKernel.Seeds seeds = new RnnKernel.Seeds(task.h0(), true);
            for (int length : LENGTHS) {
                assertSame(task, seeds, FastRnn.forward(task, length));
            }
        }
    }

    @Test
    void exponentsOfStatesGoOnFromStretchToStretch() {
        RnnTask task = RnnKernelContractTest.random(new PiecewiseLinear(1), 3, 0, 1, 5);
        RnnTask steep = new RnnTask(
                task.whh().times(1e200), task.wxh(), task.bias(), task.h0(), task.x(), 12, task.phi(), 0, 1);
        Trajectory whole = new FastRnn().forward(steep);
        assertThat(whole.overflowAt()).isPositive();
        for (int length : LENGTHS) {
            Trajectory thinned = FastRnn.forward(steep, length);
            assertThat(thinned.overflowAt()).isEqualTo(whole.overflowAt());
            assertSame(steep, new RnnKernel.Seeds(task.h0(), false), thinned);
        }
    }

    @Test
    void aRunThatBreaksOffBreaksOffAtTheSameStep() {
        RnnTask task = RnnKernelContractTest.random(Saturating.TANH, 3, 0, 1, 5);
        Mat x = Mat.filled(12, task.x().columns(), (t, i) -> t == 7 ? 1e308 : 0.1);
        RnnTask broken =
                new RnnTask(task.whh(), task.wxh().times(100), task.bias(), task.h0(), x, 12, task.phi(), 0, 1);
        for (int length : LENGTHS) {
            Trajectory thinned = FastRnn.forward(broken, length);
            assertThat(thinned.brokenAt()).isEqualTo(8);
            assertThat(thinned.state(7)).isEqualTo(new FastRnn().forward(broken).state(7));
            assertThat(thinned.state(2)).isEqualTo(new FastRnn().forward(broken).state(2));
        }
    }

    @Test
    void thinnedRunsOfGatedNetworksHaveTheSameBits() {
        for (GatedCell cell : List.of(new LstmCell(), new GruCell())) {
            GatedTask task = GatedKernelContractTest.random(cell, 5, 9);
            RnnKernel.Seeds seeds = new RnnKernel.Seeds(RnnKernelContractTest.gaussian(new Random(1), 1, 5, 1), true);
            GatedTape whole = new FastGated().forward(task);
            for (int length : LENGTHS) {
                GatedTape thinned = FastGated.forward(task, length);
                assertThat(shown(task, seeds, thinned)).isEqualTo(shown(task, seeds, whole));
                for (int t = 0; t <= task.steps(); t++) {
                    assertThat(thinned.stateVector(t, 0)).isEqualTo(whole.stateVector(t, 0));
                    assertThat(thinned.stateNorm(t, cell.vectors() - 1))
                            .isEqualTo(whole.stateNorm(t, cell.vectors() - 1));
                    if (t > 0) {
                        assertThat(thinned.gateValues(t, 1)).isEqualTo(whole.gateValues(t, 1));
                        assertThat(thinned.gateSlopes(t, 2)).isEqualTo(whole.gateSlopes(t, 2));
                    }
                }
            }
        }
    }

    @Test
    void whatFitsIsKeptWholeAndWhatDoesNotIsThinnedToItsSquareRoot() {
        long heap = Runtime.getRuntime().maxMemory();
        assertThat(Trajectory.lengthOfStretch(4, 1_000_000)).isEqualTo(1_000_000);
        assertThat(Trajectory.lengthOfStretch(1024, 2_000)).isEqualTo(2_000);
        int tooLong = (int) Math.min(2_000_000_000L, heap / 1024);
        assertThat(Trajectory.lengthOfStretch(1024, tooLong)).isEqualTo((int) Math.sqrt(0.5 * tooLong));
        assertThat(Trajectory.bytes(1024, tooLong)).isLessThan(0.1 * heap);
        assertThat(GatedTape.bytes(new LstmCell(), 1024, tooLong)).isLessThan(0.5 * heap);
    }

    private static void assertSame(RnnTask task, RnnKernel.Seeds seeds, Trajectory thinned) {
        FastRnn kernel = new FastRnn();
        Trajectory whole = kernel.forward(task);
        RnnKernelContractTest.Recorded expected = RnnKernelContractTest.Recorded.of(kernel, whole, task, seeds);
        RnnKernelContractTest.Recorded actual = RnnKernelContractTest.Recorded.of(kernel, thinned, task, seeds);
        assertThat(actual.gradients()).isDeepEqualTo(expected.gradients());
        assertThat(actual.deltas()).isDeepEqualTo(expected.deltas());
        for (int t = 0; t <= task.steps(); t++) {
            assertThat(thinned.stateNorm(t)).isEqualTo(whole.stateNorm(t));
            assertThat(thinned.state(t)).isEqualTo(whole.state(t));
            if (t > 0) {
                assertThat(thinned.slope(t, 0)).isEqualTo(whole.slope(t, 0));
            }
        }
    }

    private static List<String> shown(GatedTask task, RnnKernel.Seeds seeds, GatedTape tape) {
        List<String> shown = new ArrayList<>();
        new FastGated()
                .backward(task, tape, seeds, (t, state, exponent) -> shown.add(t + Arrays.toString(state) + exponent));
        return shown;
    }
}
