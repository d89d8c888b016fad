package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryHistoryTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"no time: 1+1\n", "\u00ff\u0000\n"})
    void aFileThatIsNoHistoryIsLeftAsItIs(String content) throws IOException {
        Path file = folder.resolve("history");
        Files.writeString(file, content, StandardCharsets.ISO_8859_1);

        EntryHistory history = attached(file);
        history.remember("1+1");

        assertThat(history.fileIsUsable()).isFalse();
        assertThat(history.get(history.last())).isEqualTo("1+1");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).isEqualTo(content);
    }

    @Test
    void whatJLineReadsIsNotKeptByItself() throws IOException {
        EntryHistory history = attached(folder.resolve("history"));
        history.add("read");

        assertThat(history.isEmpty()).isTrue();
        assertThat(history.fileIsUsable()).isTrue();
    }

    private static EntryHistory attached(Path file) throws IOException {
        EntryHistory history = new EntryHistory();
        LineReader reader = LineReaderBuilder.builder()
                .terminal(new DumbTerminal(System.in, System.out))
                .history(history)
                .variable(LineReader.HISTORY_FILE, file)
                .build();
        history.attach(reader);
        return history;
    }
}
