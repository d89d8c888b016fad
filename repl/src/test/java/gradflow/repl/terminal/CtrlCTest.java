package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A press of Ctrl-C stops the work that is done, or is remembered until the entry ends. */
@Timeout(60)
class CtrlCTest {
    private Terminal terminal;
    private CtrlC ctrlC;

    @BeforeEach
    void open() throws IOException {
        terminal = TerminalBuilder.builder()
                .system(false)
                .type(Terminal.TYPE_DUMB)
                .streams(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream())
                .build();
        ctrlC = new CtrlC(terminal);
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
    }

    @Test
    void stopsTheWorkThatIsDone() {
        CountDownLatch stopped = new CountDownLatch(1);
        ctrlC.begin();
        ctrlC.stopping(stopped::countDown, () -> {
            terminal.raise(Signal.INT);
            return waits(stopped);
        });
        assertThat(stopped.getCount()).isZero();
        assertThat(ctrlC.wasMissed()).isFalse();
    }

    private static boolean waits(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPressBetweenTwoPiecesOfAnEntryIsRemembered() {
        ctrlC.begin();
        ctrlC.stopping(() -> {}, () -> true);
        assertThat(ctrlC.wasMissed()).isFalse();
        terminal.raise(Signal.INT);
        assertThat(ctrlC.wasMissed()).isTrue();
    }

    @Test
    void aPressBeforeAnEntryIsNotMeantForIt() {
        terminal.raise(Signal.INT);
        ctrlC.begin();
        assertThat(ctrlC.wasMissed()).isFalse();
    }
}
