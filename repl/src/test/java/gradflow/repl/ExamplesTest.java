package gradflow.repl;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.notes.NotesProgram;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.EngineOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every script in examples runs to its end and prints something. */
@Timeout(120)
class ExamplesTest {
    /** What each script has printed, since several tests look at the same run. */
    private static final Map<Path, BothWays.Ran> RUNS = new HashMap<>();

    private static final Path EXAMPLES = Path.of(System.getProperty("gradflow.root"), "examples");

    static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".jsh")).sorted().toList().stream();
        }
    }

    static Stream<Path> notes() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("notes"))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @TempDir
    private Path folder;

    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engine.start();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static BothWays.Ran run(Path file) throws Exception {
        BothWays.Ran ran = RUNS.get(file);
        if (ran == null) {
            Script script = Script.file(file.toString(), List.of());
            ran = BothWays.run(engine, EngineOptions.standard().imports(), script.name(), script.text());
            RUNS.put(file, ran);
        }
        return ran;
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void runsToItsEnd(Path script) throws Exception {
        BothWays.Ran printed = run(script);
        assertThat(printed.err()).isEmpty();
        assertThat(printed.code()).isZero();
        assertThat(printed.out()).isNotBlank();
        assertThat(printed.whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("notes")
    void lectureNotesRunAsTheScriptThatTheyTangleTo(Path note) throws Exception {
        Path script = folder.resolve("tangled.jsh");
        NotesProgram program = new NotesProgram(System.out, new PrintStream(OutputStream.nullOutputStream()));
        assertThat(program.weave(List.of("--tangle", script.toString(), note.toString())))
                .isZero();
        BothWays.Ran printed = run(script);
        assertThat(printed.err()).isEmpty();
        assertThat(printed.code()).isZero();
        assertThat(printed.out()).isNotBlank();
        assertThat(run(note)).isEqualTo(printed);
    }

    @Test
    void sileroTellsHowFarBackTheDetectorHears() throws Exception {
        assertThat(run(EXAMPLES.resolve("silero.jsh")).out())
                .contains(" 0  8.891e-01 ", "1.523e+00", "87  1.131e+01 ")
                .contains("in h 1 % is left after 46 frames, 1.5 s; the cell keeps 25 % over all 87")
                .containsPattern("untrained: vanishing: (?s:.)*vanilla: vanishing: ")
                .contains("speech probability at frame 40: 0.6599 here, 0.6599 by the detector");
    }

    @Test
    void whyWalksThroughFiveNetworksThatTheRadiusDoesNotDecide() throws Exception {
        String out = run(EXAMPLES.resolve("why.jsh")).out();
        assertThat(out.replace('\n', ' '))
                .containsSubsequence(
                        // the textbook's network: vanishing, by its weights
                        "of 9.5 nepers lost over 20 steps the weights account for 8.91 (94 %)",
                        "diagnosis: vanishing",
                        "as it is",
                        "7.46e-05",
                        "identity",
                        "9.72e-01",
                        ".whh(identity(1))",
                        // a chain: ρ = 0, and the gradient lives
                        "ρ(W_hh) = 0.000   ‖W_hh‖₂ = 1.000   T = 7",
                        "0  1.000e+00",
                        "1 of the signal arrives at t = 0",
                        // ρ < 1, and saturation makes it explode
                        "ρ(W_hh) = 0.548",
                        " 0  4.084e+04  1.632 ",
                        "exploding: ×1.67 a step on the way back",
                        "diagnosis: exploding",
                        "against it saturation took 12.8",
                        // ρ > 1, and it vanishes in a U
                        "ρ(W_hh) = 1.630",
                        "falls to 0.00682 of its start at t = 11 and comes back to 0.208 at t = 0 (a U-shape)",
                        "of 1.57 nepers lost over 20 steps saturation accounts for 8.56",
                        // 256 units of the textbook's recipe
                        "ρ(W_hh) = 1.329",
                        " 0  1.205e+02  1.255 ",
                        "7.53 of the signal arrives at t = 0",
                        // bounds and estimates of the one that explodes
                        "≤∏‖D_k‖‖W‖ ≤‖W‖^(T−t) ≈ρ^(T−t) ≈e^(λ(T−t))",
                        " 0     3.87e+04   7.92e+11   7.92e+11 5.90e-06    1.79e+04");
        // ρ of the chain, the gradient without bias, and the cosine of clipping, on lines of their own
        assertThat(out.lines().filter(line -> line.matches("0|0\\.0")).toList()).hasSize(1);
        assertThat(out.lines().filter(line -> line.matches("0\\.00003905\\d+|3\\.905\\d+[eE]-0?5")))
                .hasSize(1);
        assertThat(out.lines().filter(line -> line.startsWith("0.9998"))).hasSize(1);
    }

    @Test
    void trainingShowsThatLossFallsWhereTheHorizonReaches() throws Exception {
        assertThat(run(EXAMPLES.resolve("training.jsh")).out().replace('\n', ' '))
                .containsSubsequence(
                        "chance = 0.16667   ρ(W_hh) = 0.500 → 1.158   horizon = 7 → 5",
                        "at chance, as if nothing were remembered: the loss ends at 0.169",
                        "horizon = 31 → 31",
                        "below chance from step 50 on: the loss ends at 0.00827",
                        "horizon = 12 → 31",
                        "below chance from step 180 on: the loss ends at 0.00413",
                        "100    0.18040    0.925       25",
                        "180    0.12078    1.488       31",
                        "230    0.01022    1.608       31");
    }

    @Test
    void vanishingPrintsTheTextbooksListing() throws Exception {
        assertThat(run(EXAMPLES.resolve("vanishing.jsh")).out())
                .contains(
                        "ρ(W_hh) = 0.630",
                        " 1  2.366e-04 ",
                        " 2  3.749e-04 ",
                        "10  1.491e-02 ",
                        "19  1.117e+00 ",
                        "20  2.000e+00 ");
    }
}
