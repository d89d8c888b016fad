package gradflow.model;

import static gradflow.model.TensorBytes.*;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileNumpyTest {
    private static final String REMEDY = "save the array again, in Python: numpy.save(file, array)";

    @TempDir
    Path directory;

    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("", "the header must have \"{\" at character 1, but it ends there"),
                Arguments.of("__import__('os')", "the header must have \"{\" at character 1, but there is \"_\""),
                Arguments.of("{}", "the array's header must have descr, fortran_order and shape, but has only []"),
                Arguments.of(
                        "{'descr': '<f8', 'shape': (1,)}",
                        "the array's header must have descr, fortran_order and shape, but has only [descr, shape]"),
                Arguments.of("{'descr': '<f8', 'descr': '<f8'}", "the array's header has \"descr\" twice"),
                Arguments.of(
                        "{'descr': '<f8', 'extra': 1}",
                        "the array's header has descr, fortran_order and shape, but this one also has \"extra\""),
                Arguments.of("{'descr': 1}", "the header must have \"'\" at character 11, but there is \"1\""),
                Arguments.of(
                        "{'fortran_order': true}",
                        "the header must have True or False at character 19, but there is \"t\""),
                Arguments.of("{'shape': 3}", "the header must have \"(\" at character 11, but there is \"3\""),
                Arguments.of(
                        "{'shape': (3 4)}", "the header must have \",\" or \")\" at character 14, but there is \"4\""),
                Arguments.of(
                        "{'shape': (3**9,)}",
                        "the header must have \",\" or \")\" at character 13, but there is \"*\""),
                Arguments.of(
                        "{'shape': (,)}", "the header must have a whole number at character 12, but there is \",\""),
                Arguments.of("{'shape': (" + "1,".repeat(65) + ")}", "an array may have 64 dimensions at most"),
                Arguments.of(
                        "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)} or 1",
                        "the header must have nothing more at character 57, but there is \"o\""),
                Arguments.of(
                        "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}",
                        "tensor \"w\" can't have the shape -1: sizes are 0 or more, and their product is below 2^60"),
                Arguments.of(
                        "{'descr': '<f8', 'fortran_order': False, 'shape': (2147483648, 2147483648)}",
                        "tensor \"w\" can't have the shape 2147483648×2147483648: sizes are 0 or more, and their product is below"
                                + " 2^60"),
                Arguments.of(
                        "{'descr': '<f8', 'fortran_order': False, 'shape': (2,)}",
                        "tensor \"w\": 2 of <f8 takes 16 bytes, but 8 follow its header"),
                Arguments.of(
                        "{'descr': '<f2', 'fortran_order': False, 'shape': (2,)}",
                        "tensor \"w\": 2 of <f2 takes 4 bytes, but 8 follow its header"),
                Arguments.of(
                        "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000, 1000000)}",
                        "tensor \"w\": 1000000×1000000 of <f8 takes 8000000000000 bytes, but 8 follow its header"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void header(String header, String what) {
        opened(npy(header, new byte[8]), what);
    }

    @Test
    void starts() {
        opened(magic(1, 0), "the header must have \"{\" at character 1, but it ends there");
        opened(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1},
                "an array starts with \\x93NUMPY and a version, but this one doesn't");
        opened(magic(4, 0), "the version of the array's header must be 1.0, 2.0 or 3.0, but is 4.0");
        opened(magic(1, 1), "the version of the array's header must be 1.0, 2.0 or 3.0, but is 1.1");
        opened(magic(0, 0), "the version of the array's header must be 1.0, 2.0 or 3.0, but is 0.0");
        opened(
                joined(magic(1, 0), new byte[] {118, 0, '{'}),
                "the array's header should be 118 bytes long, but ends after 1");
        opened(
                joined(magic(2, 0), new byte[] {-1, -1, -1, -1}),
                "the array's header may be 65535 bytes long at most, but has 4294967295");
    }

    private void opened(byte[] bytes, String what) {
        HostileFiles.refusedToOpen(directory, "w.npy", bytes, what, REMEDY);
    }
}
