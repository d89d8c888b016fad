package gradflow.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void eachOptionIsAVariable() {
        assertThat(Settings.of(
                        List.of("--color=never", "--keys", "vi", "--plain", "--theme=dark", "--ascii", "-e", "1")))
                .isEqualTo(new Settings(
                        Map.of(
                                "GRADFLOW_COLOR", "never",
                                "GRADFLOW_KEYS", "vi",
                                "GRADFLOW_PLAIN", "yes",
                                "GRADFLOW_THEME", "dark",
                                "GRADFLOW_ASCII", "yes"),
                        List.of("-e", "1"),
                        ""));
    }

    @Test
    void whatFollowsTheScriptIsForTheScript() {
        List<String> arguments = List.of("a.jsh", "--plain");

        assertThat(Settings.of(arguments)).isEqualTo(new Settings(Map.of(), arguments, ""));
    }

    @Test
    void aWrongValueIsNamed() {
        assertThat(Settings.of(List.of("--color", "red")).wrong())
                .isEqualTo("--color is one of auto, always, never, not red");
        assertThat(Settings.of(List.of("--keys")).wrong()).isEqualTo("--keys is one of emacs, vi");
    }
}
