package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.sample.Watched;
import gradflow.repl.session.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Values and how they are called and shown, typed in whole sessions. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ValuesSessionTest {
    @TempDir
    private Path folder;

    @Test
    void whatPrintingReturnsIsNoValue() throws IOException {
        assertThat(session("40 + 1", "System.out.printf(\"%d.%n\", 7)", "_ + 1"))
                .contains("\n7.\n", " = 42\n")
                .doesNotContain("PrintStream");
    }

    @Test
    void theLastValueAndValuesByNumber() throws IOException {
        assertThat(session("20 + 1", "_ * 2", "var x = _ + 1", "_ + _1 + _2", "\"_1 is _\" // _"))
                .contains("$1 = 21\n", "$2 = 42\n", "x = 43\n", "$4 = 106\n", "$5 = \"_1 is _\"\n");
    }

    @Test
    void severalPiecesOnOneLineSeeEachOthersValues() throws IOException {
        assertThat(session("20 + 1; _ * 2")).contains("$2 = 42\n");
    }

    @Test
    void aChainGoesOnWithTheValueThatWasMeant() throws IOException {
        assertThat(session("\"ab\"", "_.repeat(2)", ".length()", "_ + 1"))
                .contains("$2 = \"abab\"\n", "$1.repeat(2).length()\n", "$3 = 4\n", "$4 = 5\n");
    }

    @Test
    void anErrorStandsUnderWhatWasTyped() throws IOException {
        assertThat(session("\"ab\"", "1 + _.nosuch()")).contains("  1 + _.nosuch()\n        ^^^^^^\n");
        assertThat(session("_")).contains("error: _ is the last value, and there is none yet\n");
    }

    @Test
    void tabCompletesOnTheLastValue() throws IOException {
        assertThat(on("ansi", "\"ab\"", "_.isBl\t")).contains(" = false\n");
        assertThat(on("ansi", "\"ab\"", "_1.isBl\t")).contains(" = false\n");
    }

    @Test
    void ofUnnamedValuesFiftyAreKeptAndTheOthersReallyLetGo() throws IOException {
        Watched.ALL.clear();
        String watched = "new gradflow.repl.sample.Watched()";
        List<String> lines = new ArrayList<>(List.of(watched, "var kept = " + watched));
        IntStream.range(0, Values.KEPT).mapToObj(i -> i + " + 0").forEach(lines::add);
        lines.addAll(List.of("_1", "$1", "kept", "/vars"));

        assertThat(session(lines.toArray(String[]::new)))
                .contains("error: _1 is gone: of values without a name the last 50 are kept; /1 computes it again\n")
                .contains("error: $1 is gone: ")
                .contains("kept = me\n")
                .contains("int $52 = 49\n")
                .doesNotContain("$1 = me\nkept");
        assertThat(Watched.isHeld(0)).isFalse();
        assertThat(Watched.isHeld(1)).isTrue();
    }

    @Test
    void numbersHaveSixDigits() throws IOException {
        assertThat(session("1 / 3.0", "0.1 + 0.2", "1e-7 / 3", "2.0 / 3f", "1234567.0", "new Complex(1 / 3.0, -2)"))
                .contains("= 0.333333\n", "= 0.3\n", "= 3.33333e-8\n", "= 0.666667\n", "= 1234567\n")
                .contains("= 0.333333 - 2i\n");
    }

    @Test
    void aVariableIsShownBrieflyOnOneLine() throws IOException {
        String shown = session(
                "var g = scalar(0.5).linear().unroll(9).gradNorms()",
                "var w = identity(0.5).sample(2)",
                "var big = new double[30][40]",
                "var many = new double[1000]",
                "var text = \"a\\nb\"",
                "var plot = g.plot()");

        assertThat(shown)
                .contains("g = ‖∂L/∂h_t‖, L = sum(h_T); vanishing: ")
                .contains("w = 2 × 2 matrix [[0.5, 0.0], [0.0, 0.5]]\n")
                .contains("big = 30 × 40 matrix\n")
                .contains("many = [0, 0, ")
                .contains("text = \"a\\nb\"\n")
                .contains("plot = plot of ‖∂L/∂h_t‖");
        assertThat(shown.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aSemicolonKeepsAVariableQuiet() throws IOException {
        assertThat(session("var quiet = 4;", "int a = 1, b = 2;", "quiet = 5;", "quiet + a + b"))
                .contains("= 8\n")
                .doesNotContain("quiet = 4\n", "quiet = 5\n", "a = 1\n");
    }

    @Test
    void aSavedSessionHasNamesForTheValuesThatWereAskedFor() throws IOException {
        Path file = folder.resolve("named.jsh");

        assertThat(session("20 + 1", "1 + 1", "_1 * _", "/save " + file)).contains("saved 5 entries to ");
        assertThat(file).hasContent("var _1 = 20 + 1;\n_1\nvar _2 = 1 + 1;\n_2\n_1 * _2\n");
    }

    private static String session(String... lines) throws IOException {
        return on(Terminal.TYPE_DUMB, lines);
    }

    private static String on(String type, String... lines) throws IOException {
        return PlainSession.fresh(type, 80, Map.of(), lines);
    }
}
