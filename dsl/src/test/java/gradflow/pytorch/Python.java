package gradflow.pytorch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Python that has PyTorch, if the system has one. */
record Python(String command) {
    private static final int SECONDS = 120;

    /** Runs scripts as if each were a process of its own, and imports PyTorch once. */
    private static final String DRIVER = """
            import contextlib, sys
            for path in sys.argv[1:]:
                with open(path, encoding="ascii") as file:
                    code = compile(file.read(), path, "exec")
                with open(path + ".out", "w", encoding="ascii") as out, contextlib.redirect_stdout(out):
                    exec(code, {"__name__": "__main__"})
            """;

    /** {@return the one that the variable PYTHON names, or else one that is usual} */
    static Optional<Python> withTorch() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv("PYTHON")).stream(), Stream.of("/usr/bin/python3", "python3"))
                .filter(Python::hasTorch)
                .findFirst()
                .map(Python::new);
    }

    private static boolean hasTorch(String command) {
        try {
            return run(List.of(command, "-c", "import torch"), Optional.empty()) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return what each script prints} */
    List<String> outputs(List<String> scripts, Path directory) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command, "-c", DRIVER));
        List<Path> files = new ArrayList<>();
        for (String script : scripts) {
            Path file = directory.resolve("script" + files.size() + ".py");
            files.add(Files.writeString(file, script, StandardCharsets.US_ASCII));
            arguments.add(file.toString());
        }
        Path errors = directory.resolve("errors");
        int status = run(arguments, Optional.of(errors));
        if (status != 0) {
            throw new IllegalStateException("status " + status + ": " + Files.readString(errors));
        }
        List<String> outputs = new ArrayList<>();
        for (Path file : files) {
            outputs.add(Files.readString(Path.of(file + ".out")));
        }
        return outputs;
    }

    private static int run(List<String> command, Optional<Path> errors) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.map(file -> ProcessBuilder.Redirect.to(file.toFile()))
                        .orElse(ProcessBuilder.Redirect.DISCARD))
                .start();
        try {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IOException(command.get(0) + " took more than " + SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
