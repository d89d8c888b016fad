package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
        assertThat(Ink.of("xterm", set("NO_COLOR", "1")).aside("no")).isEqualTo("no");
    }

    @Test
    void anEmptyNoColorIsAsIfNotSet() {
        assertThat(Ink.of("xterm", name -> Optional.of("")).coloured()).isTrue();
    }

    @Test
    void whatIsSaidWithTheProgramComesFirstThenNoColorThenForceColor() {
        Environment both = set("NO_COLOR", "1").under(Map.of("FORCE_COLOR", "1"));

        assertThat(Ink.of("xterm", both).coloured()).isFalse();
        assertThat(Ink.of("dumb", set("FORCE_COLOR", "1")).coloured()).isTrue();
        assertThat(Ink.of("dumb", both.under(Map.of("GRADFLOW_COLOR", "always")))
                        .coloured())
                .isTrue();
        assertThat(Ink.of("xterm", set("GRADFLOW_COLOR", "never")).coloured()).isFalse();
        assertThat(Ink.of("xterm", set("GRADFLOW_PLAIN", "yes")).coloured()).isFalse();
    }

    private static Environment set(String name, String value) {
        return NOTHING_SET.under(Map.of(name, value));
    }
}
