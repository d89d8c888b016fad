package gradflow.repl;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.notes.NotesProgram;
import gradflow.repl.engine.Engine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every script in examples runs to its end and prints something. */
@Timeout(120)
class ExamplesTest {
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

    private record Printed(int code, String out, String err) {}

    private static Printed run(Path script) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream system = System.out;
        PrintStream captured = new PrintStream(out, true, StandardCharsets.UTF_8);
        System.setOut(captured);
        try (Engine engine = Engine.start()) {
            int code = new ScriptRunner(
                            engine,
                            Script.file(script.toString(), List.of()),
                            captured,
                            new PrintStream(err, true, StandardCharsets.UTF_8))
                    .run();
            return new Printed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(system);
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void runsToItsEnd(Path script) throws Exception {
        Printed printed = run(script);
        assertThat(printed.err()).isEmpty();
        assertThat(printed.code()).isZero();
        assertThat(printed.out()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("notes")
    void lectureNotesRunAsTheScriptThatTheyTangleTo(Path note) throws Exception {
        Path script = folder.resolve("tangled.jsh");
        NotesProgram program = new NotesProgram(System.out, new PrintStream(OutputStream.nullOutputStream()));
        assertThat(program.weave(List.of("--tangle", script.toString(), note.toString())))
                .isZero();
        Printed printed = run(script);
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
