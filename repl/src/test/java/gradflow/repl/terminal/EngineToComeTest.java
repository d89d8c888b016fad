package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradflow.repl.engine.Engine;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EngineToComeTest {

    @Test
    void anInterruptDoesNotEndTheWait() {
        CompletableFuture<Engine> future = new CompletableFuture<>();
        Thread waiting = Thread.currentThread();
        Thread other = new Thread(() -> {
            waiting.interrupt();
            future.complete(Engine.start());
        });
        other.start();

        try (Engine engine = new EngineToCome(future).get()) {
            assertThat(engine.split("1; 2")).hasSize(2);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aFailureIsSaidInOneLine() {
        EngineToCome engine =
                new EngineToCome(CompletableFuture.failedFuture(new IllegalStateException("no compiler")));

        assertThatThrownBy(engine::get)
                .hasMessage("the Java engine did not start: java.lang.IllegalStateException: no compiler");
    }
}
