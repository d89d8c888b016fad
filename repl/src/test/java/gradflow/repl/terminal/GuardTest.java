package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** JLine's own reader with aids that fail at everything, on a terminal made of streams. */
@Timeout(30)
class GuardTest {
    private static final List<Supplier<? extends Throwable>> FAILURES = List.of(
            () -> new IllegalArgumentException("an open literal"),
            StackOverflowError::new,
            () -> new NoClassDefFoundError("jdk/jshell/Nothing"));

    @Test
    void withoutAGuardAHighlighterThatThrowsEndsTheLine() throws IOException {
        LineReaderImpl reader = reading("\"ab\r");
        reader.setHighlighter((of, line) -> {
            throw new IllegalArgumentException("an open literal");
        });

        assertThatThrownBy(() -> reader.readLine("> ")).hasMessage("an open literal");
    }

    @Test
    void whateverTheAidsThrowTheLineCanBeTyped() throws IOException {
        for (Supplier<? extends Throwable> failure : FAILURES) {
            LineReaderImpl reader = reading("\"a\tb\r");
            reader.setHighlighter(Guard.highlighter((of, line) -> failing(failure)));
            reader.setCompleter(Guard.completer((of, line, candidates) -> failing(failure)));
            reader.setParser(Guard.parser(new Parser() {
                @Override
                public ParsedLine parse(String line, int cursor, ParseContext context) {
                    return failing(failure);
                }
            }));

            assertThat(reader.readLine("> ")).isEqualTo("\"ab");
        }
    }

    private static <T> T failing(Supplier<? extends Throwable> failure) {
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    private static LineReaderImpl reading(String keys) throws IOException {
        DumbTerminal terminal = new DumbTerminal(
                "test",
                "xterm",
                new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                StandardCharsets.UTF_8);
        terminal.setSize(Size.of(80, 24));
        return new LineReaderImpl(terminal);
    }
}
