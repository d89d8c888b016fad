package gradflow.model;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A file's directory of tensors, and the way to their bytes. Between two questions no file is open. */
sealed interface TensorStore permits Safetensors, Npy, Npz {
    /** {@return the tensors, in the file's order} */
    List<StoredTensor> tensors();

    /** {@return what else the file says of itself} */
    default Map<String, String> metadata() {
        return Map.of();
    }

    /** {@return the bytes of one of the tensors, from its first entry on; whoever asks closes them} */
    InputStream bytes(StoredTensor tensor) throws IOException;

    /** {@return the directory of a file that isn't empty; the format is told by how the file starts} */
    static TensorStore of(Path path, long size) throws IOException {
        byte[] start;
        try (InputStream in = new FileInputStream(path.toFile())) {
            start = in.readNBytes(9);
        }
        if (NpyHeader.startsLike(start)) {
            return Npy.open(path, size);
        }
        if (starts(start, 'P', 'K', 3, 4) || starts(start, 'P', 'K', 5, 6)) {
            return Npz.open(path);
        }
        // Before the pickle: a header of 640 bytes starts like one, and a .safetensors file is meant as what it's
        // called.
        if (path.toString().endsWith(".safetensors") || (start.length == 9 && start[8] == '{')) {
            return Safetensors.open(path, size);
        }
        if (start[0] == (byte) 0x80 && start.length > 1 && start[1] >= 2 && start[1] <= 5) {
            throw Npz.pickle("this is");
        }
        throw new Malformed(
                "this is neither a safetensors file nor NumPy's .npy or .npz",
                "a file of one of these; in Python: safetensors.torch.save_file(model.state_dict(), file)");
    }

    private static boolean starts(byte[] bytes, int... magic) {
        return bytes.length >= magic.length && IntStream.range(0, magic.length).allMatch(i -> bytes[i] == magic[i]);
    }
}
