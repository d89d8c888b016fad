package gradflow.experiment.training;

import static gradflow.Gradflow.data;
import static gradflow.Gradflow.example;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradflow.internal.kernel.CancelledRun;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A training that a person stops keeps the steps that were made, and nothing of the one that wasn't finished. */
class StoppedTrainingTest {
    private static final int BATCH = 3;

    @AfterEach
    void forget() {
        var unused = Thread.interrupted();
    }

    private static Example sequence(int i) {
        double x = (i * 7 % 10) / 10.0;
        return example(new double[][] {{x}, {-x}, {0.5}, {x * x}}, x);
    }

    private static Training on(IntFunction<Example> sequences) {
        return train(gru().hidden(5), data(sequences)).batch(BATCH).adam(0.01);
    }

    /** Sequences of which one interrupts the thread that asks for it, as Ctrl-C does. */
    private static IntFunction<Example> interruptingAt(int step) {
        return i -> {
            if (i == (step - 1) * BATCH) {
                Thread.currentThread().interrupt();
            }
            return sequence(i);
        };
    }

    @Test
    void stepsThatWereMadeAreThoseOfATrainingOfSoMany() {
        Trained stopped = on(interruptingAt(8)).steps(1000);
        assertThat(Thread.interrupted()).isTrue();
        Trained whole = on(StoppedTrainingTest::sequence).steps(7);
        assertThat(stopped.steps()).isEqualTo(7);
        assertThat(stopped.losses()).isEqualTo(whole.losses());
        assertThat(stopped.weights()).isEqualTo(whole.weights());
        for (int i = 0; i <= 7; i++) {
            assertThat(stopped.radius(i)).isEqualTo(whole.radius(i));
            assertThat(stopped.horizon(i)).isEqualTo(whole.horizon(i));
        }
        assertThat(stopped.network().toString()).endsWith(".steps(7).network()");
        assertThat(stopped.ending()).contains("stopped after 7 of 1000 steps");
        assertThat(stopped.toString()).contains("stopped after 7 of 1000 steps");
    }

    @Test
    void stepThatIsNotMeasuredOnItsWayIsMeasuredAtItsEnd() {
        Trained stopped = on(interruptingAt(58)).steps(1000);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped.steps()).isEqualTo(57);
        assertThat(stopped.radius(57))
                .isEqualTo(on(StoppedTrainingTest::sequence).steps(57).radius(57));
    }

    @Test
    void whatTheDataThrowsWhenAPersonStopsIsMeantToStop() {
        Trained stopped = on(i -> {
                    if (i == 4 * BATCH + 1) {
                        Thread.currentThread().interrupt();
                        throw new AssertionError("as woven code does");
                    }
                    return sequence(i);
                })
                .steps(10);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped.steps()).isEqualTo(4);
        assertThat(stopped.weights())
                .isEqualTo(on(StoppedTrainingTest::sequence).steps(4).weights());
    }

    @Test
    void withoutASingleStepThereIsNothingToKeep() {
        assertThatThrownBy(() -> on(interruptingAt(1)).steps(10)).isInstanceOf(CancelledRun.class);
    }

    @Test
    void whatTheDataThrowsByItselfGoesThrough() {
        Training failing = on(i -> {
            if (i == 10) {
                throw new IllegalStateException("no more data");
            }
            return sequence(i);
        });
        assertThatThrownBy(() -> failing.steps(10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no more data");
    }

    @Test
    void flagStaysSetForWhoeverAsks() {
        var unused =
                train(rnn().hidden(2), data(interruptingAt(3))).batch(BATCH).steps(10);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
}
