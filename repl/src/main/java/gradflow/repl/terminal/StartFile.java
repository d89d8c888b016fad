package gradflow.repl.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A person's own lines that each session begins with, Java and commands: {@code GRADFLOW_START} if set (empty means none), else
 * {@code gradflow/start.jsh} in the XDG folder for configuration.
 */
final class StartFile {
    private StartFile() {}

    /** {@return where it is, or would be} */
    static Optional<Path> location(Environment environment, Path home) {
        Optional<String> chosen = environment.value("GRADFLOW_START");
        if (chosen.isPresent()) {
            return chosen.filter(path -> !path.isBlank()).map(Path::of);
        }
        Path folder = environment
                .value("XDG_CONFIG_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".config"));
        return Optional.of(folder.resolve("gradflow").resolve("start.jsh")).filter(Path::isAbsolute);
    }

    /** Runs what is in it. */
    static void run(Optional<Path> file, Host host, Screen screen) {
        if (file.isEmpty() || !Files.exists(file.get())) {
            return;
        }
        try {
            if (!host.answer(Files.readString(file.get()))) {
                screen.aside("the rest of " + file.get() + " was not run");
            }
        } catch (IOException e) {
            screen.aside(file.get() + " can't be read");
        }
    }
}
