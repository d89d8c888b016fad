package gradflow.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier run wove is used, if it is of the same jars and all there. */
class WovenClassesTest {
    private static final String ORIGIN = "library.jar 1 2";

    @TempDir
    Path folder;

    private Path written() throws IOException {
        Path file = folder.resolve("new folder/woven");
        WovenClasses.write(file, ORIGIN, List.of(new byte[] {1, 2, 3}, new byte[] {4}));
        return file;
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertThat(WovenClasses.read(written(), ORIGIN))
                .hasValueSatisfying(
                        classes -> assertThat(classes).containsExactly(new byte[] {1, 2, 3}, new byte[] {4}));
    }

    @Test
    void whatWasWovenOfAnotherJarIsNot() throws IOException {
        assertThat(WovenClasses.read(written(), "library.jar 1 3")).isEmpty();
    }

    @Test
    void halfAFileIsNot() throws IOException {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(WovenClasses.read(file, ORIGIN)).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNone() {
        assertThatThrownBy(() -> WovenClasses.read(folder.resolve("none"), ORIGIN))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(WovenClasses.read()).as("where no launcher named a folder").isEmpty();
    }
}
