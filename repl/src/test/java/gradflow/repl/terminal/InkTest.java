package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class InkTest {
    private static final Environment NOTHING_SET = name -> Optional.empty();

    @Test
    void aCapableTerminalGetsColour() {
        assertThat(Ink.of("xterm-256color", NOTHING_SET).error("no")).isEqualTo("\033[31mno\033[0m");
    }

    @Test
    void aDumbTerminalGetsNone() {
        assertThat(Ink.of("dumb", NOTHING_SET).error("no")).isEqualTo("no");
    }

    @Test
    void noColorIsHeeded() {
        assertThat(Ink.of("xterm", name -> Optional.of("1")).aside("no")).isEqualTo("no");
    }

    @Test
    void anEmptyNoColorIsAsIfNotSet() {
        assertThat(Ink.of("xterm", name -> Optional.of("")).coloured()).isTrue();
    }
}
