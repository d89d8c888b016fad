package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole sessions, each kept in a file as the person saw it: what follows a prompt is typed again, and the screen has to show
 * what the file shows. Run with {@code -Dgradflow.transcripts=update}, the files are written anew, and the difference is for
 * the author to read before it is committed.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GoldenTranscriptTest {
    private static final boolean UPDATE = "update".equals(System.getProperty("gradflow.transcripts"));

    static List<Path> transcripts() throws IOException {
        Path folder = Path.of(System.getProperty("gradflow.root", ".."), "repl/src/test/resources/transcripts");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void theScreenShowsWhatTheTranscriptShows(Path file) throws IOException {
        Golden golden = Golden.of(Files.readString(file));
        String shown = PlainSession.fresh(
                Terminal.TYPE_DUMB,
                golden.columns(),
                golden.variables(),
                golden.typed().toArray(String[]::new));
        Golden now = golden.showing(shown);
        if (UPDATE) {
            Files.writeString(file, now.text());
        }
        assertThat(now.text()).isEqualTo(golden.text());
    }
}
