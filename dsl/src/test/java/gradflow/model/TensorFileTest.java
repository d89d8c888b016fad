package gradflow.model;

import static gradflow.model.TensorBytes.*;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.internal.kernel.Mat;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as their formats want them. */
class TensorFileTest {
    @TempDir
    Path directory;

    private static final Mat W = Mat.of(new double[][] {{1, 2, 3}, {-4, 0.5, 6}});

    private TensorFile file(String name, byte[] bytes) {
        return TensorFile.open(written(directory, name, bytes).toString(), "test");
    }

    @Test
    void safetensorsOfEveryFloatingPointType() {
        ByteBuffer half = ByteBuffer.allocate(4).put(new byte[] {0, 0x3c, 0, (byte) 0xc0});
        ByteBuffer brain = ByteBuffer.allocate(4).put(new byte[] {(byte) 0x80, 0x3f, 0, (byte) 0xc0});
        TensorFile file = file(
                "x.safetensors",
                safetensors(
                        """
                {"a":{"dtype":"F64","shape":[2,3],"data_offsets":[0,48]},
                 "b":{"dtype":"F32","shape":[2,3],"data_offsets":[48,72]},
                 "c":{"dtype":"F16","shape":[2],"data_offsets":[72,76]},
                 "d":{"shape":[1,2],"data_offsets":[76,80],"dtype":"BF16"}}   \
                """, joined(f64(1, 2, 3, -4, 0.5, 6), f32(1, 2, 3, -4, 0.5, 6), half.array(), brain.array())));
        assertThat(file.matrix("a", "test")).isEqualTo(W);
        assertThat(file.matrix("b", "test")).isEqualTo(W);
        assertThat(file.matrix("c", "test")).isEqualTo(Mat.of(new double[][] {{1, -2}}));
        assertThat(file.matrix("d", "test")).isEqualTo(Mat.of(new double[][] {{1, -2}}));
    }

    @Test
    void directoryKeepsTheOrderOfTheBytesAndListsWhatIsNotRead() {
        TensorFile file = file("x.safetensors", safetensors("""
                {"__metadata__":{"gates":"i,f\\u002cg\\n"},
                 "late":{"dtype":"I64","shape":[1,1,1],"data_offsets":[4,12]},
                 "empty":{"dtype":"F32","shape":[0,4],"data_offsets":[4,4]},
                 "scalar":{"dtype":"F32","shape":[],"data_offsets":[0,4]},
                 "tail":{"dtype":"F4","shape":[4],"data_offsets":[12,14]}}""", new byte[14]));
        assertThat(file.tensors())
                .containsExactly(
                        new TensorInfo("scalar", "F32", List.of(), true),
                        new TensorInfo("empty", "F32", List.of(0L, 4L), true),
                        new TensorInfo("late", "I64", List.of(1L, 1L, 1L), false),
                        new TensorInfo("tail", "F4", List.of(4L), false));
        assertThat(file.tensors()).extracting(TensorInfo::shapeText).containsExactly("scalar", "0×4", "1×1×1", "4");
        assertThat(file.metadata()).containsExactly(Map.entry("gates", "i,f,g\n"));
        assertThat(file.find("late")).contains(file.tensors().get(2));
        assertThat(file.find("later")).isEmpty();
    }

    @Test
    void formatIsToldByTheContent() {
        byte[] array = npy("<f8", false, "(2, 3)", f64(1, 2, 3, -4, 0.5, 6));
        assertThat(file("w.safetensors", array).matrix("w", "test")).isEqualTo(W);
        assertThat(file("w", npz(Map.of("v.npy", array), false)).matrix("v", "test"))
                .isEqualTo(W);
        byte[] tensors = safetensors("{\"u\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", f32(0.5));
        assertThat(file("w.npy", tensors).matrix("u", "test").at(0, 0)).isEqualTo(0.5);
    }

    @Test
    void headerOfSixHundredAndFortyBytesIsNoPickle() {
        String header = "{\"u\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        byte[] tensors = safetensors(header + " ".repeat(640 - header.length()), f32(0.5));
        assertThat(tensors).startsWith(0x80, 2);
        assertThat(file("weights", tensors).matrix("u", "test").at(0, 0)).isEqualTo(0.5);
    }

    @Test
    void arrayGoesByTheNameOfItsFile() {
        byte[] array = npy("<f8", false, "(1,)", f64(1));
        assertThat(file("w_hh.v2.npy", array).tensors())
                .extracting(TensorInfo::name)
                .containsExactly("w_hh.v2");
        assertThat(file("w_hh", array).tensors()).extracting(TensorInfo::name).containsExactly("w_hh");
        assertThat(file(".npy", array).tensors()).extracting(TensorInfo::name).containsExactly(".npy");
    }

    @Test
    void headersMayBeSpacedAsOtherWritersDo() {
        byte[] loose = npy("{\"shape\":(2,3),'fortran_order':True ,'descr':'<f8'}", f64(1, -4, 2, 0.5, 3, 6));
        assertThat(file("w.npy", loose).matrix("w", "test")).isEqualTo(W);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void archiveOfArraysStoredOrDeflated(boolean deflated) {
        double[] many = new double[20_000];
        many[19_999] = 7;
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("w.npy", npy("<f8", false, "(2, 3)", f64(1, 2, 3, -4, 0.5, 6)));
        entries.put("notes.txt", new byte[] {'h', 'i'});
        entries.put("deep/many.npy", npy("<f4", false, "(100, 200)", f32(many)));
        TensorFile file = file("x.npz", npz(entries, deflated));
        assertThat(file.tensors()).extracting(TensorInfo::name).containsExactly("w", "deep/many");
        assertThat(file.matrix("w", "test")).isEqualTo(W);
        assertThat(file.matrix("deep/many", "test").at(99, 199)).isEqualTo(7);
        assertThat(file.norm("deep/many", "test").value()).isEqualTo(7);
    }

    @Test
    void normsNeitherOverflowNorHideWhatIsNotFinite() {
        double[] large = new double[10_000];
        Arrays.fill(large, 1e307);
        TensorFile file = file(
                "x.npz",
                npz(
                        Map.of(
                                "large.npy", npy("<f8", false, "(10, 10, 100)", f64(large)),
                                "tiny.npy", npy("<f8", false, "(2,)", f64(3e-320, 4e-320)),
                                "none.npy", npy("<f8", false, "(0,)", f64()),
                                "zero.npy", npy("<f8", false, "(2,)", f64(0, 0)),
                                "infinite.npy", npy("<f8", false, "(2,)", f64(1, Double.NEGATIVE_INFINITY)),
                                "undefined.npy", npy("<f8", false, "(2,)", f64(Double.NaN, 1 / 0.0))),
                        true));
        assertThat(file.norm("large", "test").log10()).isEqualTo(309);
        assertThat(file.norm("tiny", "test").value()).isEqualTo(5e-320);
        assertThat(file.norm("none", "test").value()).isZero();
        assertThat(file.norm("zero", "test").value()).isZero();
        assertThat(file.norm("infinite", "test").value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(file.norm("undefined", "test").value()).isNaN();
    }
}
