package gradflow.model;

import static gradflow.model.Refusals.refused;
import static gradflow.model.TensorBytes.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that aren't there or aren't tensors, and tensors that are no weights. */
class TensorRefusalTest {
    private static final String WHERE = "rnn().load(…)";

    @TempDir
    Path directory;

    private static void opened(String file, String what, String remedy) {
        refused(() -> TensorFile.open(file, WHERE), file + ": " + what + "\n  in:  " + WHERE + "\n  try: " + remedy);
    }

    private void read(byte[] array, String what, String remedy) {
        HostileFiles.refusedToRead(directory, "x.npz", npz(Map.of("w.npy", array), true), "w", what, remedy);
    }

    @Test
    void filesThatAreNotThere() {
        String from = "a path from " + Path.of("").toAbsolutePath() + " on, or an absolute one";
        opened("missing.npz", "there is no such file", from);
        opened("", "this is a directory", "the path of a .safetensors, .npz or .npy file");
        opened("~/w.npz", "there is no such file", "the path written out: ~ stands for nothing here");
        opened(directory.toString(), "this is a directory", "the path of a .safetensors, .npz or .npy file");
        refused(() -> TensorFile.open("a\0b", WHERE), """
                a\\u0000b: no file can have this name
                  in:  rnn().load(…)
                  try: the path of a .safetensors, .npz or .npy file""");
        refused(() -> TensorFile.open(null, WHERE), """
                the file: its name must not be null
                  in:  rnn().load(…)
                  try: "weights.safetensors\"""");
    }

    @Test
    void filesThatAreNoFiles() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/zero")));
        opened("/dev/zero", "this is a device or a pipe, not a file", "the path of a .safetensors, .npz or .npy file");
    }

    @Test
    void filesThatMayNotBeRead() throws IOException {
        Path file = written(directory, "x.npz", new byte[1]);
        assertThat(file.toFile().setReadable(false)).isTrue();
        Assumptions.assumeFalse(Files.isReadable(file), "root may read everything");
        opened(
                file.toString(),
                "the file may not be read",
                "the path of a .safetensors, .npz or .npy file that this user may read");
    }

    @Test
    void filesOfOtherKinds() {
        opened(
                written(directory, "x.npz", new byte[0]).toString(),
                "the file is empty",
                "the path of a .safetensors, .npz or .npy file that was written to its end");
        for (String other : new String[] {"epoch,loss\n1,0.5\n", "hi"}) {
            opened(
                    written(directory, "x.csv", other.getBytes()).toString(),
                    "this is neither a safetensors file nor NumPy's .npy or .npz",
                    "a file of one of these; in Python: safetensors.torch.save_file(model.state_dict(), file)");
        }
    }

    @Test
    void misspeltNamesGetTheNearest() {
        byte[] one = npy("<f8", false, "(1,)", f64(1));
        byte[] archive = npz(
                Map.of("rnn.weight_hh.npy", one, "rnn.weight_ih.npy", one, "decoder.bias.npy", one, "ids.npy", one),
                true);
        HostileFiles.refusedToRead(
                directory,
                "x.npz",
                archive,
                "weight_hh",
                "there is no tensor \"weight_hh\"",
                "\"rnn.weight_hh\", \"rnn.weight_ih\", \"ids\"; tensors(\"FILE\") lists them");
        HostileFiles.refusedToRead(
                directory,
                "x.safetensors",
                safetensors("{}", new byte[0]),
                "w",
                "there is no tensor \"w\"",
                "another file: this one has no tensors");
        TensorFile file = TensorFile.open(directory.resolve("x.npz").toString(), WHERE);
        refused(() -> file.matrix(null, WHERE), """
                the tensor: its name must not be null
                  in:  rnn().load(…)
                  try: "weight_hh\"""");
    }

    @Test
    void shapesThatAreNoMatrices() {
        String reshaped = "another tensor, or this one reshaped to a matrix in Python";
        read(
                npy("<f8", false, "()", f64(1)),
                "tensor \"w\" must have one dimension (a row) or two (a matrix), but has 0",
                reshaped);
        read(
                npy("<f8", false, "(2, 1, 1)", f64(1, 2)),
                "tensor \"w\" must have one dimension (a row) or two (a matrix), but has 3, 2×1×1",
                reshaped);
        read(
                npy("<f8", false, "(0, 4)", f64()),
                "tensor \"w\": a matrix has 1 to 2^26 entries, but this is 0×4",
                "another tensor");
    }

    @Test
    void typesThatAreNoWeights() {
        for (String descr : new String[] {"<i8", "|b1", "<U4", "<c16", "<f16", "|f8", "", "<"}) {
            read(
                    npy(descr, false, "(1,)", new byte[8]),
                    "tensor \"w\": weights are floating-point numbers of 64, 32 or 16 bits, but these are " + descr,
                    "another tensor, or in Python: array.astype(\"float64\")");
        }
        read(
                npy("|O", false, "(1,)", new byte[8]),
                "tensor \"w\" has Python objects: a pickle, which can run any code when it is read",
                "an array of numbers: array.astype(\"float64\") in Python");
    }

    @Test
    void numbersThatAreNotFinite() {
        String remedy = "weights from before the training diverged";
        double[] values = {1, 2, 3, Double.NaN, 5, 1 / 0.0};
        read(
                npy("<f8", false, "(6,)", f64(values)),
                "tensor \"w\": every weight must be a finite number, but [3] is NaN",
                remedy);
        read(
                npy("<f8", false, "(2, 3)", f64(values)),
                "tensor \"w\": every weight must be a finite number, but [1][0] is NaN",
                remedy);
        read(
                npy("<f8", true, "(2, 3)", f64(values)),
                "tensor \"w\": every weight must be a finite number, but [1][1] is NaN",
                remedy);
        read(
                npy("<f4", false, "(2, 1)", f32(1, 1 / 0.0)),
                "tensor \"w\": every weight must be a finite number, but [1][0] is Infinity",
                remedy);
    }

    @Test
    void filesThatChangeInBetween() throws IOException {
        byte[] bytes = npy("<f8", false, "(2,)", f64(1, 2));
        Path path = written(directory, "w.npy", bytes);
        TensorFile file = TensorFile.open(path.toString(), WHERE);
        String refusal = path + """
                : tensor "w" can't be read to its end: the file is damaged, or has changed since it was opened
                  in:  rnn().load(…)
                  try: the file as it was saved; or save it again""";
        Files.write(path, Arrays.copyOf(bytes, bytes.length - 1));
        refused(() -> file.matrix("w", WHERE), refusal);
        Files.write(path, new byte[3]);
        refused(() -> file.matrix("w", WHERE), refusal);
        Files.delete(path);
        refused(() -> file.matrix("w", WHERE), refusal);
    }
}
