package gradflow.repl.terminal;

import static gradflow.repl.terminal.PseudoTerminal.CTRL_C;
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

/** What a person sees while typing, in a real terminal: the aids to editing, and what the history keeps. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class PseudoTerminalTypingTest {
    private static final String PROMPT = "gradflow> ";
    private static final String UP = "\033[A";
    private static final String RIGHT = "\033[C";
    private static final String CTRL_R = "\022";

    @TempDir
    private Path home;

    @BeforeAll
    static void aSessionLeaderIsNeeded() {
        PseudoTerminal.assumeASessionLeader();
    }

    @Test
    void coloursHelpUnderACallAndTheRestOfAnEarlierEntry() throws Exception {
        try (PseudoTerminal person = start(Map.of())) {
            person.await(PROMPT);
            person.type("var word = \"ab\"" + ENTER);
            person.await("word = \"ab\"");
            assertThat(person.everything()).contains("\033[38;5;133m");
            person.await(PROMPT);

            person.type("word.substring(");
            person.await("String.substring(int");
            person.type("1)" + ENTER);
            person.await("= \"b\"");
            person.await(PROMPT);

            person.type("va");
            person.await("r word = \"ab\"");
            person.type(RIGHT + ";word.length()" + ENTER);
            person.await("= 2");
            leave(person);
        }
    }

    @Test
    void theHistoryOutlivesACrashAndIsSearched() throws Exception {
        try (PseudoTerminal person = start(Map.of())) {
            person.await(PROMPT);
            person.type("\"kept\"" + ENTER);
            person.await("= \"kept\"");
            person.await(PROMPT);
            person.type("\"other\"" + ENTER);
            person.await("= \"other\"");
            // Closing it kills the program, which gets no chance to save anything.
        }
        try (PseudoTerminal person = start(Map.of())) {
            person.await(PROMPT);
            person.type("\"k" + UP + ENTER);
            person.await("= \"kept\"");
            person.await(PROMPT);
            person.type(CTRL_R);
            person.await("bck-i-search");
            person.type("oth" + ENTER);
            person.await("= \"other\"");
            leave(person);
        }
    }

    @Test
    void theTerminalMayBecomeNarrowerWhileALineIsTyped() throws Exception {
        try (PseudoTerminal person = start(Map.of("NO_COLOR", "1"))) {
            person.await(PROMPT);
            person.type("\"a line of some length, \" + \"that is\"");
            person.await("that is");
            person.resize(40);
            person.type(" + \" complete\"" + ENTER);
            person.await("length, that is complete");
            person.await(PROMPT);
            person.type("scalar(0.5).unroll(2).gradNorms()" + ENTER);
            person.await("vanishing: ×0.499 a step on the way\r\n");
            leave(person);
        }
    }

    @Test
    void ctrlCWhileTheListIsOpenClearsTheLine() throws Exception {
        try (PseudoTerminal person = start(Map.of())) {
            person.await(PROMPT);
            person.type("\"\".leng");
            person.type(TAB + ".");
            person.type(CTRL_C);
            person.await(PROMPT);
            person.type("rnn()." + TAB);
            person.await("leakyRelu(");
            person.type(CTRL_C);
            person.await(PROMPT);
            person.type("40+2" + ENTER);
            person.await("= 42");
            leave(person);
        }
    }

    @Test
    void withoutUtf8ThereIsAscii() throws Exception {
        try (PseudoTerminal person = start(Map.of("GRADFLOW_ASCII", "yes", "TERM", "dumb"))) {
            person.await(PROMPT);
            person.type("scalar(0.5).unroll(2).gradNorms()" + ENTER);
            person.await("||dL/dh_t||");
            leave(person);
            assertThat(person.everything()).matches("\\p{ASCII}*");
        }
    }

    @Test
    void aChosenLocaleWithoutUtf8IsGivenAsciiInEveryPlace() throws Exception {
        try (PseudoTerminal person = start(Map.of("LC_ALL", "POSIX"))) {
            person.await(PROMPT);
            person.type("rnn()." + TAB);
            person.await("phi = tanh");
            person.type("unroll(2).gradNorms()" + ENTER);
            person.await("||dL/dh_t||");
            person.await("####");
            person.await(PROMPT);
            person.type("rnn().hidden(0)" + ENTER);
            person.await("dh_T/dh_0");
            leave(person);
            assertThat(person.everything()).matches("\\p{ASCII}*");
        }
    }

    @Test
    void aScreenReaderIsToldATableInWords() throws Exception {
        try (PseudoTerminal person = start(Map.of("GRADFLOW_PLAIN", "yes"))) {
            person.await(PROMPT);
            person.type("scalar(0.5).unroll(2).gradNorms()" + ENTER);
            person.await("t 2: norm of ∂L/∂h_t 1.000e+00, log₁₀ 0.000");
            leave(person);
        }
    }

    private PseudoTerminal start(Map<String, String> variables) throws IOException {
        return PseudoTerminal.at(home, 80, variables);
    }

    private static void leave(PseudoTerminal person) throws Exception {
        person.await(PROMPT);
        person.leave();
    }
}
