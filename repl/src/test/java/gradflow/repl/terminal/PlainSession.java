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

/** A whole session on a plain terminal made of streams. */
final class PlainSession {
    private PlainSession() {}

    /** Types lines, leaves, and gives all that was shown. */
    static String run(CompletableFuture<Engine> engine, String type, int columns, String... lines) throws IOException {
        return run(engine, type, columns, Map.of(), lines);
    }

    /** The same, with variables of the environment set. */
    static String run(
            CompletableFuture<Engine> engine, String type, int columns, Map<String, String> variables, String... lines)
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
            int code = Prompt.run(terminal, environment, new EngineToCome(engine));
            int expected = Integer.parseInt(variables.getOrDefault("EXPECTED_STATUS", "0"));
            assertThat(code).isEqualTo(engine.isCompletedExceptionally() ? 1 : expected);
        }
        return shown.toString(StandardCharsets.UTF_8).replace("\r", "");
    }
}
