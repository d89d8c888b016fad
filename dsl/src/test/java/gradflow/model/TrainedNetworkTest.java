package gradflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The network in examples/models; the numbers were read with NumPy. */
class TrainedNetworkTest {
    private static String path(String name) {
        return Path.of(System.getProperty("gradflow.root"), "examples", "models", name)
                .toString();
    }

    private static Mat matrix(Recipe weight) {
        return weight.given().orElseThrow();
    }

    @Test
    void lstmThatDetectsSpeech() {
        TensorFile file = TensorFile.open(path("silero_vad_v5_lstm.safetensors"), "test");
        LoadedWeights lstm = LoadedWeights.of(file, "", CellKind.LSTM, "test");
        assertThat(lstm.hidden()).isEqualTo(128);
        assertThat(lstm.input()).isEqualTo(128);
        assertThat(lstm).hasToString("W_ih 512×128, W_hh 512×128");
        assertThat(matrix(lstm.wih()).at(0, 0)).isEqualTo(-0.1975371241569519);
        assertThat(matrix(lstm.wih()).at(3, 7)).isEqualTo(0.09636308997869492);
        assertThat(matrix(lstm.whh()).at(3, 7)).isEqualTo(0.09860826283693314);
        assertThat(matrix(lstm.whh()).at(511, 127)).isEqualTo(-1.026638388633728);
        assertThat(matrix(lstm.bih()).at(0, 511)).isEqualTo(-0.005572659429162741);
        assertThat(matrix(lstm.bhh()).at(0, 0)).isEqualTo(-0.023373831063508987);
        assertThat(file.norm("rnn.weight_hh", "test").value()).isCloseTo(76.9860781811662, within(1e-12));
        assertThat(file.metadata()).containsEntry("gate_order", "i,f,g,o");
    }

    @Test
    void framesOfSpeech() {
        TensorFile file = TensorFile.open(path("goforward_features.safetensors"), "test");
        assertThat(file.matrix("features", "test").shape()).isEqualTo("87×128");
        assertThat(file.matrix("speech_probability", "test").shape()).isEqualTo("1×87");
    }
}
