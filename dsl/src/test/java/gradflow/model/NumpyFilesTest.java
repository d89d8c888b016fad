package gradflow.model;

import static gradflow.model.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.internal.kernel.Mat;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that NumPy itself wrote. */
class NumpyFilesTest {
    private static final Mat W = Mat.of(new double[][] {{-0.25, -0.125, 0}, {0.125, 0.25, 0.375}});
    private static final Mat ROW = Mat.of(new double[][] {{-0.25, -0.125, 0, 0.125, 0.25, 0.375}});

    private static TensorFile file(String name) {
        return TensorFile.open(path(name), "test");
    }

    private static String path(String name) {
        try {
            return Path.of(NumpyFilesTest.class.getResource("/tensors/" + name).toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c_f8", "fortran_f4", "big_f8", "big_f2", "version2", "version3"})
    void matrixInEveryWriting(String name) {
        assertThat(file(name + ".npy").matrix(name, "test")).isEqualTo(W);
    }

    @Test
    void arrayOfOneDimensionIsARow() {
        assertThat(file("row_f2.npy").matrix("row_f2", "test")).isEqualTo(ROW);
    }

    @Test
    void archives() {
        TensorFile stored = file("stored.npz");
        assertThat(stored.tensors())
                .containsExactly(
                        new TensorInfo("w_hh", "<f8", List.of(2L, 3L), true),
                        new TensorInfo("bias", "<f4", List.of(3L), true),
                        new TensorInfo("ids", "<i8", List.of(3L), false),
                        new TensorInfo("words", "<U4", List.of(2L), false));
        assertThat(stored.matrix("w_hh", "test")).isEqualTo(W);
        assertThat(stored.matrix("bias", "test")).isEqualTo(Mat.of(new double[][] {{-0.25, -0.125, 0}}));
        TensorFile deflated = file("deflated.npz");
        assertThat(deflated.matrix("w_hh", "test")).isEqualTo(W);
        assertThat(deflated.norm("zeros", "test").value()).isZero();
    }

    @Test
    void wordsObjectsAndRecordsAreNoWeights() {
        refused(() -> file("stored.npz").matrix("words", "fromFile(…)"), path("stored.npz") + """
                : tensor "words": weights are floating-point numbers of 64, 32 or 16 bits, but these are <U4
                  in:  fromFile(…)
                  try: another tensor, or in Python: array.astype("float64")""");
        refused(() -> file("objects.npy").matrix("objects", "fromFile(…)"), path("objects.npy") + """
                : tensor "objects" has Python objects: a pickle, which can run any code when it is read
                  in:  fromFile(…)
                  try: an array of numbers: array.astype("float64") in Python""");
        refused(() -> TensorFile.open(path("record.npy"), "fromFile(…)"), path("record.npy") + """
                : the array's entries are records of several fields, not numbers
                  in:  fromFile(…)
                  try: save each field as an array of its own, in Python: numpy.savez(file, a=array["a"])""");
    }
}
