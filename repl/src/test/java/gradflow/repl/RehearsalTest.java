package gradflow.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class RehearsalTest {
    @TempDir
    Path folder;

    /** The launcher throws the archive away if this ends otherwise. */
    @Test
    void runsItsScriptAndItsConversationToTheEndAndKeepsWhatItFoundOut() throws Exception {
        Path classes = folder.resolve("classes");
        Path kept = folder.resolve("kept");
        List<String> java = Program.java();
        List<String> command = Stream.concat(
                        java.stream().limit(java.size() - 1L),
                        Stream.of(
                                "-Xlog:class+load:file=" + classes,
                                "-Dgradflow.prepared=" + kept,
                                Rehearsal.class.getName()))
                .collect(Collectors.toList());
        Program.Ended ended = Program.runCommand("", Map.of(), command);
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("‖∂L/∂h_t‖, L = sum(h_T)\n").endsWith("[1, 2]\n");
        // What a Tab in the midst of it needs, what an error does, and what the last key is.
        assertThat(Files.readString(classes))
                .contains(
                        "gradflow.repl.completion.Owner$TypeName",
                        "gradflow.repl.terminal.Faults ",
                        "gradflow.repl.terminal.Typed$End ");
        assertThat(ended.err()).startsWith("-e:15:5: error: hidden(n): n must be at least 1, but was 0\n");
        try (Stream<Path> files = Files.list(kept)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("inventory", System.mapLibraryName("jlinenative"));
        }
    }
}
