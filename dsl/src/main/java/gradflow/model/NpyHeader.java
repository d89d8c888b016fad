package gradflow.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The start of a .npy file: magic, version, length, and a Python dict literal with descr, fortran_order and shape.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the format</a>
 */
record NpyHeader(String descr, boolean columnsFirst, List<Long> shape, int length) {
    static final String REMEDY = "save the array again, in Python: numpy.save(file, array)";

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** All that version 1.0 can say; the versions after it can say more only for the sake of records of many fields. */
    private static final long MOST_LENGTH = 65_535;

    private static final int MOST_DIMENSIONS = 64;

    private static final Map<String, FloatFormat> REAL =
            Map.of("f8", FloatFormat.F64, "f4", FloatFormat.F32, "f2", FloatFormat.F16);

    static boolean startsLike(byte[] bytes) {
        return bytes.length >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** {@return the header, with the stream left at the first entry} */
    static NpyHeader read(InputStream in) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (!startsLike(start) || start.length < MAGIC.length + 2) {
            throw new Malformed("an array starts with \\x93NUMPY and a version, but this one doesn't", REMEDY);
        }
        int major = start[MAGIC.length] & 0xff;
        int minor = start[MAGIC.length + 1] & 0xff;
        if (major < 1 || major > 3 || minor != 0) {
            throw new Malformed(
                    "the version of the array's header must be 1.0, 2.0 or 3.0, but is " + major + "." + minor, REMEDY);
        }
        byte[] size = in.readNBytes(major == 1 ? Short.BYTES : Integer.BYTES);
        long length = ByteBuffer.wrap(Arrays.copyOf(size, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (length > MOST_LENGTH) {
            throw new Malformed(
                    "the array's header may be " + MOST_LENGTH + " bytes long at most, but has " + length, REMEDY);
        }
        byte[] header = in.readNBytes((int) length);
        if (header.length < length) {
            throw new Malformed(
                    "the array's header should be " + length + " bytes long, but ends after " + header.length, REMEDY);
        }
        // Version 3.0 is UTF-8, but only in the field names of records, which aren't read.
        return parsed(new String(header, ISO_8859_1), start.length + size.length + header.length);
    }

    private static NpyHeader parsed(String header, int length) throws Malformed {
        Cursor cursor = Cursor.python(header, REMEDY);
        Set<String> fields = new HashSet<>();
        String descr = "";
        boolean columnsFirst = false;
        List<Long> shape = List.of();
        cursor.open('{');
        while (cursor.more('}')) {
            String field = string(cursor);
            cursor.take(':');
            if (!fields.add(field)) {
                throw new Malformed("the array's header has " + Expression.brief(field) + " twice", REMEDY);
            }
            switch (field) {
                case "descr" -> descr = descr(cursor);
                case "fortran_order" -> columnsFirst = truth(cursor);
                case "shape" -> shape = sizes(cursor);
                default ->
                    throw new Malformed(
                            "the array's header has descr, fortran_order and shape, but this one also has "
                                    + Expression.brief(field),
                            REMEDY);
            }
        }
        cursor.end();
        if (fields.size() < 3) {
            throw new Malformed(
                    "the array's header must have descr, fortran_order and shape, but has only "
                            + fields.stream().sorted().toList(),
                    REMEDY);
        }
        return new NpyHeader(descr, columnsFirst, shape, length);
    }

    private static String descr(Cursor cursor) throws Malformed {
        if (cursor.peek() == '[') {
            throw new Malformed(
                    "the array's entries are records of several fields, not numbers",
                    "save each field as an array of its own, in Python: numpy.savez(file, a=array[\"a\"])");
        }
        return string(cursor);
    }

    private static String string(Cursor cursor) throws Malformed {
        return cursor.string(cursor.peek() == '"' ? '"' : '\'');
    }

    private static boolean truth(Cursor cursor) throws Malformed {
        if (cursor.word("True")) {
            return true;
        }
        if (cursor.word("False")) {
            return false;
        }
        throw cursor.unexpected("True or False");
    }

    private static List<Long> sizes(Cursor cursor) throws Malformed {
        List<Long> sizes = new ArrayList<>();
        cursor.open('(');
        while (cursor.more(')')) {
            if (sizes.size() == MOST_DIMENSIONS) {
                throw new Malformed("an array may have " + MOST_DIMENSIONS + " dimensions at most", REMEDY);
            }
            sizes.add(cursor.whole());
        }
        return sizes;
    }

    /** {@return the array as a tensor of this name, whose file, or entry of an archive, has so many bytes} */
    StoredTensor tensor(String name, long size) throws Malformed {
        boolean big = descr.startsWith(">");
        Optional<FloatFormat> format =
                big || descr.startsWith("<") ? Optional.ofNullable(REAL.get(descr.substring(1))) : Optional.empty();
        StoredTensor tensor = new StoredTensor(
                        new TensorInfo(name, descr, shape, format.isPresent()),
                        format,
                        big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                        columnsFirst,
                        length)
                .countable(REMEDY);
        if (tensor.bytes().isPresent() && tensor.bytes().get() != size - length) {
            throw new Malformed(
                    tensor.said() + ": " + tensor.info().shapeText() + " of " + descr + " takes "
                            + tensor.bytes().get() + " bytes, but " + (size - length) + " follow its header",
                    REMEDY);
        }
        return tensor;
    }
}
