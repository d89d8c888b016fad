package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryHistoryTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNoHistoryIsLeftAsItIs() throws IOException {
        Path file = folder.resolve("history");
        byte[] content = {(byte) 0xFF, 0, '\n'};
        Files.write(file, content);

        EntryHistory history = attached(file);
        history.remember("1+1");

        assertThat(history.fileIsUsable()).isFalse();
        assertThat(history.get(history.last())).isEqualTo("1+1");
        assertThat(file).hasBinaryContent(content);
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
