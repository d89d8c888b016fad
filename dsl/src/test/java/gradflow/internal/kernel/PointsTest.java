package gradflow.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PointsTest {
    @AfterEach
    void clearInterrupt() {
        boolean unused = Thread.interrupted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void resultsComeInTheOrderOfThePointsWhateverTheThreads(int threads) {
        List<Double> alone =
                IntStream.range(0, 50).mapToObj(k -> ManyRuns.norm(k)).toList();
        assertThat(Points.map(50, threads, ManyRuns::norm)).isEqualTo(alone);
    }

    @Test
    void nothingOfNoPoints() {
        assertThat(Points.map(0, k -> k)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void theFirstPointThatFailsDecides(int threads) {
        assertThatThrownBy(() -> Points.map(20, threads, k -> {
                    if (k % 7 == 3) {
                        throw new IllegalStateException("point " + k);
                    }
                    return k;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("point 3");
    }

    @Test
    void anInterruptStopsEveryThread() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(2);
        CountDownLatch stopped = new CountDownLatch(2);
        Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
        Thread person = new Thread(() -> {
            try {
                Points.map(2, 2, k -> forever(started, stopped));
            } catch (CancelledRun e) {
                thrown.add(e);
            }
        });
        person.start();
        started.await();
        person.interrupt();
        person.join();
        stopped.await();
        assertThat(thrown).hasSize(1);
    }

    private static int forever(CountDownLatch started, CountDownLatch stopped) {
        started.countDown();
        try {
            while (true) {
                Interrupts.poll();
                Thread.onSpinWait();
            }
        } finally {
            stopped.countDown();
        }
    }

    private static final class ManyRuns {
        private ManyRuns() {}

        static double norm(int seed) {
            RnnTask task = RnnKernelContractTest.random(Saturating.TANH, 9, 0, 1, seed);
            double[] norm = new double[1];
            RnnKernel kernel = new FastRnn();
            kernel.backward(
                    task,
                    kernel.forward(task),
                    new RnnKernel.Seeds(task.h0(), false),
                    (t, g, exponent) ->
                            norm[0] = Vectors.norm(g, 0, g.length, exponent).value());
            return norm[0];
        }
    }
}
