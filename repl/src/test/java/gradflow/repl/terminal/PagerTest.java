package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PagerTest {
    private static final String HUNDRED = IntStream.rangeClosed(1, 100)
            .mapToObj(i -> "line " + i + (i == 50 ? " Halfway" : "") + "…".repeat(30))
            .collect(Collectors.joining("\n"));

    @Test
    void pagesTurnAndTheEndsAreReached() throws IOException {
        assertThat(places("q")).containsExactly("1-9");
        assertThat(places(" q")).containsExactly("1-9", "10-18");
        assertThat(places("  bq")).containsExactly("1-9", "10-18", "19-27", "10-18");
        assertThat(places("jjkq")).containsExactly("1-9", "2-10", "3-11", "2-10");
        assertThat(places("\033[B\033[6~\033[5~\033[Aq")).containsExactly("1-9", "2-10", "11-19", "2-10", "1-9");
        assertThat(places("Ggq")).containsExactly("1-9", "92-100", "1-9");
        assertThat(places("kb q")).containsExactly("1-9", "1-9", "1-9", "10-18");
    }

    @Test
    void aSearchFindsAndGoesOn() throws IOException {
        assertThat(places("/halfway\rq")).containsExactly("1-9", "50-58");
        assertThat(places("/line 3\rnnNq")).containsExactly("1-9", "3-11", "30-38", "31-39", "30-38");
        assertThat(shown("/nosuch\rq", 10)).contains("not found: nosuch");
        assertThat(shown("/ab\177\177halfx\177way\rq", 10)).contains("50-58 of 100");
        assertThat(shown("nq", 10)).contains("nothing to search for yet: / asks");
    }

    @Test
    void aWideTextMovesSideways() throws IOException {
        String wide = "0123456789".repeat(10);

        assertThat(run(wide, "q", 40, 10)).contains(wide.substring(0, 40)).doesNotContain(wide.substring(0, 41));
        assertThat(run(wide, "\033[C\033[C\033[Dq", 40, 10))
                .contains("\033[H" + wide.substring(32, 72), "\033[H" + wide.substring(16, 56));
        assertThat(run(wide, "lllllllllq", 40, 10)).contains("\033[H" + wide.substring(60, 100));
    }

    @Test
    void noLineIsLongerThanTheTerminal() throws IOException {
        assertThat(shown(" q", 10).replaceAll("\033\\[[0-9;?]*[a-zA-Z]", "\n").lines())
                .allMatch(line -> line.strip().length() <= 40);
    }

    @Test
    void theScreenBeforeComesBack() throws IOException {
        assertThat(shown("q", 10)).startsWith("\033[?1049h").contains("\033[?1049l");
    }

    @Test
    void theEndOfTheKeyboardLeaves() throws IOException {
        assertThat(shown("", 10)).contains("\033[?1049l");
    }

    @Test
    void onlyWhatDoesNotFitIsPaged() throws IOException {
        assertThat(needed("a\nb", "xterm")).isFalse();
        assertThat(needed("a\n".repeat(10), "xterm")).isTrue();
        assertThat(needed("a".repeat(41), "xterm")).isTrue();
        assertThat(needed(HUNDRED, Terminal.TYPE_DUMB)).isFalse();
    }

    private static boolean needed(String text, String type) throws IOException {
        try (Terminal terminal = terminal("", new ByteArrayOutputStream(), type, 40, 10)) {
            return new Pager(terminal, text, false).isNeeded();
        }
    }

    private static List<String> places(String keys) throws IOException {
        return Pattern.compile("(\\d+-\\d+) of 100")
                .matcher(shown(keys, 10))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String shown(String keys, int rows) throws IOException {
        return run(HUNDRED, keys, 40, rows);
    }

    private static String run(String text, String keys, int columns, int rows) throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        try (Terminal terminal = terminal(keys, shown, "xterm-256color", columns, rows)) {
            new Pager(terminal, text, false).run();
        }
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static Terminal terminal(String keys, ByteArrayOutputStream shown, String type, int columns, int rows)
            throws IOException {
        Terminal terminal = new DumbTerminal(
                "test",
                type,
                new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                shown,
                StandardCharsets.UTF_8);
        terminal.setSize(Size.of(columns, rows));
        return terminal;
    }
}
