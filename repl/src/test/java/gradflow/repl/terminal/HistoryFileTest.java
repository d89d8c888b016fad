package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    @TempDir
    private Path home;

    @Test
    void liesInTheFolderForState() {
        assertThat(HistoryFile.location(set(Map.of()), home)).contains(home.resolve(".local/state/gradflow/history"));
        assertThat(HistoryFile.location(set(Map.of("XDG_STATE_HOME", "/state")), home))
                .contains(Path.of("/state/gradflow/history"));
        assertThat(HistoryFile.location(set(Map.of("XDG_STATE_HOME", "relative")), home))
                .contains(home.resolve(".local/state/gradflow/history"));
    }

    @Test
    void theHomeIsThatOfTheVariable() {
        assertThat(set(Map.of("HOME", "/home/ada")).home()).isEqualTo(Path.of("/home/ada"));
        assertThat(set(Map.of("HOME", "relative")).home()).isEqualTo(Path.of(System.getProperty("user.home")));
        // What Java says in a container whose user has no name.
        assertThat(HistoryFile.location(set(Map.of()), Path.of("?"))).isEmpty();
        assertThat(StartFile.location(set(Map.of()), Path.of("?"))).isEmpty();
    }

    @Test
    void liesWhereThePersonSays() {
        assertThat(HistoryFile.location(set(Map.of("GRADFLOW_HISTORY", "/mine")), home))
                .contains(Path.of("/mine"));
        assertThat(HistoryFile.location(set(Map.of("GRADFLOW_HISTORY", "")), home))
                .isEmpty();
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        Optional<Path> file = HistoryFile.prepare(set(Map.of()), home);

        assertThat(file).isPresent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.orElseThrow())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(file.orElseThrow().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void isLeftOutWhereItCannotBe() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        assertThat(HistoryFile.prepare(set(Map.of("XDG_STATE_HOME", file.toString())), home))
                .isEmpty();
    }

    private static Environment set(Map<String, String> variables) {
        return name -> Optional.ofNullable(variables.get(name));
    }
}
