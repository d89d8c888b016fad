package gradflow.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** From what a person says of a file to its directory of tensors, with a word on each way in which there may be none. */
final class OpenFile {
    private static final String REMEDY = "the path of a .safetensors, .npz or .npy file";

    private OpenFile() {}

    static TensorStore at(String said) throws IOException {
        Path path = path(said);
        if (!Files.exists(path)) {
            throw new Malformed(
                    "there is no such file",
                    said.startsWith("~")
                            ? "the path written out: ~ stands for nothing here"
                            : "a path from " + Path.of("").toAbsolutePath() + " on, or an absolute one");
        }
        if (Files.isDirectory(path)) {
            throw new Malformed("this is a directory", REMEDY);
        }
        if (!Files.isRegularFile(path)) {
            throw new Malformed("this is a device or a pipe, not a file", REMEDY);
        }
        if (!Files.isReadable(path)) {
            throw new Malformed("the file may not be read", REMEDY + " that this user may read");
        }
        long size = Files.size(path);
        if (size == 0) {
            throw new Malformed("the file is empty", REMEDY + " that was written to its end");
        }
        return TensorStore.of(path, size);
    }

    private static Path path(String said) throws Malformed {
        try {
            return Path.of(said);
        } catch (InvalidPathException e) {
            throw new Malformed("no file can have this name", REMEDY);
        }
    }
}
