package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands, help and errors, typed in whole sessions. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandSessionTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void forget() {
        PlainSession.forget();
    }

    @Test
    void aQuestionMarkTellsOfAWordAndEnterRunsItsExample() throws IOException {
        String shown = session("?gradNorms", "", "");

        assertThat(shown)
                .contains("gradNorms   asked of Unrolled\n")
                .contains("  gradNorms() → GradNorms\n")
                .contains("  try       rnn().unroll(20).gradNorms()\n")
                .contains("(Enter on an empty line runs it)\n")
                .containsOnlyOnce("‖∂L/∂h_t‖, L = sum(h_T)\n")
                .contains("vanishing");
    }

    @Test
    void helpTellsOfAConceptAndSlashDocIsTheSame() throws IOException {
        String concept = "The largest |eigenvalue| of a square matrix: the rate at which its powers\n";

        assertThat(session("?spectral radius")).contains(concept).contains("Horn, Johnson (2013), Matrix Analysis");
        assertThat(session("/doc spectral radius")).contains(concept);
        assertThat(session("? Spectral-Radius")).contains(concept);
    }

    @Test
    void aMisspeltWordGetsTheNearest() throws IOException {
        assertThat(session("?gradNroms"))
                .contains("nothing is known of \"gradNroms\"; did you mean gradNorms, gradNorm?\n");
    }

    @Test
    void anotherEntryForgetsTheExample() throws IOException {
        assertThat(session("?gradNorms", "1 + 1", "")).doesNotContain("L = sum(h_T)");
    }

    @Test
    void aQuestionThatNeedsAnUnrolledNetworkSaysSo() throws IOException {
        assertThat(session("rnn().gradNorms()"))
                .contains("  rnn().gradNorms()\n        ^^^^^^^^^\n")
                .contains("hint: `gradNorms` is asked of an unrolled network: add `.unroll(20)` before it\n");
        assertThat(session("rnn().unroll(20).tanh().gradNorms()"))
                .contains("hint: `tanh` describes a network, so it stands before `.unroll(…)`\n");
    }

    @Test
    void aMisspeltWordInAChainGetsTheNearest() throws IOException {
        assertThat(session("rnn().hiden(8)")).contains("hint: did you mean `hidden`?\n");
        assertThat(session("rn().hidden(8)")).contains("hint: did you mean `rnn`?\n");
        assertThat(session("rnn().gradNrms()"))
                .contains("hint: did you mean `gradNorms`? It is asked of an unrolled network");
    }

    @Test
    void whatIsNotOursGetsNoHint() throws IOException {
        assertThat(session("\"ab\".lenght()")).contains("cannot find symbol").doesNotContain("hint:");
    }

    @Test
    void explainTellsTheLinesOfThePersonsOwnCode() throws IOException {
        assertThat(session("int half(int x) { return 1 / x; }", "half(0)", "/explain"))
                .contains("\nArithmeticException: / by zero\n"
                        + "  at line 1 of entry 1, in half: int half(int x) { return 1 / x; }\n"
                        + "  at line 1 of entry 2: half(0)\n");
        assertThat(session("/explain")).contains("/explain: there was no error and no value yet\n");
    }

    @Test
    void declarationsAreListedAndDropped() throws IOException {
        assertThat(session(
                        "/methods",
                        "/types",
                        "int twice(int x) { return 2 * x; }",
                        "record Pair(int a, int b) {}",
                        "/methods",
                        "/types",
                        "/drop twice",
                        "/methods",
                        "/drop twice"))
                .contains("none yet\n")
                .contains("\nint twice(int)\n")
                .contains("\nrecord Pair\n")
                .contains("dropped twice\n")
                .contains("/drop: nothing is called twice\n");
    }

    @Test
    void aSavedSessionIsAScriptThatCanBeOpened() throws IOException {
        Path file = folder.resolve("net.jsh");

        assertThat(session("int saved = 40", "nosuch", "saved + 2;", "/save " + file))
                .contains("saved 2 entries to " + file);
        assertThat(file).hasContent("int saved = 40\nsaved + 2;\n");
        PlainSession.forget();
        assertThat(session("/open " + file, "saved + 1"))
                .contains("saved = 40\n")
                .contains(" = 41\n");
        assertThat(session("/open " + folder.resolve("none"))).contains("none: no such file or folder\n");
    }

    @Test
    void anyBeginningThatIsNoOthersIsEnough() throws IOException {
        assertThat(session("int listed = 7", "/l", "/v"))
                .contains("\n   1 : int listed = 7\n")
                .contains("\nint listed = 7\n");
    }

    @Test
    void timeTellsOfTheFirstRunAndTheMedianOfMore() throws IOException {
        assertThat(session("/time rnn().hidden(2).unroll(3).gradNorms()", "/vars"))
                .containsPattern("first run: [\\d.]+ ms wall, [\\d.]+ ms CPU\n")
                .containsPattern("\\d+ more: median [\\d.]+ ms, half of them within [\\d.]+ ms and [\\d.]+ ms\n")
                .contains("none yet\n");
        assertThat(session("/time nosuch()")).contains("error: cannot find symbol: method nosuch()\n");
    }

    @Test
    void tabCompletesTheNameOfAFileAfterOpen() throws IOException {
        Files.writeString(folder.resolve("opened.jsh"), "int opened = 42\n");

        assertThat(PlainSession.typed("ansi", 200, "/open " + folder + "/op\t")).contains("opened = 42\n");
    }

    private static String session(String... lines) throws IOException {
        return PlainSession.typed(80, lines);
    }
}
