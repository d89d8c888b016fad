package gradflow.oracle;

import static gradflow.Gradflow.fromFile;
import static gradflow.Gradflow.lstm;
import static gradflow.oracle.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import gradflow.network.Unrolled;
import gradflow.result.Gates;
import gradflow.result.GradNorms;
import gradflow.result.States;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The LSTM of a voice activity detector, on frames of a real recording: autograd's numbers, and the detector's own. */
class TrainedLstmTest {
    private static final Path MODELS = Path.of(System.getProperty("gradflow.root"), "examples", "models");
    private static final String MODEL =
            MODELS.resolve("silero_vad_v5_lstm.safetensors").toString();
    private static final String FRAMES =
            MODELS.resolve("goforward_features.safetensors").toString();
    private static final int STEPS = 87;

    private static Unrolled run() {
        return lstm().load(MODEL).inputs(fromFile(FRAMES, "features")).unroll(STEPS);
    }

    @Test
    void gradientsAreThoseOfAutograd() {
        JsonObject expected = Cell.read("silero_goforward.json").getAsJsonObject("expected");
        GradNorms norms = run().gradNorms();
        assertClose(norms.values(), Cell.vector(expected.getAsJsonArray("grad_h_norm")));
        assertClose(run().states().state(STEPS), Cell.vector(expected.getAsJsonArray("h_T")));
        double norm = expected.get("grad_w_hh_norm").getAsDouble();
        assertThat(run().weightGrad().norm()).isCloseTo(norm, within(1e-10 * norm));
        double inputNorm = expected.get("grad_w_ih_norm").getAsDouble();
        assertThat(run().weightGrad().wih().getFrobeniusNorm()).isCloseTo(inputNorm, within(1e-10 * inputNorm));
    }

    /**
     * Recorded of a c_t that only the next step reads, a slice of the cell's output, and so without what comes to it through
     * h_t; as in our gradient of the whole state, where h_t and c_t are independent. At t = 0 there is no such part.
     */
    @Test
    void gradientOfTheCellAsIndependentStateIsThatOfAutograd() {
        double[] expected = Cell.vector(
                Cell.read("silero_goforward.json").getAsJsonObject("expected").getAsJsonArray("grad_c_norm"));
        GradNorms norms = run().gradNorms();
        Gates gates = run().gates();
        for (int t = 0; t < STEPS; t++) {
            double cell = Math.sqrt((gates.whole(t) - norms.norm(t)) * (gates.whole(t) + norms.norm(t)));
            assertThat(cell).isCloseTo(expected[t], within(1e-9 * expected[t]));
        }
        assertThat(norms.cellNorm(0)).isCloseTo(expected[0], within(1e-10 * expected[0]));
    }

    @Test
    void speechProbabilityIsTheDetectorsOwn() {
        double[] weight = fromFile(MODEL, "decoder.weight").sample(1, 128).getRow(0);
        double bias = fromFile(MODEL, "decoder.bias").sample(1, 1).getEntry(0, 0);
        double[] recorded =
                fromFile(FRAMES, "speech_probability").sample(1, STEPS).getRow(0);
        States states = run().states();
        for (int t = 1; t <= STEPS; t++) {
            double[] h = states.state(t);
            double z = bias
                    + IntStream.range(0, 128)
                            .mapToDouble(i -> weight[i] * Math.max(0, h[i]))
                            .sum();
            assertThat(1 / (1 + Math.exp(-z))).isCloseTo(recorded[t - 1], within(1e-5));
        }
    }
}
