package gradflow.repl.terminal;

import static gradflow.repl.terminal.PseudoTerminal.CTRL_C;
import static gradflow.repl.terminal.PseudoTerminal.ENTER;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Ctrl-C, as a signal, on whatever runs. Each snippet says that it has begun, so that nothing here has to be timed. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class PseudoTerminalStopTest {
    private static final String PROMPT = "gradflow> ";

    @TempDir
    private Path home;

    @BeforeAll
    static void aSessionLeaderIsNeeded() {
        PseudoTerminal.assumeASessionLeader();
    }

    @Test
    void stopsLoopsRecursionSleepStreamsAndDecompositions() throws Exception {
        try (PseudoTerminal person = start()) {
            person.await(PROMPT);
            person.type("int kept = 41" + ENTER);
            person.await("kept = 41");
            person.await(PROMPT);
            person.type("long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }" + ENTER);
            person.await("created method");
            person.await(PROMPT);
            for (String endless : List.of(
                    "while (true) {}",
                    "fib(90);",
                    "Thread.sleep(1_000_000);",
                    "Stream.iterate(1, i -> i + 1).forEach(i -> {});",
                    "rnn().hidden(300).unroll(20_000).jacobians();",
                    "spectrum(gaussian(1).sample(1500));",
                    "new org.apache.commons.math3.linear.SingularValueDecomposition(gaussian(1).sample(1500));",
                    "while (true) System.out.print(\"\");")) {
                person.type("{ System.out.println(\"be\" + \"gun\"); " + endless + " }" + ENTER);
                person.await("begun");
                person.type(CTRL_C);
                if (!person.await(PROMPT).contains("stopped")) {
                    // On a busy machine it may have come too late for "stopped".
                    person.await("what was left behind has ended");
                }
            }
            person.type("kept + 1" + ENTER);
            person.await("= 42");
            leave(person);
        }
    }

    @Test
    void whatIsStoppedKeepsWhatItHasAndWhatFollowsIsNotRun() throws Exception {
        try (PseudoTerminal person = start()) {
            person.await(PROMPT);
            person.type("int sample() { System.out.println(\"be\" + \"gun\");"
                    + " return gradflow.repl.sample.Loops.sampling(); }" + ENTER);
            person.await("created method");
            person.await(PROMPT);
            person.type("sample()" + ENTER);
            person.await("begun");
            person.type(CTRL_C);
            person.await("= 7");
            person.await("stopped");
            person.await(PROMPT);
            person.type("int had = sample(); had = 0" + ENTER);
            person.await("begun");
            person.type(CTRL_C);
            person.await("what follows it was not run");
            person.await(PROMPT);
            person.type("_ + had" + ENTER);
            person.await("= 14");
            leave(person);
        }
    }

    @Test
    void aSweepKeepsItsPointsAndATrainingItsSteps() throws Exception {
        try (PseudoTerminal person = start()) {
            person.await(PROMPT);
            person.type("double endless() { System.out.println(\"be\" + \"gun\"); while (true) {} }" + ENTER);
            person.await("created method");
            person.await(PROMPT);
            person.type(
                    "sweep(\"T\", ints(5, 6, 7, 8), T -> T < 7 ? scalar(0.5).unroll(T).gradNorms().norm(0) : endless())"
                            + ENTER);
            person.await("begun");
            person.type(CTRL_C);
            person.await("stopped after 2 of 4 points");
            person.await(PROMPT);
            person.type("_.values().length + 40" + ENTER);
            person.await("= 42");
            person.await(PROMPT);
            person.type("train(rnn(), data(i -> example(new double[][] {{0.1, 0.2}}, i < 7 ? 0.3 : endless())))"
                    + ".batch(2).steps(9)" + ENTER);
            person.await("begun");
            person.type(CTRL_C);
            person.await("stopped after 3 of 9 steps");
            person.await(PROMPT);
            person.type("_.losses().length + 40" + ENTER);
            person.await("= 43");
            leave(person);
        }
    }

    /** At all moments of reading a line and of beginning the next one: the pauses between the presses differ. */
    @Test
    void noNumberOfPressesEndsTheProgram() throws Exception {
        try (PseudoTerminal person = start()) {
            person.await(PROMPT);
            for (int press = 0; press < 600; press++) {
                person.type(CTRL_C);
                long next = System.nanoTime() + press % 40 * 200_000L;
                while (System.nanoTime() < next) {
                    Thread.onSpinWait();
                }
            }
            person.type(ENTER + "41 + 1" + ENTER);
            person.await("= 42");
            leave(person);
        }
    }

    @Test
    void saysWhatCannotBeStoppedAndGivesThePromptBack() throws Exception {
        try (PseudoTerminal person = start()) {
            person.await(PROMPT);
            person.type("int kept = 41" + ENTER);
            person.await("kept = 41");
            person.await(PROMPT);
            person.type("{ System.out.println(\"be\" + \"gun\"); gradflow.repl.sample.Loops.deaf(); }" + ENTER);
            person.await("begun");
            person.type(CTRL_C + CTRL_C);
            person.await("left behind: it hears no Ctrl-C, and goes on in the background");
            person.await(PROMPT);
            person.type(CTRL_C);
            person.await(PROMPT);
            person.type("kept + 1" + ENTER);
            person.await("= 42");
            person.await(PROMPT);
            person.type("gradflow.repl.sample.Loops.release()" + ENTER);
            person.await("what was left behind has ended");
            leave(person);
        }
    }

    private PseudoTerminal start() throws Exception {
        return PseudoTerminal.at(home, 80, Map.of("NO_COLOR", "1"));
    }

    private static void leave(PseudoTerminal person) throws Exception {
        person.await(PROMPT);
        person.leave();
    }
}
