package gradflow.repl.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** A folder for what an earlier run found out and later ones needn't find out again; the launcher says where it is. */
public final class Prepared {
    private static final String PROPERTY = "gradflow.prepared";

    private Prepared() {}

    /** {@return where something is kept; it needn't be there} */
    public static Optional<Path> file(String name) {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(folder -> Path.of(folder, name));
    }

    /** Writes a file such that others see the old one or all of the new one. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        // Not a temporary file of Java's, which nobody but its owner may read.
        Path half = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        Files.write(half, bytes);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** {@return what tells a file from what it was: how long it is, and when it was written} */
    public static String state(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return now.size() + " " + now.lastModifiedTime().toMillis();
    }
}
