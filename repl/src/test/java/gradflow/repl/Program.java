package gradflow.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, on the Java that runs the tests. */
final class Program {
    private static final int MOST_SECONDS = 100;

    private Program() {}

    record Ended(int code, String out, String err) {}

    static Ended run(String input, String... arguments) throws IOException, InterruptedException {
        return run(input, Map.of(), arguments);
    }

    static Ended run(String input, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(arguments));
        return runCommand(input, environment, command);
    }

    /** {@return how a script ends, which is the same compiled as a whole and snippet by snippet} */
    static Ended bothWays(String input, String... arguments) throws IOException, InterruptedException {
        Ended whole = run(input, arguments);
        List<String> command = new ArrayList<>(java());
        command.add(1, "-Dgradflow.bySnippet=true");
        command.addAll(List.of(arguments));
        assertThat(runCommand(input, Map.of(), command))
                .as("snippet by snippet")
                .isEqualTo(whole);
        return whole;
    }

    /** {@return what starts the program, to be followed by its arguments} */
    static List<String> java() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-cp",
                System.getProperty("java.class.path"),
                "gradflow.repl.Main");
    }

    static Ended runCommand(String input, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path in = Files.createTempFile("in", ".txt");
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        try {
            Files.writeString(in, input);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            // A JVM that picks up options says so on stderr.
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + command);
            }
            return new Ended(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(in);
            Files.delete(out);
            Files.delete(err);
        }
    }
}
