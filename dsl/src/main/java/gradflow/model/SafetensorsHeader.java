package gradflow.model;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The header of a safetensors file: an object with one object a tensor, and under {@code __metadata__} strings. The
 * tensors' bytes follow each other without gap or overlap up to the end of the file, so that nothing can hide between.
 */
record SafetensorsHeader(List<StoredTensor> tensors, Map<String, String> metadata) {
    private static final String REMEDY = Safetensors.REMEDY;
    private static final int MOST_TENSORS = 100_000;
    private static final int MOST_DIMENSIONS = 64;

    private static final Map<String, FloatFormat> REAL =
            Stream.of(FloatFormat.values()).collect(Collectors.toUnmodifiableMap(FloatFormat::name, format -> format));

    /** Bits an entry, of the types that are listed and not read. */
    private static final Map<String, Integer> OTHER = Map.ofEntries(
            Map.entry("BOOL", 8),
            Map.entry("F4", 4),
            Map.entry("F6_E2M3", 6),
            Map.entry("F6_E3M2", 6),
            Map.entry("U8", 8),
            Map.entry("I8", 8),
            Map.entry("F8_E5M2", 8),
            Map.entry("F8_E4M3", 8),
            Map.entry("F8_E8M0", 8),
            Map.entry("F8_E4M3FNUZ", 8),
            Map.entry("F8_E5M2FNUZ", 8),
            Map.entry("I16", 16),
            Map.entry("U16", 16),
            Map.entry("I32", 32),
            Map.entry("U32", 32),
            Map.entry("C64", 64),
            Map.entry("I64", 64),
            Map.entry("U64", 64));

    /** One tensor as the header has it, with the places of its bytes counted from the end of the header. */
    private record Entry(String name, String dtype, List<Long> shape, long begin, long end) {}

    /** {@return what the header says, checked against the place where the tensors start and the file's size} */
    static SafetensorsHeader of(String json, long start, long size) throws Malformed {
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> entries = entries(Cursor.json(json, REMEDY), metadata);
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long held = size - start;
        List<StoredTensor> tensors = new ArrayList<>();
        long next = 0;
        for (Entry entry : entries) {
            tensors.add(checked(entry, next, start, held));
            next = entry.end;
        }
        if (next != held) {
            throw new Malformed("the tensors take " + next + " bytes, but " + held + " follow the header", REMEDY);
        }
        return new SafetensorsHeader(tensors, metadata);
    }

    private static List<Entry> entries(Cursor cursor, Map<String, String> metadata) throws Malformed {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        cursor.open('{');
        while (cursor.more('}')) {
            String name = key(cursor, names, "tensor");
            if (names.size() > MOST_TENSORS) {
                throw new Malformed("the header may name " + MOST_TENSORS + " tensors at most", REMEDY);
            }
            if (name.equals("__metadata__")) {
                strings(cursor, metadata);
            } else {
                entries.add(entry(cursor, name));
            }
        }
        cursor.end();
        return entries;
    }

    private static String key(Cursor cursor, Set<String> names, String what) throws Malformed {
        String name = cursor.string('"');
        if (!names.add(name)) {
            throw new Malformed("the header has the " + what + " " + Expression.brief(name) + " twice", REMEDY);
        }
        cursor.take(':');
        return name;
    }

    private static void strings(Cursor cursor, Map<String, String> metadata) throws Malformed {
        Set<String> names = new HashSet<>();
        cursor.open('{');
        while (cursor.more('}')) {
            String name = key(cursor, names, "metadata");
            metadata.put(name, cursor.string('"'));
        }
    }

    private static Entry entry(Cursor cursor, String name) throws Malformed {
        Set<String> fields = new HashSet<>();
        String dtype = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        cursor.open('{');
        while (cursor.more('}')) {
            String field = key(cursor, fields, "field");
            switch (field) {
                case "dtype" -> dtype = cursor.string('"');
                case "shape" -> shape = wholes(cursor, name);
                case "data_offsets" -> offsets = wholes(cursor, name);
                default ->
                    throw new Malformed(
                            StoredTensor.said(name) + " has dtype, shape and data_offsets, but the header also has "
                                    + Expression.brief(field),
                            REMEDY);
            }
        }
        if (fields.size() < 3 || offsets.size() != 2) {
            throw new Malformed(
                    StoredTensor.said(name) + " must have a dtype, a shape and two data_offsets, but has "
                            + (fields.size() < 3
                                    ? "only " + fields.stream().sorted().toList()
                                    : offsets.size() + " data_offsets"),
                    REMEDY);
        }
        return new Entry(name, dtype, shape, offsets.get(0), offsets.get(1));
    }

    private static List<Long> wholes(Cursor cursor, String name) throws Malformed {
        List<Long> wholes = new ArrayList<>();
        cursor.open('[');
        while (cursor.more(']')) {
            if (wholes.size() == MOST_DIMENSIONS) {
                throw new Malformed(
                        StoredTensor.said(name) + " may have " + MOST_DIMENSIONS + " dimensions at most", REMEDY);
            }
            wholes.add(cursor.whole());
        }
        return wholes;
    }

    private static StoredTensor checked(Entry entry, long next, long start, long held) throws Malformed {
        String said = StoredTensor.said(entry.name);
        String offsets = "[" + entry.begin + ", " + entry.end + "]";
        if (entry.begin < 0 || entry.end < entry.begin || entry.end > held) {
            throw new Malformed(
                    said + ": data_offsets must rise within 0.." + held + ", the bytes after the header, but are "
                            + offsets,
                    REMEDY);
        }
        if (entry.begin != next) {
            throw new Malformed(
                    said + ": its bytes must start at " + next + ", where those before end, but data_offsets are "
                            + offsets,
                    REMEDY);
        }
        Optional<FloatFormat> format = Optional.ofNullable(REAL.get(entry.dtype));
        TensorInfo info = new TensorInfo(entry.name, entry.dtype, entry.shape, format.isPresent());
        StoredTensor tensor =
                new StoredTensor(info, format, ByteOrder.LITTLE_ENDIAN, false, start + entry.begin).countable(REMEDY);
        long bytes = bytes(said, tensor);
        if (bytes != entry.end - entry.begin) {
            throw new Malformed(
                    said + ": " + info.shapeText() + " of " + entry.dtype + " takes " + bytes
                            + " bytes, but data_offsets " + offsets + " hold " + (entry.end - entry.begin),
                    REMEDY);
        }
        return tensor;
    }

    /** Whole bytes, also for 4 or 6 bits an entry. */
    private static long bytes(String said, StoredTensor tensor) throws Malformed {
        if (tensor.bytes().isPresent()) {
            return tensor.bytes().get();
        }
        Integer bits = OTHER.get(tensor.info().dtype());
        if (bits == null) {
            throw new Malformed(
                    said + ": the dtype must be one that safetensors has, such as F32, but is "
                            + Expression.brief(tensor.info().dtype()),
                    REMEDY);
        }
        long entries = tensor.info().entries();
        return bits < Byte.SIZE ? (entries * bits + Byte.SIZE - 1) / Byte.SIZE : entries * (bits / Byte.SIZE);
    }
}
