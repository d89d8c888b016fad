package gradflow.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * README and the lecture notes of the examples say what their code shows. To bring them up to date:
 * {@code scripts/gradflow weave README.md examples/notes/*.md}.
 */
@Timeout(240)
class NotesOfTheProjectTest {
    private static final Path ROOT = Path.of(System.getProperty("gradflow.root"));

    @TestFactory
    Stream<DynamicContainer> eachBlockIsTrue() throws Exception {
        List<Path> notes = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        Path folder = ROOT.resolve("examples/notes");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(notes::add);
            }
        }
        return notes.stream().map(NotesOfTheProjectTest::tests);
    }

    private static DynamicContainer tests(Path file) {
        List<DynamicTest> tests = new ArrayList<>();
        NoteRun run;
        try {
            run = NoteRun.of(Note.read(NoteText.of(file)));
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
        tests.add(DynamicTest.dynamicTest("is a note", () -> {
            assertThat(run.note().findings()).isEmpty();
            assertThat(run.note().blocks()).isNotEmpty();
        }));
        for (NoteRun.BlockReport block : run.blocks()) {
            tests.add(DynamicTest.dynamicTest(
                    "line " + block.line(),
                    at(file, block.line()),
                    () -> assertThat(block.findings().stream().map(Finding::text))
                            .isEmpty()));
        }
        return DynamicContainer.dynamicContainer(String.valueOf(file.getFileName()), file.toUri(), tests.stream());
    }

    private static URI at(Path file, int line) {
        return URI.create(file.toUri() + "?line=" + line);
    }
}
