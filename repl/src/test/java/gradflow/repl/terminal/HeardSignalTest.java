package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGCONT")
class HeardSignalTest {
    /** Whose default is to do nothing to who runs. */
    private static final String HARMLESS = "CONT";

    private static void raise() throws Exception {
        new ProcessBuilder(
                        "kill", "-CONT", Long.toString(ProcessHandle.current().pid()))
                .start()
                .waitFor();
    }

    @Test
    void workIsDoneAtASignalUntilItIsLeft() throws Exception {
        HeardSignal signals = new HeardSignal();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        try {
            signals.hear(HARMLESS, first::countDown);
            raise();
            assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
            signals.hear(HARMLESS, second::countDown);
            raise();
            assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            signals.leave(HARMLESS);
        }
        raise();
    }

    @Test
    void aSignalThatNobodyCanHaveIsPassedOver() throws Exception {
        HeardSignal signals = new HeardSignal();

        assertThatCode(() -> signals.hear("NONE", () -> {})).doesNotThrowAnyException();
        assertThatCode(() -> signals.hear("KILL", () -> {})).doesNotThrowAnyException();
        assertThatCode(() -> signals.leave("NONE")).doesNotThrowAnyException();
    }
}
