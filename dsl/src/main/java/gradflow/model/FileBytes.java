package gradflow.model;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A file's bytes from some place on. Not through a channel, which an interrupted thread would find closed: then Ctrl-C
 * would look like a broken file.
 */
final class FileBytes {
    private FileBytes() {}

    static InputStream from(Path path, long offset) throws IOException {
        InputStream in = new FileInputStream(path.toFile());
        try {
            in.skipNBytes(offset);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
