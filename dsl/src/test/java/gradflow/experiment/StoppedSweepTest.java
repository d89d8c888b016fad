package gradflow.experiment;

import static gradflow.Gradflow.ginibre;
import static gradflow.Gradflow.ints;
import static gradflow.Gradflow.linspace;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.sweep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.CancelledRun;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever stops a sweep keeps the points that are there. */
class StoppedSweepTest {
    private int asked;

    @AfterEach
    void lowerTheFlag() {
        boolean unused = Thread.interrupted();
    }

    private static double exponent(double g) {
        return rnn().hidden(5).whh(ginibre(g)).unroll(30).lyapunov(1).largest();
    }

    /** As a person's own code is stopped: an error out of the middle of a point. */
    private double stoppedAt(int point, double g) {
        double exponent = exponent(g);
        if (asked++ == point) {
            Thread.currentThread().interrupt();
            throw new ThreadDeathOfOurs();
        }
        return exponent;
    }

    private static final class ThreadDeathOfOurs extends Error {}

    @Test
    void theHeadIsThatOfTheWholeSweep() {
        Sweep whole = sweep("g", linspace(0.5, 2, 31), StoppedSweepTest::exponent);
        Sweep head = sweep("g", linspace(0.5, 2, 31), g -> stoppedAt(12, g));
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(head.stopped()).isTrue();
        assertThat(whole.stopped()).isFalse();
        assertThat(head.values()).isEqualTo(Arrays.copyOf(whole.values(), 12));
        assertThat(head.axis()).isEqualTo(Arrays.copyOf(whole.axis(), 12));
        assertThat(head.toString()).contains("points = 12", "stopped after 12 of 31 points", "linspace(0.5, 2, 31)");
        assertThat(head.csv().lines()).hasSize(13);
        assertThat(head.plot().series().get(0).points()).hasSize(12);
        assertThatThrownBy(() -> head.value(12)).hasMessageStartingWith("value(i): i must be in 0..11, but was 12\n");
    }

    @Test
    void theLibrarysOwnLoopsLeaveToo() {
        Sweep head = sweep("g", linspace(0.5, 2, 31), g -> {
            if (asked++ == 3) {
                Thread.currentThread().interrupt();
            }
            return exponent(g);
        });
        assertThat(head.values()).hasSize(3);
    }

    @Test
    void aPointThatCameToANumberWhileItWasStoppedDoesNotCount() {
        double first = exponent(1);
        Sweep head = sweep("x", ints(1, 2, 3), x -> {
            try {
                return stoppedAt(1, x);
            } catch (ThreadDeathOfOurs swallowed) {
                return -1;
            }
        });
        assertThat(head.values()).containsExactly(first);
    }

    @Test
    void aGridKeepsItsRowsAndWhatTheLastOneHas() {
        Grid whole = sweep("g", linspace(0.5, 2, 4)).by("k", ints(1, 2, 3), (g, k) -> exponent(g * k));
        Grid head = sweep("g", linspace(0.5, 2, 4)).by("k", ints(1, 2, 3), (g, k) -> stoppedAt(4, g * k));
        assertThat(head.stopped()).isTrue();
        assertThat(head.firstAxis()).containsExactly(0.5, 1);
        assertThat(head.secondAxis()).containsExactly(1, 2, 3);
        assertThat(head.values()).isEqualTo(new double[][] {
            whole.values()[0], {whole.value(1, 0), Double.NaN, Double.NaN},
        });
        assertThat(head.value(1, 0)).isEqualTo(whole.value(1, 0));
        assertThatThrownBy(() -> head.value(1, 1))
                .hasMessageStartingWith("value(i, j): j must be in 0..0, but was 1\n");
        assertThat(head.toString()).contains("points = 4", "stopped after 4 of 12 points");
        assertThat(head.csv().lines()).hasSize(5);
        assertThat(head.column(1).values()).containsExactly(whole.value(0, 1));
        assertThat(head.row(1).stopped()).isTrue();
        assertThat(head.plot().toString()).isNotEmpty();
        assertThat(head.markdown()).doesNotContain("NaN");
    }

    @Test
    void oneThatHasNothingYetIsLeft() {
        assertThatThrownBy(() -> sweep("g", ints(1, 2), g -> stoppedAt(0, g))).isInstanceOf(ThreadDeathOfOurs.class);
        assertThatThrownBy(() -> sweep("g", ints(1, 2), g -> g)).isInstanceOf(CancelledRun.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void whatIsWrongIsNoStop() {
        assertThatThrownBy(() -> sweep(
                        "n",
                        ints(4, 3, 0),
                        n -> rnn().hidden(n).unroll(3).gradNorms().norm(0)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> sweep("n", ints(4, 3, 0), n -> 1 / n)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> sweep("n", ints(4, 3), n -> {
                    if (n == 3) {
                        throw new CancelledRunLookalike();
                    }
                    return n;
                }))
                .isInstanceOf(CancelledRunLookalike.class);
    }

    private static final class CancelledRunLookalike extends RuntimeException {}

    @Test
    void aSweepWithinASweepIsStoppedWithIt() {
        Sweep outer = sweep(
                "x",
                ints(1, 2, 3),
                x -> sweep("y", ints(1, 2, 3), y -> {
                            if (x == 2 && y == 2) {
                                Thread.currentThread().interrupt();
                            }
                            return x * y;
                        })
                        .largest());
        assertThat(outer.values()).containsExactly(3);
    }

    @Test
    void aPointThatWaitsAndTakesTheInterruptBackStopsItToo() {
        Sweep stopped = sweep("g", linspace(0, 1, 5), g -> {
            if (g == 0.5) {
                Thread.currentThread().interrupt();
                try {
                    Thread.sleep(1);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return g;
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped.values()).containsExactly(0, 0.25);
    }
}
