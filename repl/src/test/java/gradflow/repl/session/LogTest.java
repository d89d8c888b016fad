package gradflow.repl.session;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.engine.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTest {
    private final Log log = new Log();

    @Test
    void givesALineOfAPieceByItsNumber() {
        assertThat(log.add("1")).isEqualTo("1");
        String number = log.add("a()\n  .b()");

        assertThat(log.line(number, 2)).contains("  .b()");
        assertThat(log.line(number, 3)).isEmpty();
        assertThat(log.line("7", 1)).isEmpty();
        assertThat(log.line("warm-up", 1)).isEmpty();
    }

    @Test
    void aChainStandsForItsBeginning() {
        ran("a()", "$1", "");
        ran("a()\n.b()", "$2", "a()");

        assertThat(Replay.of(log.entries())).containsExactly("a()\n.b()");
    }

    @Test
    void theBeginningOfAChainStaysIfALaterEntryAsksForIt() {
        ran("a()", "$1", "");
        ran("a()\n.b()", "$2", "a()");
        ran("f($1, $2)", "$3", "");

        assertThat(Replay.of(log.entries())).containsExactly("var _1 = a();", "var _2 = a()\n.b();", "_2", "f(_1, _2)");
    }

    @Test
    void whatFailedOrWasDroppedDoesNotCount() {
        log.add("nosuch");
        ran("var x = 1", new Outcome.Variable("x", "int", 1), "");
        ran("int f() { return x; }", new Outcome.Declared("method int f()", List.of()), "");
        log.drop("x");

        assertThat(Replay.of(log.entries())).containsExactly("int f() { return x; }");
        assertThat(log.entries())
                .extracting(Entry::state)
                .containsExactly(Entry.State.FAILED, Entry.State.DROPPED, Entry.State.RAN);
    }

    @Test
    void aResetForgetsAndTheNumbersGoOn() {
        ran("1", "$1", "");
        log.clear();

        assertThat(log.entries()).isEmpty();
        assertThat(log.add("2")).isEqualTo("2");
    }

    @Test
    void aQuietValueThatIsAskedForStaysQuietInAScript() {
        ran("a();", "$1", "");
        ran("\"$1\" + $1 // $1", "$2", "");

        assertThat(Replay.of(log.entries())).containsExactly("var _1 = a();", "\"$1\" + _1 // $1");
    }

    private void ran(String java, String value, String before) {
        ran(java, new Outcome.Value(value, 0, false), before);
    }

    private void ran(String java, Outcome outcome, String before) {
        String unused = log.add(java);
        log.ran(java, outcome, before);
    }
}
