package gradflow.model;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** A NumPy array in a file of its own. It has no name but the file's. */
record Npy(Path path, List<StoredTensor> tensors) implements TensorStore {

    static Npy open(Path path, long size) throws IOException {
        try (InputStream in = new FileInputStream(path.toFile())) {
            return new Npy(path, List.of(NpyHeader.read(in).tensor(name(path), size)));
        }
    }

    private static String name(Path path) {
        String file = String.valueOf(path.getFileName());
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    @Override
    public InputStream bytes(StoredTensor tensor) throws IOException {
        return FileBytes.from(path, tensor.offset());
    }
}
