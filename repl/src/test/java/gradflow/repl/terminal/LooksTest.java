package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same session on the terminals that there are, and for the people that there are. */
@Timeout(60)
class LooksTest {
    private static final String TABLE = "scalar(0.5).unroll(3).gradNorms()";

    @BeforeAll
    static void forget() {
        PlainSession.forget();
    }

    @Test
    void inAsciiEverySignIsSpelt() throws IOException {
        String shown = session(Terminal.TYPE_DUMB, 80, Map.of("GRADFLOW_ASCII", "yes"), TABLE, "\"ρ ‖W‖₂\"");

        assertThat(shown).contains("||dL/dh_t||").contains("= \"rho ||W||_2\"\n");
        assertThat(shown.lines().filter(line -> !line.startsWith(Editor.PROMPT)))
                .allMatch(line -> line.matches("\\p{ASCII}*"));
    }

    @Test
    void plainHasNoBarsNoColoursAndNoHints() throws IOException {
        assertThat(session("ansi", 80, Map.of(), TABLE)).contains("█").contains("\033[3");
        assertThat(session("ansi", 80, Map.of("GRADFLOW_PLAIN", "yes"), TABLE, "nosuch", "rnn().hidden(4)"))
                .contains("‖∂L/∂h_t‖")
                .doesNotContain("█")
                .doesNotContainPattern("\033\\[[0-9;]*[1-9]m");
    }

    @Test
    void noColorReachesWhatIsTypedToo() throws IOException {
        assertThat(session("ansi", 80, Map.of("NO_COLOR", "1"), "nosuch", "var x = \"a\""))
                .doesNotContainPattern("\033\\[[0-9;]*[1-9]m");
    }

    @Test
    void aPersonMayAskForColoursOrForNone() throws IOException {
        String colour = "\033\\[[0-9;]*[1-9]m";

        assertThat(session(Terminal.TYPE_DUMB, 80, Map.of(), "nosuch")).doesNotContainPattern(colour);
        assertThat(session(Terminal.TYPE_DUMB, 80, Map.of("FORCE_COLOR", "1"), "nosuch"))
                .containsPattern(colour);
        assertThat(session("ansi", 80, Map.of("FORCE_COLOR", "1", "NO_COLOR", "1"), "nosuch"))
                .doesNotContainPattern(colour);
        assertThat(session("ansi", 80, Map.of("NO_COLOR", "1", "GRADFLOW_COLOR", "always"), "nosuch"))
                .containsPattern(colour);
        assertThat(session("ansi", 80, Map.of("FORCE_COLOR", "1", "GRADFLOW_COLOR", "never"), "nosuch"))
                .doesNotContainPattern(colour);
    }

    @Test
    void eachThemeHasColoursOfItsOwn() throws IOException {
        Set<String> seen = new HashSet<>();
        for (Theme theme : List.of(Theme.BOTH, Theme.DARK, Theme.LIGHT)) {
            String shown = session("xterm-256color", 80, Map.of("GRADFLOW_THEME", theme.word()), "\"word\";");
            Matcher colour = Pattern.compile("\033\\[38;5;\\d+m").matcher(shown);
            assertThat(colour.find()).as(theme.word()).isTrue();
            seen.add(colour.group());
        }
        assertThat(seen).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 250})
    void noLineIsWiderThanTheTerminal(int columns) throws IOException {
        assertThat(session(Terminal.TYPE_DUMB, columns, Map.of(), TABLE)
                        .lines()
                        .filter(line -> !line.startsWith(Editor.PROMPT)))
                .allMatch(line -> line.length() <= columns);
    }

    @Test
    void aDecimalCommaIsNobodysHere() throws IOException {
        Locale before = Locale.getDefault();
        String usual = session(Terminal.TYPE_DUMB, 80, Map.of(), TABLE, "1.5 / 7", "new double[] {0.5, 1e-9}");
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(session(Terminal.TYPE_DUMB, 80, Map.of(), "/time 1 + 1").replaceFirst("(?s).*/time 1 . 1\n", ""))
                    .containsPattern("\\d[.]\\d")
                    .doesNotContainPattern("\\d,\\d");
            assertThat(session(Terminal.TYPE_DUMB, 80, Map.of(), TABLE, "1.5 / 7", "new double[] {0.5, 1e-9}")
                            .replaceAll("\\$\\d+", "\\$"))
                    .isEqualTo(usual.replaceAll("\\$\\d+", "\\$"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theKeysOfViCanBeChosen() throws IOException {
        assertThat(session("ansi", 80, Map.of("GRADFLOW_KEYS", "vi"), "+ 12\0330i30\033$a"))
                .contains("= 42\n");
    }

    private static String session(String type, int columns, Map<String, String> variables, String... lines)
            throws IOException {
        return PlainSession.typed(type, columns, variables, lines);
    }
}
