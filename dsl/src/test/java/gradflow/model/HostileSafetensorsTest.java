package gradflow.model;

import static gradflow.model.TensorBytes.*;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileSafetensorsTest {
    private static final String REMEDY =
            "save the tensors again, in Python: safetensors.torch.save_file(tensors, file)";

    @TempDir
    Path directory;

    static Stream<Arguments> headers() {
        return Stream.of(
                // Not JSON.
                Arguments.of("[]", "the header must have \"{\" at character 1, but there is \"[\""),
                Arguments.of("", "the header must have \"{\" at character 1, but it ends there"),
                Arguments.of("{", "the header must have \"\\\"\" at character 2, but it ends there"),
                Arguments.of("{}x", "the header must have nothing more at character 3, but there is \"x\""),
                Arguments.of("{}\0", "the header must have nothing more at character 3, but there is \"\\u0000\""),
                Arguments.of("{,}", "the header must have \"\\\"\" at character 2, but there is \",\""),
                Arguments.of("{'w':1}", "the header must have \"\\\"\" at character 2, but there is \"'\""),
                Arguments.of("{\"w\" 1}", "the header must have \":\" at character 6, but there is \"1\""),
                Arguments.of(
                        "{\"w\":{},}", "tensor \"w\" must have a dtype, a shape and two data_offsets, but has only []"),
                Arguments.of("{\"w\":[[[[[[", "the header must have \"{\" at character 6, but there is \"[\""),
                Arguments.of("{\"w", "the header must have the end of a string at character 4, but it ends there"),
                Arguments.of(
                        "{\"w\n\":{}}",
                        "the header must have a string without control characters at character 4, but there is \"\\n\""),
                Arguments.of(
                        "{\"\\x\":{}}",
                        "the header must have an escape such as \\n or \\u00e9 at character 4, but there is \"x\""),
                Arguments.of(
                        "{\"\\u00g0\":{}}",
                        "the header must have an escape such as \\n or \\u00e9 at character 4, but there is \"u\""),
                Arguments.of(
                        "{\"\\",
                        "the header must have an escape such as \\n or \\u00e9 at character 4, but it ends there"),
                Arguments.of(
                        "{\"\\ud800\":{}}",
                        "the header must have a string without half a surrogate pair before it at character 10, but there is"
                                + " \":\""),
                Arguments.of(
                        "{\"__metadata__\":{\"a\":1}}",
                        "the header must have \"\\\"\" at character 22, but there is \"1\""),
                // Not a header.
                Arguments.of("{\"__metadata__\":{\"a\":\"b\",\"a\":\"b\"}}", "the header has the metadata \"a\" twice"),
                Arguments.of(two("w", "w", "[0, 4]", "[4, 8]"), "the header has the tensor \"w\" twice"),
                Arguments.of(
                        "{\"w\":{\"dtype\":\"F32\",\"dtype\":\"F32\"}}", "the header has the field \"dtype\" twice"),
                Arguments.of(
                        "{\"w\":{\"strides\":[1]}}",
                        "tensor \"w\" has dtype, shape and data_offsets, but the header also has \"strides\""),
                Arguments.of(
                        "{\"w\":{\"shape\":[1],\"dtype\":\"F32\"}}",
                        "tensor \"w\" must have a dtype, a shape and two data_offsets, but has only [dtype, shape]"),
                Arguments.of(
                        one("F32", "[2]", "[0, 4, 8]"),
                        "tensor \"w\" must have a dtype, a shape and two data_offsets, but has 3 data_offsets"),
                Arguments.of(
                        one("F32", "[" + "1,".repeat(64) + "1]", "[0, 8]"),
                        "tensor \"w\" may have 64 dimensions at most"),
                Arguments.of(
                        one("F31", "[2]", "[0, 8]"),
                        "tensor \"w\": the dtype must be one that safetensors has, such as F32, but is \"F31\""),
                // Numbers.
                Arguments.of(
                        one("F32", "[2.0]", "[0, 8]"),
                        "the header must have \",\" or \"]\" at character 31, but there is \".\""),
                Arguments.of(
                        one("F32", "[02]", "[0, 8]"),
                        "the header must have a whole number at character 30, but there is \"0\""),
                Arguments.of(
                        one("F32", "[\"2\"]", "[0, 8]"),
                        "the header must have a whole number at character 30, but there is \"\\\"\""),
                Arguments.of(
                        one("F32", "[2,]", "[0, 8]"),
                        "the header must have a whole number at character 32, but there is \"]\""),
                Arguments.of(
                        one("F32", "[9223372036854775808]", "[0, 8]"),
                        "the header must have a whole number below 2^63 at character 30, but there is \"9\""),
                Arguments.of(
                        one("F32", "[" + "9".repeat(1000) + "]", "[0, 8]"),
                        "the header must have a whole number below 2^63 at character 30, but there is \"9\""),
                Arguments.of(
                        one("F32", "[-2]", "[0, 8]"),
                        "tensor \"w\" can't have the shape -2: sizes are 0 or more, and their product is below 2^60"),
                Arguments.of(
                        one("F32", "[-1, -2]", "[0, 8]"),
                        "tensor \"w\" can't have the shape -1×-2: sizes are 0 or more, and their product is below 2^60"),
                Arguments.of(
                        one("F32", "[4294967296, 4294967296, 2]", "[0, 8]"),
                        "tensor \"w\" can't have the shape 4294967296×4294967296×2: sizes are 0 or more, and their product is"
                                + " below 2^60"),
                Arguments.of(
                        one("F32", "[2305843009213693952]", "[0, 8]"),
                        "tensor \"w\" can't have the shape 2305843009213693952: sizes are 0 or more, and their product is"
                                + " below 2^60"),
                // Places.
                Arguments.of(
                        one("F32", "[2]", "[-8, 0]"),
                        "tensor \"w\": data_offsets must rise within 0..8, the bytes after the header, but are [-8, 0]"),
                Arguments.of(
                        one("F32", "[2]", "[8, 0]"),
                        "tensor \"w\": data_offsets must rise within 0..8, the bytes after the header, but are [8, 0]"),
                Arguments.of(
                        one("F32", "[3]", "[0, 12]"),
                        "tensor \"w\": data_offsets must rise within 0..8, the bytes after the header, but are [0, 12]"),
                Arguments.of(
                        one("F32", "[3]", "[0, 8]"),
                        "tensor \"w\": 3 of F32 takes 12 bytes, but data_offsets [0, 8] hold 8"),
                Arguments.of(
                        one("I16", "[3]", "[0, 8]"),
                        "tensor \"w\": 3 of I16 takes 6 bytes, but data_offsets [0, 8] hold 8"),
                Arguments.of(
                        one("I64", "[288230376151711744]", "[0, 0]"),
                        "tensor \"w\": 288230376151711744 of I64 takes 2305843009213693952 bytes, but data_offsets [0, 0] hold 0"),
                Arguments.of(one("F32", "[1]", "[0, 4]"), "the tensors take 4 bytes, but 8 follow the header"),
                Arguments.of(
                        two("v", "w", "[0, 4]", "[0, 4]"),
                        "tensor \"w\": its bytes must start at 4, where those before end, but data_offsets are [0, 4]"),
                Arguments.of(
                        one("F32", "[1]", "[4, 8]"),
                        "tensor \"w\": its bytes must start at 0, where those before end, but data_offsets are [4, 8]"),
                Arguments.of("{}", "the tensors take 0 bytes, but 8 follow the header"));
    }

    private static String one(String dtype, String shape, String offsets) {
        return "{\"w\":" + tensor(dtype, shape, offsets) + "}";
    }

    private static String two(String one, String other, String offsets, String otherOffsets) {
        return "{\"" + one + "\":" + tensor("F32", "[1]", offsets) + ",\"" + other + "\":"
                + tensor("F32", "[1]", otherOffsets) + "}";
    }

    private static String tensor(String dtype, String shape, String offsets) {
        return "{\"dtype\":\"" + dtype + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}";
    }

    @ParameterizedTest
    @MethodSource("headers")
    void header(String header, String what) {
        HostileFiles.refusedToOpen(directory, "x.safetensors", safetensors(header, new byte[8]), what, REMEDY);
    }

    @Test
    void lengths() {
        opened(
                new byte[5],
                "a safetensors file starts with 8 bytes for the length of its header, but this one has 5 in all");
        opened(
                safetensors(Long.MIN_VALUE, "{}", new byte[0]),
                "the header should be 9223372036854775808 bytes long, but only 2 follow");
        opened(
                safetensors(-1, "{}", new byte[0]),
                "the header should be 18446744073709551615 bytes long, but only 2 follow");
        opened(safetensors(3, "{}", new byte[0]), "the header should be 3 bytes long, but only 2 follow");
        opened(safetensors(1, "{}", new byte[0]), "the header must have \"\\\"\" at character 2, but it ends there");
        opened(
                safetensors(100_000_000L, "{}", new byte[0]),
                "the header should be 100000000 bytes long, but only 2 follow");
    }

    @Test
    void headerBeyondTheFormatsLimitIsNotRead() throws IOException {
        Path file = written(directory, "x.safetensors", safetensors(100_000_001L, "{", new byte[0]));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100_000_009L);
        }
        Refusals.refused(
                () -> TensorFile.open(file.toString(), "rnn().load(…)"),
                file
                        + ": the header may be 100000000 bytes long at most, but has 100000001\n  in:  rnn().load(…)\n  try: "
                        + REMEDY);
    }

    @Test
    void headerThatIsNotUtf8() {
        byte[] bytes = safetensors("{\"w?\":{}}", new byte[0]);
        for (String broken : new String[] {"\u00ff", "\u00c3", "\u0080"}) {
            bytes[8 + 3] = broken.getBytes(ISO_8859_1)[0];
            opened(bytes, "the header must be UTF-8, but byte 4 of it isn't");
        }
        byte[] cut = safetensors("{}?", new byte[0]);
        cut[8 + 2] = (byte) 0xe2;
        opened(cut, "the header must be UTF-8, but byte 3 of it isn't");
    }

    @Test
    void manyTensors() {
        StringBuilder header = new StringBuilder("{\"t\":" + tensor("F32", "[0]", "[0, 0]"));
        for (int i = 0; i < 100_000; i++) {
            header.append(",\"").append(i).append("\":").append(tensor("F32", "[0]", "[0, 0]"));
        }
        opened(safetensors(header + "}", new byte[0]), "the header may name 100000 tensors at most");
    }

    @Test
    void namesDoNotSteerTheTerminalNorFillTheScreen() {
        opened(
                safetensors("{\"\\u001b[2J" + "w".repeat(1000) + "\":{}}", new byte[0]),
                "tensor \"\\u001b[2J" + "w".repeat(56)
                        + "…\" must have a dtype, a shape and two data_offsets, but has only []");
    }

    private void opened(byte[] bytes, String what) {
        HostileFiles.refusedToOpen(directory, "x.safetensors", bytes, what, REMEDY);
    }
}
