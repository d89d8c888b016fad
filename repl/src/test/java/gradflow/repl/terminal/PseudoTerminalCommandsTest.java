package gradflow.repl.terminal;

import static gradflow.repl.terminal.PseudoTerminal.CTRL_C;
import static gradflow.repl.terminal.PseudoTerminal.CTRL_D;
import static gradflow.repl.terminal.PseudoTerminal.ENTER;
import static gradflow.repl.terminal.PseudoTerminal.TAB;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Commands that have the terminal to themselves for a while, or hand it something, in a terminal of their own. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class PseudoTerminalCommandsTest {
    private static final String CTRL_E = "\005";
    private static final String CTRL_X = "\030";
    private static final String CTRL_Z = "\032";
    private static final String PROMPT = "gradflow> ";

    @TempDir
    private Path home;

    @BeforeAll
    static void aSessionLeaderIsNeeded() {
        PseudoTerminal.assumeASessionLeader();
    }

    @Test
    void aPagerTurnsPagesFollowsTheSizeAndGivesThePromptBack() throws Exception {
        try (PseudoTerminal person = start(Map.of())) {
            person.await(PROMPT);
            person.type("/show scalar(0.5).linear().unroll(60).gradNorms()" + ENTER);
            person.await("1-23 of 69");
            person.type(" ");
            person.await("24-46 of 69");
            person.type("\033[B");
            person.await("25-47 of 69");
            person.type("/VANISHING" + ENTER);
            person.await("68-69 of 69");
            person.resize(60);
            person.await("68-69 of 69");
            person.type("q");
            person.await("\033[?1049l");
            person.await(PROMPT);
            // Ctrl-C leaves the pager, and not the program.
            person.type("/show new int[5000]" + ENTER);
            person.await(" of ");
            person.type(CTRL_C);
            person.await("\033[?1049l");
            person.await(PROMPT);
            person.type("\"af\" + \"ter\"" + ENTER);
            person.await("= \"after\"");
            person.leave();
        }
    }

    @Test
    void anEditorGetsTheKeysAndWhatItChangesIsRun() throws Exception {
        Path editor = Files.writeString(
                home.resolve("editor"), "echo 'press a key'\nread key\nsed -i.bak \"s/= 20/= $key/\" \"$1\"\n");
        try (PseudoTerminal person = start(Map.of("EDITOR", "sh " + editor))) {
            person.await(PROMPT);
            person.type("int a = 20" + ENTER);
            person.await("a = 20");
            person.await(PROMPT);
            person.type("/edit a" + ENTER);
            person.await("press a key");
            person.type("43" + ENTER);
            person.await("a = 43");
            person.await(PROMPT);
            person.type("a - 1" + ENTER);
            person.await("= 42");
            person.leave();
        }
    }

    @Test
    void ctrlXCtrlEOpensTheEntryInAnEditorThatReadsLines() throws Exception {
        Path editor = Files.writeString(
                home.resolve("editor"), "echo 'a line'\nread line\nsed -i.bak \"s/20/$line/\" \"$1\"\n");
        try (PseudoTerminal person = start(Map.of("EDITOR", "sh " + editor, "NO_COLOR", "1"))) {
            person.await(PROMPT);
            person.type("20 - 1" + CTRL_X + CTRL_E);
            person.await("a line");
            // The terminal's own keys: it shows what is typed, and takes a letter back.
            person.type("44\177");
            person.await("44\b \b");
            person.type("3" + ENTER);
            person.await("43 - 1");
            person.type(ENTER);
            person.await("= 42");
            person.await(PROMPT);
            person.leave();
        }
    }

    @Test
    void ctrlZLeavesToTheShellAndTheEntryIsThereWhenItGoesOn() throws Exception {
        try (PseudoTerminal person = PseudoTerminal.underAShell(home, "echo suspended; fg; echo ended")) {
            person.await(PROMPT);
            person.type("40 + " + CTRL_Z);
            person.await("suspended");
            person.await(PROMPT);
            person.await("40 + ");
            person.type("2" + ENTER);
            person.await("= 42");
            person.await(PROMPT);
            person.type(CTRL_D);
            person.await("ended");
        }
    }

    @Test
    void theShellHasTheTerminalWhileItsCommandRuns() throws Exception {
        try (PseudoTerminal person = start(Map.of())) {
            person.await(PROMPT);
            person.type("!printf 're%s' ady; read line; echo \"it was $line\"; test -t 1 && echo 'a terminal'" + ENTER);
            person.await("ready");
            person.type("typed" + ENTER);
            person.await("it was typed");
            person.await("a terminal");
            person.await(PROMPT);
            // By exec, since dash loses a Ctrl-C that comes while it starts a program.
            person.type("!printf 're%s' peated; exec sleep 100" + ENTER);
            person.await("repeated");
            person.type(CTRL_C);
            person.await("status 130");
            person.await(PROMPT);
            person.leave();
        }
    }

    @Test
    void aTranscriptThatIsPastedIsRun() throws Exception {
        try (PseudoTerminal person = start(Map.of())) {
            person.await(PROMPT);
            person.paste("gradflow> int a = 20\na = 20\ngradflow> int f() {\n      ...   return a + 1;\n      ... }\n");
            person.type(ENTER);
            person.await("created method int f()");
            person.await(PROMPT);
            person.type("/paste" + ENTER);
            person.await("ends it");
            person.paste("Text\n\n```java\nf() + 1\n```\n\n```text\n22\n```\n");
            person.type(ENTER);
            person.await("= 22");
            person.await(PROMPT);
            person.leave();
        }
    }

    @Test
    void theTourGoesOnWithEnterAndEndsWithQ() throws Exception {
        try (PseudoTerminal person = start(Map.of())) {
            person.await(PROMPT);
            person.type("/to" + TAB + ENTER);
            person.await("Enter runs it, q leaves> ");
            person.type(ENTER);
            person.await("vanishing: ");
            person.await("2/9");
            person.await("Enter runs it, q leaves> ");
            person.type("q" + ENTER);
            person.await("you left the tour");
            person.await(PROMPT);
            person.leave();
        }
    }

    @Test
    void aPlotIsAnImageAndATableGoesToTheClipboard() throws Exception {
        try (PseudoTerminal person = start(Map.of("TERM", "xterm-kitty"))) {
            person.await(PROMPT);
            person.type("/set images on" + ENTER);
            person.await("images kitty");
            person.await(PROMPT);
            person.type("scalar(0.5).linear().unroll(9).gradNorms().plot()" + ENTER);
            person.await("\033_Gf=100,a=T,q=2,m=1;");
            person.await("\033_Gm=0;");
            person.await(PROMPT);
            person.type("/copy csv of powers(2, 0.5)" + ENTER);
            person.await("\033]52;c;");
            person.await("for its clipboard");
            person.leave();
        }
    }

    @Test
    void aSessionGoesOnInTheNext() throws Exception {
        try (PseudoTerminal person = start(Map.of())) {
            person.await(PROMPT);
            person.type("int kept = 41" + ENTER);
            person.await("kept = 41");
            person.type("System.exit(0)" + ENTER);
            assertThat(person.exitCode()).isZero();
        }
        try (PseudoTerminal person = start(Map.of())) {
            person.await(PROMPT);
            person.type("/reload -restore" + ENTER);
            person.await("ran 1 entry again");
            person.await(PROMPT);
            person.type("kept + 1" + ENTER);
            person.await("= 42");
            person.type("/exit 7" + ENTER);
            assertThat(person.exitCode()).isEqualTo(7);
        }
    }

    private PseudoTerminal start(Map<String, String> variables) throws IOException {
        return PseudoTerminal.at(home, 80, variables);
    }
}
