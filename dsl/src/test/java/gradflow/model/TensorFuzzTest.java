package gradflow.model;

import static gradflow.model.TensorBytes.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import gradflow.internal.check.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files are read or refused; nothing else happens, and little memory goes. */
class TensorFuzzTest {
    private static final int MUTANTS = 3000;

    /** The files are of about a kilobyte; most of this is the zip inflater's and the refusal's own. */
    private static final long MOST_BYTES = 8_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    static Stream<Arguments> files() {
        byte[] matrix = npy("<f8", false, "(3, 4)", new byte[96]);
        byte[] halves = npy(">f2", true, "(16, 16)", new byte[512]);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("w_hh.npy", matrix);
        entries.put("b.npy", halves);
        String header = """
                {"__metadata__":{"format":"pt \\u00e9"},"rnn.weight_hh":{"dtype":"F32","shape":[4,4],"data_offsets":[0,64]},\
                "rnn.weight_ih":{"dtype":"BF16","shape":[4,2],"data_offsets":[64,80]},\
                "n":{"dtype":"I64","shape":[],"data_offsets":[80,88]}}""";
        return Stream.of(
                Arguments.of("x.safetensors", safetensors(header, new byte[88])),
                Arguments.of("x.npy", matrix),
                Arguments.of("stored.npz", npz(entries, false)),
                Arguments.of("deflated.npz", npz(entries, true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void mutantIsReadOrRefused(String name, byte[] valid) {
        assertThat(isRead(name, valid)).isTrue();
        String[] what = new String[1];
        // One watch for all: a thread for each mutant costs more than its file.
        int refused = assertTimeoutPreemptively(PATIENCE, () -> refused(name, valid, what), () -> what[0]);
        assertThat(refused).isBetween(MUTANTS / 10, MUTANTS - 1);
    }

    private int refused(String name, byte[] valid, String[] what) {
        int refused = 0;
        for (int seed = 0; seed < MUTANTS; seed++) {
            byte[] mutant = mutant(valid, new Random(seed));
            boolean[] read = new boolean[1];
            what[0] = name + " with seed " + seed;
            long allocated = Allocations.during(() -> read[0] = isRead(name, mutant));
            assertThat(allocated).as(what[0]).isLessThan(MOST_BYTES);
            refused += read[0] ? 0 : 1;
        }
        return refused;
    }

    /** {@return whether everything in the file could be read; fails on anything but a refusal of three lines} */
    private boolean isRead(String name, byte[] bytes) {
        try {
            TensorFile file = TensorFile.open(written(directory, name, bytes).toString(), "fuzz");
            for (TensorInfo tensor : file.tensors()) {
                if (tensor.real()) {
                    assertThat(file.norm(tensor.name(), "fuzz")).isNotNull();
                    assertThat(file.matrix(tensor.name(), "fuzz").rows()).isPositive();
                }
            }
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.getMessage().lines()).hasSize(3);
            return false;
        } finally {
            // A file that is written over has to reach the disk at once on some file systems; a new one doesn't.
            deleted(directory, name);
        }
    }

    private static byte[] mutant(byte[] valid, Random random) {
        byte[] mutant = valid.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && mutant.length > 0; i++) {
            mutant = changed(mutant, random);
        }
        return mutant;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        byte[] before = Arrays.copyOf(bytes, at);
        byte[] after = Arrays.copyOfRange(bytes, at, bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> after[0] ^= (byte) (1 << random.nextInt(8));
            case 1 -> after[0] = (byte) random.nextInt(256);
            case 2 -> after = new byte[0];
            case 3 -> after = Arrays.copyOfRange(after, random.nextInt(after.length), after.length);
            case 4 -> after[0] = (byte) "0123456789-[](){},:'\"\\".charAt(random.nextInt(22));
            default ->
                after = joined(
                        "99999999999999999999[({\"'\0\n"
                                .substring(random.nextInt(26))
                                .getBytes(UTF_8),
                        after);
        }
        return joined(before, after);
    }
}
