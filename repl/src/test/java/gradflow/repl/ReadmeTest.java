package gradflow.repl;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.display.ThrownText;
import gradflow.repl.display.ValueText;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * README's Java runs, and prints what README says that it prints. With {@code -Dgradflow.update} the outputs are written
 * into README instead.
 */
@Timeout(120)
class ReadmeTest {
    private static final Path README = Path.of(System.getProperty("gradflow.root"), "README.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```java\n(?<code>.*?)\n```\n(?:\n```text\n(?<output>.*?)```\n)?", Pattern.DOTALL);

    @Test
    void everyBlockPrintsWhatStandsBelowIt() throws IOException {
        String readme = Files.readString(README);
        StringBuilder actual = new StringBuilder();
        PrintStream out = System.out;
        try (Engine engine = Engine.start()) {
            Matcher example = EXAMPLE.matcher(readme);
            while (example.find()) {
                String printed = run(engine, example.group("code"));
                String block = "```java\n" + example.group("code") + "\n```\n"
                        + (printed.isEmpty() ? "" : "\n```text\n" + printed + "```\n");
                example.appendReplacement(actual, Matcher.quoteReplacement(block));
            }
            example.appendTail(actual);
        } finally {
            System.setOut(out);
        }
        if (System.getProperty("gradflow.update") != null) {
            Files.writeString(README, actual);
        } else {
            assertThat(actual.toString()).isEqualTo(readme);
        }
    }

    private static String run(Engine engine, String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        System.setOut(out);
        ValueText values = new ValueText(80, false);
        for (Piece piece : engine.split(code)) {
            Outcome outcome = engine.eval(piece.source());
            if (outcome instanceof Outcome.Value value && !value.silenced()) {
                out.print(values.of(value.value()) + "\n");
            } else if (outcome instanceof Outcome.Thrown thrown) {
                out.print(ThrownText.of(thrown.thrown()) + "\n");
            } else {
                assertThat(outcome).as(piece.source()).isNotInstanceOf(Outcome.Rejected.class);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
