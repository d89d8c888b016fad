package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStoreTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);

    @TempDir
    private Path folder;

    @Test
    void anEntryStandsOnALineOfItsOwnAlsoAfterHalfAnother() throws IOException {
        Path file = Files.writeString(folder.resolve("history"), "1:whole\n2:ha");
        HistoryStore store = new HistoryStore(file);
        store.add(NOW, "next");
        assertThat(file).hasContent("1:whole\n2:ha\n1700000000000:next\n");
        assertThat(store.read()).containsExactly("whole", "ha", "next");
    }

    @Test
    void severalLinesAndBackslashesComeBackAsTheyWere() throws IOException {
        HistoryStore store = new HistoryStore(folder.resolve("history"));
        List<String> entries = List.of("int f() {\n  return 1;\n}", "\"a\\nb\"", "carriage\rreturn", "ρ");
        entries.forEach(entry -> store.add(NOW, entry));
        assertThat(store.read()).isEqualTo(entries);
        assertThat(Files.readAllLines(folder.resolve("history"))).hasSize(4);
    }

    @Test
    void whatIsTooLongIsCutToTheLatestEachOnce() throws IOException {
        Path file = folder.resolve("history");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i <= 2 * HistoryStore.MOST_ENTRIES; i++) {
            lines.add(i + ":entry " + i);
        }
        lines.add("1:again");
        lines.add("2:again");
        Files.write(file, lines);
        assertThat(new HistoryStore(file).read()).hasSize(lines.size());
        List<String> kept = Files.readAllLines(file);
        assertThat(kept).hasSize(HistoryStore.MOST_ENTRIES).endsWith("2:again").doesNotContain("1:again");
        assertThat(kept.get(kept.size() - 2)).isEqualTo("20000:entry 20000");
    }

    @Test
    void aFileThatIsNoHistoryIsLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("history"), "Dear diary\n");
        HistoryStore store = new HistoryStore(file);
        assertThat(store.read()).isEmpty();
        assertThat(store.isUsable()).isFalse();
        store.add(NOW, "next");
        assertThat(file).hasContent("Dear diary\n");
    }
}
