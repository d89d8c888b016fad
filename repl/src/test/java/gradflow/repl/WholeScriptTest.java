package gradflow.repl;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Engines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A script that is compiled as a whole writes what it writes snippet by snippet, and ends with the same code. */
@Timeout(240)
class WholeScriptTest {
    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engines.plain();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    /** Scripts, apart by lines of three dashes. */
    private static Stream<String> scripts(String file) throws IOException {
        try (InputStream in = WholeScriptTest.class.getResourceAsStream(file)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^---.*\n"));
        }
    }

    static Stream<String> whole() throws IOException {
        return scripts("whole.txt");
    }

    static Stream<String> bySnippet() throws IOException {
        return scripts("by-snippet.txt");
    }

    @ParameterizedTest
    @MethodSource("whole")
    void whatIsCertainIsCompiledAsAWhole(String script) {
        assertThat(BothWays.run(engine, Engines.IMPORTS, "train.jsh", script, "one", "two")
                        .whole())
                .as(script)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("bySnippet")
    void whatIsInDoubtRunsSnippetBySnippet(String script) {
        assertThat(BothWays.run(engine, Engines.IMPORTS, "train.jsh", script, "one", "two")
                        .whole())
                .as(script)
                .isFalse();
    }
}
