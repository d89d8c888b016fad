package gradflow.model;

import static gradflow.model.TensorBytes.*;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileArchiveTest {
    private static final String REMEDY = "save the arrays again, in Python: numpy.savez(file, w_hh=array)";
    private static final String ARRAY_REMEDY = "save the array again, in Python: numpy.save(file, array)";
    private static final String DAMAGED =
            "tensor \"w\" can't be read to its end: the file is damaged, or has changed since it was opened";
    private static final String DAMAGED_REMEDY = "the file as it was saved; or save it again";
    private static final int LOCAL_HEADER = 30;
    private static final int DIRECTORY_METHOD = 10;
    private static final int DIRECTORY_CHECKSUM = 16;
    private static final int DIRECTORY_SIZE = 24;

    @TempDir
    Path directory;

    private static byte[] array() {
        return npy("<f8", false, "(2,)", f64(1, 2));
    }

    private static byte[] archive(byte[] content) {
        return npz(Map.of("w.npy", content), true);
    }

    /** {@return an archive whose directory says something else of its only entry} */
    private static byte[] lying(byte[] archive, int field, int value) {
        byte[] lie = archive.clone();
        int at = new String(archive, ISO_8859_1).indexOf("PK\1\2");
        ByteBuffer bytes = ByteBuffer.wrap(lie).order(ByteOrder.LITTLE_ENDIAN);
        if (field == DIRECTORY_METHOD) {
            bytes.putShort(at + field, (short) value);
        } else {
            bytes.putInt(at + field, value);
        }
        return lie;
    }

    @Test
    void bombThatSaysHowLargeItIs() {
        byte[] bomb = npy("<f8", false, "(2,)", new byte[10_000_000]);
        opened(archive(bomb), "tensor \"w\": 2 of <f8 takes 16 bytes, but 10000000 follow its header", ARRAY_REMEDY);
    }

    @Test
    void bombThatUnderstatesItsSize() {
        byte[] bomb = npy("<f8", false, "(2,)", new byte[10_000_000]);
        int honest = npy("<f8", false, "(2,)", new byte[16]).length;
        read(lying(archive(bomb), DIRECTORY_SIZE, honest), DAMAGED, DAMAGED_REMEDY);
    }

    @Test
    void promiseOfHalfAGigabyteAllocatesNothing() {
        byte[] header = npy("<f8", false, "(8192, 8192)", new byte[1000]);
        byte[] lie = lying(archive(header), DIRECTORY_SIZE, header.length - 1000 + (1 << 29));
        long allocated = Allocations.during(() -> read(lie, DAMAGED, DAMAGED_REMEDY));
        assertThat(allocated).isLessThan(4_000_000);
    }

    @Test
    void matrixBeyondEveryNetwork() {
        byte[] header = npy("<f8", false, "(8192, 8193)", new byte[0]);
        byte[] lie = lying(archive(header), DIRECTORY_SIZE, header.length + 8 * 8192 * 8193);
        read(lie, "tensor \"w\": a matrix has 1 to 2^26 entries, but this is 8192×8193", "another tensor");
    }

    @Test
    void wrongChecksum() {
        read(lying(archive(array()), DIRECTORY_CHECKSUM, 12345), DAMAGED, DAMAGED_REMEDY);
    }

    @Test
    void entryThatCannotBeInflated() {
        byte[] archive = archive(array());
        archive[LOCAL_HEADER + "w.npy".length()] = 7;
        opened(archive, "tensor \"w\" can't be read: the zip archive is damaged, encrypted or of a rare kind", REMEDY);
    }

    @Test
    void directoryThatCannotBeRead() {
        String what =
                "the archive's directory, at the end of the file, can't be read: the zip archive is damaged, encrypted"
                        + " or of a rare kind";
        byte[] whole = archive(array());
        opened(Arrays.copyOf(whole, whole.length - 10), what, REMEDY);
        opened(lying(whole, DIRECTORY_METHOD, 12), what, REMEDY);
    }

    @Test
    void nothingInIt() {
        opened(npz(Map.of(), false), "there is no array, so no entry ending in .npy, in this archive", REMEDY);
        opened(
                npz(Map.of("w.txt", new byte[3]), false),
                "there is no array, so no entry ending in .npy, in this archive",
                REMEDY);
    }

    @Test
    void whatPyTorchSavesByDefaultIsAPickle() {
        String remedy =
                "in Python, where the file can be trusted: safetensors.torch.save_file(model.state_dict(), file)";
        opened(
                npz(Map.of("archive/data.pkl", new byte[] {(byte) 0x80, 2}), false),
                "this archive has a pickle, which can run any code when it is read, so it isn't",
                remedy);
        opened(
                new byte[] {(byte) 0x80, 2, '}', '.'},
                "this is a pickle, which can run any code when it is read, so it isn't",
                remedy);
    }

    @Test
    void entryThatIsNoArray() {
        opened(
                archive("hello".getBytes(ISO_8859_1)),
                "tensor \"w\": an array starts with \\x93NUMPY and a version, but this one doesn't",
                ARRAY_REMEDY);
        opened(
                archive(npy("<f8", false, "(-2,)", f64(1, 2))),
                "tensor \"w\" can't have the shape -2: sizes are 0 or more, and their product is below 2^60",
                ARRAY_REMEDY);
    }

    @Test
    void oneNameTwice() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("v.npy", array());
        entries.put("w.npy", array());
        byte[] archive = new String(npz(entries, false), ISO_8859_1)
                .replace("v.npy", "w.npy")
                .getBytes(ISO_8859_1);
        opened(archive, "the archive has the entry \"w.npy\" twice", REMEDY);
    }

    @Test
    void manyEntries() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i <= 10_000; i++) {
            entries.put(i + ".npy", new byte[0]);
        }
        opened(npz(entries, false), "the archive may have 10000 entries at most, but has 10001", REMEDY);
    }

    private void opened(byte[] bytes, String what, String remedy) {
        HostileFiles.refusedToOpen(directory, "x.npz", bytes, what, remedy);
    }

    private void read(byte[] bytes, String what, String remedy) {
        HostileFiles.refusedToRead(directory, "x.npz", bytes, "w", what, remedy);
    }
}
