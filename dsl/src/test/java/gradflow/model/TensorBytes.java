package gradflow.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of tensors, byte by byte, well-formed or not. */
final class TensorBytes {
    private TensorBytes() {}

    /** A header of the length that it has, whatever it says. */
    static byte[] safetensors(String header, byte[] data) {
        return safetensors(header.getBytes(UTF_8).length, header, data);
    }

    static byte[] safetensors(long length, String header, byte[] data) {
        byte[] text = header.getBytes(UTF_8);
        return joined(little(8).putLong(length).array(), text, data);
    }

    /** Version 1.0 and a header of the length that it has. */
    static byte[] npy(String header, byte[] data) {
        byte[] text = header.getBytes(UTF_8);
        return joined(magic(1, 0), little(2).putShort((short) text.length).array(), text, data);
    }

    static byte[] npy(String descr, boolean fortran, String shape, byte[] data) {
        return npy(
                "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape
                        + ", }\n",
                data);
    }

    static byte[] magic(int major, int minor) {
        return new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) major, (byte) minor};
    }

    static byte[] npz(Map<String, byte[]> entries, boolean deflated) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> it : entries.entrySet()) {
                zip.putNextEntry(deflated ? new ZipEntry(it.getKey()) : stored(it.getKey(), it.getValue()));
                zip.write(it.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] content) {
        ZipEntry entry = new ZipEntry(name);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        return entry;
    }

    static byte[] f32(double... values) {
        ByteBuffer bytes = little(4 * values.length);
        for (double value : values) {
            bytes.putFloat((float) value);
        }
        return bytes.array();
    }

    static byte[] f64(double... values) {
        ByteBuffer bytes = little(8 * values.length);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return bytes.array();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static Path written(Path directory, String name, byte[] bytes) {
        try {
            return Files.write(directory.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void deleted(Path directory, String name) {
        try {
            Files.delete(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
