package gradflow.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.sample.Loops;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class StopTest {
    private static final int JOIN_MILLIS = 60_000;

    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engines.plain();
        assertThat(engine.eval("int kept = 41")).isInstanceOf(Outcome.Variable.class);
        assertThat(engine.eval("long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }"))
                .isInstanceOf(Outcome.Declared.class);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static Outcome stopped(String body) throws Exception {
        CompletableFuture<Outcome> outcome =
                CompletableFuture.supplyAsync(() -> engine.eval("{ Loops.begin(); " + body + " }"));
        Loops.awaitBegin();
        engine.stop();
        return outcome.get(60, TimeUnit.SECONDS);
    }

    private static void stillWell() {
        assertThat(engine.eval("kept + 1"))
                .isInstanceOfSatisfying(
                        Outcome.Value.class, value -> assertThat(value.value()).isEqualTo(42));
        assertThat(engine.eval("Thread.currentThread().isInterrupted()"))
                .isInstanceOfSatisfying(
                        Outcome.Value.class, value -> assertThat(value.value()).isEqualTo(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "for (long i = 0; ; i++) Math.sin(i);",
                "fib(90);",
                "Stream.iterate(1, i -> i + 1).forEach(i -> {});",
                "IntStream.iterate(1, i -> i + 1).parallel().forEach(i -> {});",
                "Thread.sleep(1_000_000);",
                "new java.util.concurrent.CountDownLatch(1).await();",
                "Loops.polling();",
                "while (true) try { Thread.sleep(5); } catch (Exception e) { }",
                "try { fib(90); } finally { int k = 0; }"
            })
    void stops(String body) throws Exception {
        assertThat(stopped(body)).isEqualTo(new Outcome.Interrupted(false, Optional.empty()));
        Loops.thread().join(JOIN_MILLIS);
        assertThat(Loops.thread().isAlive()).isFalse();
        stillWell();
    }

    @Test
    void leavesBehindWhatDoesNotListenAndEndsItWhenItComesBack() throws Exception {
        assertThat(stopped("Loops.deaf(); while (true) {}")).isEqualTo(new Outcome.Interrupted(true, Optional.empty()));
        Thread abandoned = Loops.thread();
        assertThat(abandoned.isAlive()).isTrue();
        stillWell();
        Loops.release();
        abandoned.join(JOIN_MILLIS);
        assertThat(abandoned.isAlive()).isFalse();
        stillWell();
    }

    @Test
    void aStoppedExpressionLeavesNoVariable() throws Exception {
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(
                () -> engine.eval("((Supplier<Integer>) () -> { Loops.begin(); while (true) {} }).get()"));
        Loops.awaitBegin();
        engine.stop();
        assertThat(outcome.get(60, TimeUnit.SECONDS)).isEqualTo(new Outcome.Interrupted(false, Optional.empty()));
        assertThat(engine.variables()).noneMatch(variable -> variable.value() == null);
    }

    private static Outcome stoppedWhole(String snippet, String id) throws Exception {
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> engine.eval(snippet, id));
        Loops.awaitBegin();
        engine.stop();
        return outcome.get(60, TimeUnit.SECONDS);
    }

    private static Outcome keeping(Outcome kept) {
        return new Outcome.Interrupted(false, Optional.of(kept));
    }

    @Test
    void whatAStoppedExpressionHadIsItsValue() throws Exception {
        assertThat(stoppedWhole("Loops.sampling()", "901")).isEqualTo(keeping(new Outcome.Value("$901", 7, false)));
        assertThat(engine.value("$901")).isEqualTo(7);
        stillWell();
    }

    @Test
    void whatAStoppedDeclarationHadIsInItsVariable() throws Exception {
        assertThat(stoppedWhole("int had = Loops.sampling();", "declared"))
                .isEqualTo(keeping(new Outcome.Variable("had", "int", 7)));
        assertThat(engine.value("had")).isEqualTo(7);
    }

    @Test
    void whatAStoppedAssignmentHadIsInItsVariable() throws Exception {
        Outcome unused = engine.eval("int assigned = 1;");
        assertThat(stoppedWhole("assigned = Loops.sampling()", "assigned"))
                .isEqualTo(keeping(new Outcome.Variable("assigned", "int", 7)));
        assertThat(engine.value("assigned")).isEqualTo(7);
    }

    @Test
    void codeOfTheProgramKeepsNothing() throws Exception {
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> engine.call(Loops::sampling));
        Loops.awaitBegin();
        engine.stop();
        assertThat(outcome.get(60, TimeUnit.SECONDS)).isEqualTo(new Outcome.Interrupted(false, Optional.empty()));
    }

    @Test
    void aStopWithNothingToStopIsForgotten() {
        engine.stop();
        stillWell();
    }

    @Test
    void anInterruptOfTheWaitingThreadStopsToo() throws Exception {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread waiting = new Thread(() -> outcome.complete(engine.eval("{ Loops.begin(); while (true) {} }")));
        waiting.start();
        Loops.awaitBegin();
        waiting.interrupt();
        assertThat(outcome.get(60, TimeUnit.SECONDS)).isEqualTo(new Outcome.Interrupted(false, Optional.empty()));
        stillWell();
    }

    @Test
    void stopsCodeOfTheProgramThatAsksForIt() throws Exception {
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> engine.call(() -> {
            Loops.begin();
            Loops.polling();
            return "";
        }));
        Loops.awaitBegin();
        engine.stop();
        assertThat(outcome.get(60, TimeUnit.SECONDS)).isEqualTo(new Outcome.Interrupted(false, Optional.empty()));
    }
}
