package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lstm().load(\"a/b",
                "fromFile(\"a/b",
                "rnn().inputs(fromFile(\"a/b",
                "tensors(\"a/b",
                "Path.of(\"a/b"
            })
    void inTheStringOfACallThatReadsAFile(String before) {
        assertThat(FileNames.path(before)).contains("a/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"load(\"a\", \"b", "rnn().named(\"a", "load(\"a\"", "List.of(\"a", "load(a", "// load(\"a", "'"})
    void nowhereElse(String before) {
        assertThat(FileNames.path(before)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open a/b", "/save a/b", "  /open   a/b", "!cat a/b", "!cat x a/b"})
    void afterACommandThatTakesAFile(String before) {
        assertThat(FileNames.path(before)).contains("a/b");
    }

    @Test
    void filesAndFoldersThatBeginSo() throws IOException {
        Files.createFile(folder.resolve("net.safetensors"));
        Files.createFile(folder.resolve(".net"));
        Files.createFile(folder.resolve("other"));
        Files.createDirectory(folder.resolve("nets"));

        assertThat(FileNames.beginning(folder + "/ne"))
                .containsExactly(Completion.of("net.safetensors"), Completion.of("nets/"));
        assertThat(FileNames.beginning(folder + "/.n")).containsExactly(Completion.of(".net"));
        assertThat(FileNames.beginning(folder + "/nosuch/a")).isEmpty();
        assertThat(FileNames.beginning("\0")).isEmpty();
    }
}
