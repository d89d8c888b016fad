package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jline.reader.History;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryHistoryTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("history");
    }

    @Test
    void aFileThatIsNoHistoryIsLeftAsItIs() throws IOException {
        byte[] content = {(byte) 0xFF, 0, '\n'};
        Files.write(file, content);

        EntryHistory history = kept();
        history.remember("1+1");

        assertThat(history.fileIsUsable()).isFalse();
        assertThat(history.get(history.last())).isEqualTo("1+1");
        assertThat(file).hasBinaryContent(content);
    }

    @Test
    void whatJLineReadsIsNotKeptByItself() {
        EntryHistory history = kept();
        history.add("read");

        assertThat(history.isEmpty()).isTrue();
        assertThat(history.fileIsUsable()).isTrue();
    }

    @Test
    void entriesOfSeveralLinesComeBackWhole() {
        String entry = "f(\n  \"a\\n\\\\\",\n  'ρ')\r";
        kept().remember(entry);

        assertThat(entries()).containsExactly(entry);
    }

    @Test
    void twoPromptsAtOnceLoseNothing() {
        EntryHistory one = kept();
        EntryHistory other = kept();
        IntStream.range(0, 50).parallel().forEach(i -> {
            synchronized (i % 2 == 0 ? one : other) {
                (i % 2 == 0 ? one : other).remember("entry " + i);
            }
        });

        assertThat(entries())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> "entry " + i).toList());
    }

    @Test
    void aLineThatACrashCutInTwoCostsNoOther() throws IOException {
        kept().remember("before");
        Files.writeString(file, "17000", StandardOpenOption.APPEND);
        kept().remember("after");

        assertThat(entries()).containsExactly("before", "after");
    }

    @Test
    void aFileThatHasGrownLargeKeepsTheLatestOnce() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i <= 2 * HistoryStore.MOST_ENTRIES; i++) {
            lines.add("17000:" + (i % 2 == 0 ? "again" : "entry " + i));
        }
        Files.write(file, lines);

        assertThat(new HistoryStore(file).read()).hasSize(lines.size());

        List<String> cut = new HistoryStore(file).read();
        assertThat(cut)
                .hasSize(HistoryStore.MOST_ENTRIES)
                .doesNotHaveDuplicates()
                .endsWith("entry 19999", "again");
    }

    @Test
    void theSameTwiceInARowIsOneEntry() {
        EntryHistory history = kept();
        history.remember("1");
        history.remember("1");

        assertThat(entries()).containsExactly("1");
    }

    private EntryHistory kept() {
        return new EntryHistory(Optional.of(new HistoryStore(file)));
    }

    private List<String> entries() {
        List<String> entries = new ArrayList<>();
        for (History.Entry entry : kept()) {
            entries.add(entry.line());
        }
        return entries;
    }
}
