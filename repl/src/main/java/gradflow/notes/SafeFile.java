package gradflow.notes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
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

    /**
     * Replaces a file.
     *
     * @param expected what must be in it still
     */
    static void replace(Path file, byte[] expected, byte[] bytes) throws Refused {
        requireWritable(file);
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path folder = target.getParent();
            if (folder == null) {
                throw new Refused("cannot write " + file + ": it is no file");
            }
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "." + target.getFileName(), ".gradflow");
            try {
                write(written, bytes);
                keepRights(target, written);
                if (!Arrays.equals(read(target), expected)) {
                    throw new Refused(file + " was changed while it was woven; nothing was written, weave it again");
                }
                move(written, target);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new Refused("cannot write " + file + ": " + e);
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
