package gradflow.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OptionsTest {
    private static Options of(String... arguments) {
        return Options.of(List.of(arguments), true);
    }

    @Test
    void withoutArgumentsItDependsOnTheTerminal() {
        assertThat(of()).isEqualTo(new Options.Prompt());
        assertThat(Options.of(List.of(), false)).isEqualTo(new Options.Input(List.of()));
    }

    @Test
    void whatFollowsTheScriptIsForTheScript() {
        assertThat(of("a.jsh", "--help", "-")).isEqualTo(new Options.File("a.jsh", List.of("--help", "-")));
        assertThat(of("-", "x")).isEqualTo(new Options.Input(List.of("x")));
        assertThat(of("-e", "1", "x")).isEqualTo(new Options.Line("1", List.of("x")));
        assertThat(of("--", "-odd.jsh", "x")).isEqualTo(new Options.File("-odd.jsh", List.of("x")));
    }

    @Test
    void theRest() {
        assertThat(of("--help")).isEqualTo(new Options.Help());
        assertThat(of("--version")).isEqualTo(new Options.Version());
        assertThat(of("-e")).isEqualTo(new Options.Wrong("-e: the code is missing"));
        assertThat(of("--nix")).isEqualTo(new Options.Wrong("unknown option: --nix"));
    }
}
