package gradflow.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ThrownTest {
    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engines.plain();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static Outcome.Thrown thrown(String source, String id) {
        Outcome outcome = engine.eval(source, id);
        assertThat(outcome).isInstanceOf(Outcome.Thrown.class);
        return (Outcome.Thrown) outcome;
    }

    @Test
    void theLineOfTheFailingCallInAChain() {
        Outcome.Thrown thrown = thrown("\n// a chain\nvar u = \"abc\"\n  .trim()\n  .substring(9)", "chain");
        assertThat(thrown.line()).isEqualTo(5);
        assertThat(thrown.frames()).containsExactly(new Outcome.Frame("chain", 5, ""));
        assertThat(thrown.callee()).isEqualTo("substring");
    }

    @Test
    void framesThroughMethodsClassesAndLambdas() {
        assertThat(engine.eval("int f(int n) {\n  return 1 / n;\n}", "f")).isInstanceOf(Outcome.Declared.class);
        assertThat(engine.eval(
                        "class A { int g() {\n return List.of(0).stream().map(n -> f(n)).toList().get(0); } }", "A"))
                .isInstanceOf(Outcome.Declared.class);
        Outcome.Thrown thrown = thrown("\nnew A()\n .g()", "top");
        assertThat(thrown.thrown()).isInstanceOf(ArithmeticException.class);
        assertThat(thrown.line()).isEqualTo(3);
        assertThat(thrown.frames())
                .containsExactly(
                        new Outcome.Frame("f", 2, "f"),
                        new Outcome.Frame("A", 2, "A.g"),
                        new Outcome.Frame("A", 2, "A.g"),
                        new Outcome.Frame("top", 3, ""));
        assertThat(thrown.callee()).isEmpty();
    }

    @Test
    void theThrowableItself() {
        assertThat(engine.eval("class Own extends RuntimeException { int code = 7; }"))
                .isInstanceOf(Outcome.Declared.class);
        assertThat(thrown("throw new Own();", "own").thrown().getClass().getSimpleName())
                .isEqualTo("Own");
        assertThat(thrown("chain().hidden(0)", "refused").callee()).isEqualTo("hidden");
    }

    @Test
    void whatHostCodeThrowsAtTheTopHasNoFrames() {
        assertThat(thrown("new Thread(() -> {}).join(-1)", "join").frames())
                .isEqualTo(List.of(new Outcome.Frame("join", 1, "")));
    }
}
