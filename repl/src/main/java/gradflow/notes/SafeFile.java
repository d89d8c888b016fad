package gradflow.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Writes a file so that at any moment, whatever happens, either the old one or the new one is there, whole. */
final class SafeFile {
    private SafeFile() {}

    /** {@return the bytes of a file, none if there is no such file} */
    static byte[] read(Path file) throws Refused {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw new Refused("cannot read " + file + ": " + e.getMessage());
        }
    }

    /** Refuses a file that its owner has made read-only, also where the system would let us replace it. */
    static void requireWritable(Path file) throws Refused {
        try {
            if (!Files.exists(file)) {
                return;
            }
            boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
            boolean allowed = !posix || Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE);
            if (!allowed || !Files.isWritable(file)) {
                throw new Refused(file + " is read-only; nothing was written (chmod u+w allows it)");
            }
        } catch (IOException e) {
            throw new Refused("cannot write " + file + ": " + e.getMessage());
        }
    }

    /** A file that is to be replaced. */
    static final class Change {
        private final Path file;
        private final byte[] expected;
        private final byte[] bytes;

        /**
         * @param file the file
         * @param expected what must be in it still
         * @param bytes what is to be in it
         */
        Change(Path file, byte[] expected, byte[] bytes) {
            this.file = file;
            this.expected = expected;
            this.bytes = bytes;
        }
    }

    /** {@return a change of what is in a file now, if it is there at all} */
    static Change change(Path file, String text) throws Refused {
        return new Change(file, read(file), text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Replaces files that belong together: each is written in full under another name before the first takes its place, so
     * that there is next to no time in which some are old and some new. The last is the one that tells by its being new that
     * all are.
     */
    static void replace(List<Change> changes) throws Refused {
        List<Path> written = new ArrayList<>();
        try {
            for (Change change : changes) {
                requireWritable(change.file);
                Path target = target(change.file);
                written.add(beside(target));
                write(written.get(written.size() - 1), change.bytes);
                keepRights(target, written.get(written.size() - 1));
            }
            for (Change change : changes) {
                if (!Arrays.equals(read(change.file), change.expected)) {
                    throw new Refused(
                            change.file + " was changed while it was woven; nothing was written, weave it again");
                }
            }
            for (int i = 0; i < changes.size(); i++) {
                move(written.get(i), target(changes.get(i).file));
            }
        } catch (IOException e) {
            throw new Refused("cannot write " + changes.get(changes.size() - 1).file + ", or a figure of it: " + e);
        } finally {
            written.forEach(SafeFile::delete);
        }
    }

    /** {@return the file itself, where its name is a link} */
    private static Path target(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    private static Path beside(Path target) throws IOException, Refused {
        Path folder = target.getParent();
        if (folder == null) {
            throw new Refused("cannot write " + target + ": it is no file");
        }
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "." + target.getFileName(), ".gradflow");
        // Ctrl-C ends the program without a finally.
        file.toFile().deleteOnExit();
        return file;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                if (channel.write(rest) < 0) {
                    throw new IOException("the disk takes no more");
                }
            }
            // Else a power cut after the move could leave an empty file.
            channel.force(true);
        }
    }

    private static void keepRights(Path from, Path to) throws IOException {
        if (!Files.getFileStore(to).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> rights =
                Files.exists(from) ? Files.getPosixFilePermissions(from) : PosixFilePermissions.fromString("rw-r--r--");
        Files.setPosixFilePermissions(to, rights);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
