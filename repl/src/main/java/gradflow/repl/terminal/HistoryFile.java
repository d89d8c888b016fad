package gradflow.repl.terminal;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where typed lines are kept from one session to the next: {@code GRADFLOW_HISTORY} if set (empty means nowhere), else
 * {@code gradflow/history} in the XDG folder for state.
 */
final class HistoryFile {
    private HistoryFile() {}

    /**
     * {@return the file, for its owner's eyes alone, or nothing: a home that can't be written to is no reason to refuse
     * the prompt}
     *
     * @param home the person's folder
     */
    static Optional<Path> prepare(Environment environment, Path home) {
        return location(environment, home).filter(HistoryFile::writable);
    }

    /** {@return where the history belongs, if anywhere} */
    static Optional<Path> location(Environment environment, Path home) {
        Optional<String> chosen = environment.value("GRADFLOW_HISTORY");
        if (chosen.isPresent()) {
            return chosen.filter(path -> !path.isBlank()).map(Path::of);
        }
        // The XDG specification has relative paths ignored.
        Path state = environment
                .value("XDG_STATE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".local").resolve("state"));
        return Optional.of(state.resolve("gradflow").resolve("history")).filter(Path::isAbsolute);
    }

    private static boolean writable(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder, ownerOnly("rwx------"));
            }
            if (!Files.exists(file)) {
                Files.createFile(file, ownerOnly("rw-------"));
            }
            return Files.isRegularFile(file) && Files.isWritable(file);
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return what a new file is made with so that its owner alone can see it} */
    static FileAttribute<?>[] ownerOnly(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
