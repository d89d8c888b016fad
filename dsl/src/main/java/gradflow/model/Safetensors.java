package gradflow.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A safetensors file: 8 bytes with the header's length (little endian), a header in JSON, the tensors' bytes.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
record Safetensors(Path path, List<StoredTensor> tensors, Map<String, String> metadata) implements TensorStore {
    static final String REMEDY = "save the tensors again, in Python: safetensors.torch.save_file(tensors, file)";

    /** The format's own limit. */
    private static final long MOST_HEADER = 100_000_000;

    static Safetensors open(Path path, long size) throws IOException {
        try (InputStream in = new FileInputStream(path.toFile())) {
            byte[] length = in.readNBytes(Long.BYTES);
            if (length.length < Long.BYTES) {
                throw new Malformed(
                        "a safetensors file starts with 8 bytes for the length of its header, but this one has "
                                + length.length + " in all",
                        REMEDY);
            }
            long header = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (header < 0 || header > size - Long.BYTES) {
                throw new Malformed(
                        "the header should be " + Long.toUnsignedString(header) + " bytes long, but only "
                                + (size - Long.BYTES) + " follow",
                        REMEDY);
            }
            if (header > MOST_HEADER) {
                throw new Malformed("the header may be 100000000 bytes long at most, but has " + header, REMEDY);
            }
            SafetensorsHeader read =
                    SafetensorsHeader.of(decoded(in.readNBytes((int) header)), Long.BYTES + header, size);
            return new Safetensors(path, read.tensors(), read.metadata());
        }
    }

    private static String decoded(byte[] header) throws Malformed {
        ByteBuffer bytes = ByteBuffer.wrap(header);
        CharBuffer text = CharBuffer.allocate(header.length);
        CoderResult result = UTF_8.newDecoder().decode(bytes, text, true);
        if (result.isError()) {
            throw new Malformed(
                    "the header must be UTF-8, but byte " + (bytes.position() + 1) + " of it isn't", REMEDY);
        }
        return text.flip().toString();
    }

    @Override
    public InputStream bytes(StoredTensor tensor) throws IOException {
        return FileBytes.from(path, tensor.offset());
    }
}
