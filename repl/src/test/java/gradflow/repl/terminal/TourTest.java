package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TourTest {
    private static final String QUESTION = "Enter runs it, q leaves> ";

    @BeforeEach
    void forget() {
        PlainSession.forget();
    }

    @Test
    void everyStepRunsAndShowsWhatItPromises() throws IOException {
        String[] keys = new String[11];
        Arrays.fill(keys, "");
        keys[0] = "/tour";
        keys[10] = "\"done\"";

        String shown = session(80, keys);

        assertThat(shown.split(QUESTION, -1)).hasSize(10);
        assertThat(shown)
                .doesNotContain("error")
                .contains(
                        "1/9  ",
                        "9/9  ",
                        "9.3e-07 of the",
                        "net = rnn()",
                        "spectrum of",
                        "mixed: ",
                        "⠀",
                        "nepers",
                        "remedy",
                        "lstm")
                .contains("= -30103\n", "That was it.", "= \"done\"\n");
    }

    @Test
    void itCanBeLeftAndLinesCanBeTried() throws IOException {
        assertThat(session(80, "/tour", "20 + 1", "q", "20 + 2"))
                .contains("= 21\n", "you left the tour; /tour begins it again\n", "= 22\n")
                .doesNotContain("2/9  ");
        assertThat(session(80, "/tour")).contains("you left the tour");
    }

    @Test
    void itFitsANarrowTerminal() throws IOException {
        String shown = session(40, "/tour", "q");

        assertThat(shown.substring(shown.indexOf("1/9")).lines().takeWhile(line -> !line.startsWith(QUESTION)))
                .allMatch(line -> line.length() <= 40);
    }

    private static String session(int columns, String... lines) throws IOException {
        return PlainSession.typed(columns, lines);
    }
}
