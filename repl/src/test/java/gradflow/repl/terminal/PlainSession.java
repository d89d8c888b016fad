package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.engine.Engine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;

/** Whole sessions on a plain terminal made of streams, one after the other on the same engine. */
final class PlainSession {
    /** Starting one takes as long as a dozen tests, so it serves all classes, and ends with the JVM. */
    private static final Engine ENGINE = Engine.start();

    private PlainSession() {}

    /** {@return the engine of all sessions} */
    static Engine engine() {
        return ENGINE;
    }

    /** Forgets what earlier sessions have declared. */
    static void forget() {
        ENGINE.reset();
    }

    /** Types lines at a dumb terminal, leaves, and gives all that was shown. */
    static String typed(int columns, String... lines) throws IOException {
        return typed(Terminal.TYPE_DUMB, columns, Map.of(), lines);
    }

    /** The same at another terminal. */
    static String typed(String type, int columns, String... lines) throws IOException {
        return typed(type, columns, Map.of(), lines);
    }

    /** The same with variables of the environment set. */
    static String typed(String type, int columns, Map<String, String> variables, String... lines) throws IOException {
        EngineToCome engine = new EngineToCome(CompletableFuture.completedFuture(ENGINE));
        // As if something had been entered: else each session would warm up an engine that is warm.
        Engine unused = engine.get();
        int expected = Integer.parseInt(variables.getOrDefault("EXPECTED_STATUS", "0"));
        return typed(engine, expected, type, columns, variables, lines);
    }

    /** The same in a session that knows nothing of earlier ones. */
    static String fresh(String type, int columns, Map<String, String> variables, String... lines) throws IOException {
        forget();
        return typed(type, columns, variables, lines);
    }

    /** Types lines where no engine starts. */
    static String withoutEngine(RuntimeException reason, String... lines) throws IOException {
        return typed(
                new EngineToCome(CompletableFuture.failedFuture(reason)), 1, Terminal.TYPE_DUMB, 80, Map.of(), lines);
    }

    private static String typed(
            EngineToCome engine, int status, String type, int columns, Map<String, String> variables, String... lines)
            throws IOException {
        String keys = String.join("\r", lines) + "\r\004";
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        Environment nothingElse = name -> Optional.empty();
        Environment environment = nothingElse
                .under(Map.of("GRADFLOW_HISTORY", "", "GRADFLOW_START", ""))
                .under(variables);
        try (Terminal terminal = new DumbTerminal(
                "test",
                type,
                new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                shown,
                StandardCharsets.UTF_8)) {
            terminal.setSize(Size.of(columns, 24));
            assertThat(Prompt.run(terminal, environment, engine)).isEqualTo(status);
        }
        return shown.toString(StandardCharsets.UTF_8).replace("\r", "");
    }
}
