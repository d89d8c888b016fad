package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTest {
    private final Log log = new Log();

    @Test
    void givesALineOfAPieceByItsNumber() {
        log.add("1");
        String number = log.add("a()\n  .b()");

        assertThat(log.line(number, 2)).contains("  .b()");
        assertThat(log.line(number, 3)).isEmpty();
        assertThat(log.line("7", 1)).isEmpty();
        assertThat(log.line("warm-up", 1)).isEmpty();
    }

    @Test
    void aChainStandsForItsBeginning() {
        log.ran("a()", "");
        log.ran("a()\n.b()", "a()");

        assertThat(log.entries()).containsExactly("a()\n.b()");
    }
}
