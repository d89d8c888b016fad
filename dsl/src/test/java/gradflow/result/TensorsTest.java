package gradflow.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.model.TensorFile;
import gradflow.report.Fact;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorsTest {
    private static Tensors tensors(String path) {
        return Tensors.of(TensorFile.open(path, "tensors(…)"), "tensors(…)");
    }

    @Test
    void listsNamesTypesShapesAndNorms() {
        Tensors tensors = tensors(
                Path.of(System.getProperty("gradflow.root"), "examples", "models", "silero_vad_v5_lstm.safetensors")
                        .toString());
        assertThat(tensors).hasToString("""
                tensors in silero_vad_v5_lstm.safetensors
                tensors(…)
                tensors = 6   source = Silero VAD v5 16 kHz decoder LSTM, MIT licence
                gate_order = i,f,g,o

                name            dtype  shape        ‖·‖_F
                rnn.weight_ih   F32    512×128  58.3231
                rnn.weight_hh   F32    512×128  76.9861
                rnn.bias_ih     F32    512       4.14843
                rnn.bias_hh     F32    512       4.18979
                decoder.weight  F32    128       6.16037
                decoder.bias    F32    1         0.190637""");
    }

    @Test
    void showsTheStartOfLongMetadata(@TempDir Path directory) throws IOException {
        StringBuilder header = new StringBuilder("{\"__metadata__\":{\"a\":\"" + "x".repeat(1000) + "\"");
        for (int i = 0; i < 100; i++) {
            header.append(",\"k").append(i).append("\":\"v\"");
        }
        byte[] text = header.append("}}").toString().getBytes(UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        Path path = Files.write(
                directory.resolve("x.safetensors"),
                file.putLong(text.length).put(text).array());
        assertThat(tensors(path.toString()).report().facts())
                .hasSize(9)
                .contains(Fact.of("tensors", 0), Fact.of("a", "x".repeat(80) + "…"), Fact.of("k6", "v"));
    }

    @Test
    void leavesOutNormsOfWhatIsNotReal() throws Exception {
        Tensors tensors = tensors(
                Path.of(TensorsTest.class.getResource("/tensors/stored.npz").toURI())
                        .toString());
        assertThat(tensors).hasToString("""
                tensors in stored.npz
                tensors(…)
                tensors = 4

                name   dtype  shape     ‖·‖_F
                w_hh   <f8    2×3    0.544862
                bias   <f4    3      0.279508
                ids    <i8    3
                words  <U4    2

                no ‖·‖_F: the entries aren't floating-point numbers of 64, 32 or 16 bits""");
        assertThat(tensors.csv())
                .startsWith("name,dtype,shape,‖·‖_F\nw_hh,<f8,2×3,0.5448623679425")
                .endsWith("\nwords,<U4,2,");
    }
}
