package gradflow.repl.terminal;

import static gradflow.repl.terminal.PseudoTerminal.CTRL_C;
import static gradflow.repl.terminal.PseudoTerminal.CTRL_D;
import static gradflow.repl.terminal.PseudoTerminal.ENTER;
import static gradflow.repl.terminal.PseudoTerminal.TAB;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The program as a person meets it: a process of its own in a terminal of its own, with Ctrl-C as a signal. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class PseudoTerminalTest {
    private static final String PROMPT = "gradflow> ";
    private static final String HELLO = "\"ab\".repeat(3)";

    @TempDir
    private Path home;

    @BeforeAll
    static void aSessionLeaderIsNeeded() {
        PseudoTerminal.assumeASessionLeader();
    }

    @Test
    void aLineAComputationStoppedAndAWayOut() throws Exception {
        try (PseudoTerminal person = start(80, "xterm-256color")) {
            person.await(PROMPT);
            person.type("rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20).gradNorms()" + ENTER);
            person.await("ρ(W_hh) = 0.630");
            person.await(" 1  2.366e-04");
            person.await("20  2.000e+00");
            person.await("vanishing: ");
            person.await(PROMPT);
            person.type("var kept = " + HELLO + ENTER);
            person.await("kept = \"ababab\"");
            person.await(PROMPT);

            // It says that it runs: a press any earlier would only clear the line.
            person.type("{ System.out.println(\"be\" + \"gun\"); while (true) {} }" + ENTER);
            person.await("begun");
            person.type(CTRL_C);
            if (!person.await(PROMPT).contains("stopped")) {
                // On a busy machine it may have come too late for "stopped".
                person.await("what was left behind has ended");
            }

            person.type("1+1" + ENTER);
            person.await("= 2");
            person.await(PROMPT);
            person.type("kept.length()" + ENTER);
            person.await("= 6");
            person.await(PROMPT);

            person.type(CTRL_D);
            assertThat(person.exitCode()).isZero();
        }
    }

    @Test
    void whatIsTypedBeforeThePromptIsThereIsNotLost() throws Exception {
        try (PseudoTerminal person = start(80, "xterm-256color")) {
            person.type(HELLO + ENTER);
            person.await("= \"ababab\"");
            person.leave();
        }
    }

    @Test
    void aChainPastedOrTypedLineByLine() throws Exception {
        try (PseudoTerminal person = start(80, "xterm-256color")) {
            person.await(PROMPT);
            person.paste("rnn()\n  .hidden(3)   // a comment\n\n  .unroll(2)\n  .gradNorms()\n  .horizon(0.5)");
            person.type(ENTER);
            person.await("= ");
            person.await(PROMPT);

            person.type("var typed = rnn()" + ENTER);
            person.await("typed = rnn()");
            person.await(PROMPT);
            person.type(".relu()" + ENTER);
            person.await("typed = rnn().relu()");
            person.leave();
        }
    }

    @Test
    void tabListsTheMethodsOfAValue() throws Exception {
        try (PseudoTerminal person = start(80, "xterm-256color")) {
            person.await(PROMPT);
            person.type("rnn()." + TAB);
            person.await("leakyRelu(");
            person.type("sigm" + TAB + ENTER);
            person.await("= rnn().sigmoid()");
            person.leave();
        }
    }

    @Test
    void ctrlCClearsALineAndNeverLeaves() throws Exception {
        try (PseudoTerminal person = start(80, "xterm-256color")) {
            person.await(PROMPT);
            person.type("nonsense");
            person.await("nonsense");
            person.type(CTRL_C);
            person.await(PROMPT);
            person.type(CTRL_C);
            person.await("Ctrl-D leaves");
            person.await(PROMPT);
            person.type(CTRL_C);
            person.await(PROMPT);
            person.type(HELLO + ENTER);
            person.await("= \"ababab\"");
            person.leave();
        }
    }

    @Test
    void fortyColumnsAreEnough() throws Exception {
        try (PseudoTerminal person = start(40, "xterm-256color")) {
            assertThat(person.await(PROMPT).lines())
                    .allSatisfy(line -> assertThat(withoutEscapes(line)).hasSizeLessThanOrEqualTo(40));
            person.type("nosuch(\"a word or two that go beyond the line\")" + ENTER);
            person.await("  ^^^^^^");
            person.leave();
        }
    }

    @Test
    void aTerminalThatStatesNoSizeIsTakenAsAnUsualOne() throws Exception {
        try (PseudoTerminal person = start(0, "xterm-256color")) {
            person.await("unroll(20).gradNorms()");
            person.await(PROMPT);
            person.leave();
        }
    }

    @Test
    void aSnippetReadsALineAndCtrlCStopsItsReading() throws Exception {
        try (PseudoTerminal person = start(80, "xterm-256color")) {
            person.await(PROMPT);
            person.type("System.out.print(\"whi\" + \"ch? \"); new Scanner(System.in).nextInt()" + ENTER);
            person.await("which? ");
            person.type("41" + ENTER);
            person.await("= 41");
            person.await(PROMPT);
            // One snippet, so that what has asked is what a press stops.
            person.type("{ System.out.print(\"an\" + \"other? \"); System.in.read(); }" + ENTER);
            person.await("another? ");
            person.type(CTRL_C);
            if (!person.await(PROMPT).contains("stopped")) {
                person.await("what was left behind has ended");
            }
            person.type("System.out.print(\"the \" + \"end? \"); System.in.read()" + ENTER);
            person.await("the end? ");
            person.type(CTRL_D);
            person.await("= -1");
            person.await(PROMPT);
            person.type(HELLO + ENTER);
            person.await("= \"ababab\"");
            person.leave();
        }
    }

    @Test
    void anUnknownTerminalIsNoReasonForAStackTrace() throws Exception {
        try (PseudoTerminal person = start(80, "nobody-knows-it")) {
            person.await(PROMPT);
            person.leave();
            assertThat(person.everything()).doesNotContain("Exception").doesNotContain("WARN");
        }
    }

    @Test
    void aDumbTerminalIsSentNoEscapes() throws Exception {
        try (PseudoTerminal person = start(80, "dumb")) {
            person.await(PROMPT);
            person.type("nosuch" + ENTER);
            person.await("error: cannot find symbol");
            person.await(PROMPT);
            person.type(HELLO + ENTER);
            person.await("= \"ababab\"");
            person.leave();
            assertThat(person.everything()).doesNotContain("\033");
        }
    }

    @Test
    void anExitInJavaLeavesWithItsCodeAndKeepsTheHistory() throws Exception {
        try (PseudoTerminal person = start(80, "xterm-256color")) {
            person.await(PROMPT);
            person.type("System.exit(3)" + ENTER);
            assertThat(person.exitCode()).isEqualTo(3);
            assertThat(home.resolve("state/gradflow/history")).content().contains("System.exit(3)");
        }
    }

    @Test
    void nothingIsSaidThatNobodyAskedFor() throws Exception {
        try (PseudoTerminal person = start(80, "xterm-256color")) {
            person.await(PROMPT);
            person.leave();
            assertThat(person.everything()).doesNotContain("WARNING").startsWith("gradflow: ");
        }
    }

    private PseudoTerminal start(int columns, String type) throws IOException {
        return PseudoTerminal.at(home, columns, Map.of("TERM", type));
    }

    private static String withoutEscapes(String line) {
        return line.replaceAll("\033\\[[0-9;?]*[a-zA-Z]", "").replace("\r", "");
    }
}
