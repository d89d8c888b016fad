package gradflow.repl;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.engine.Engine;
import gradflow.repl.engine.EngineOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
        Script script = Script.file(file.toString(), List.of());
        return BothWays.run(engine, EngineOptions.standard().imports(), script.name(), script.text());
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
