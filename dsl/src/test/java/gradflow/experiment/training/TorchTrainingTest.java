package gradflow.experiment.training;

import static gradflow.Gradflow.addingProblem;
import static gradflow.Gradflow.copyMemory;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import gradflow.internal.kernel.Mat;
import gradflow.model.TorchRandom;
import gradflow.network.Description;
import gradflow.oracle.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What PyTorch's own modules, losses, optimisers and clipping make of the same trainings: oracle/training.json. */
class TorchTrainingTest {
    /** Rounding grows from step to step, and Adam divides by what may be small. */
    private static final double RELATIVE = 1e-12;

    static Stream<JsonObject> trainings() {
        return Cell.read("training.json").getAsJsonArray("trainings").asList().stream()
                .map(JsonElement::getAsJsonObject);
    }

    private static Training training(JsonObject recorded) {
        int hidden = whole(recorded, "hidden");
        String cell = recorded.get("cell").getAsString();
        Description network = cell.equals("rnn")
                ? rnn().hidden(hidden)
                : cell.equals("lstm") ? lstm().hidden(hidden) : gru().hidden(hidden);
        Task task = recorded.get("task").getAsString().equals("adding")
                ? addingProblem(whole(recorded, "T"))
                : copyMemory(whole(recorded, "T"), whole(recorded, "symbols"), whole(recorded, "length"));
        double rate = recorded.get("lr").getAsDouble();
        Training training = train(network, task).batch(whole(recorded, "batch"));
        Training by = recorded.get("optimiser").getAsString().equals("sgd") ? training.sgd(rate) : training.adam(rate);
        double most = recorded.get("clip").getAsDouble();
        return most > 0 ? by.clipNorm(most) : by;
    }

    private static int whole(JsonObject recorded, String key) {
        return recorded.get(key).getAsInt();
    }

    private static double[] numbers(JsonElement values) {
        List<Double> flat = new ArrayList<>();
        flatten(values, flat);
        return flat.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void flatten(JsonElement values, List<Double> flat) {
        if (values instanceof JsonArray array) {
            array.forEach(value -> flatten(value, flat));
        } else {
            flat.add(values.getAsDouble());
        }
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void lossesNormsAndWeightsArePytorchs(JsonObject recorded) {
        double[] losses = numbers(recorded.get("losses"));
        Trained trained = training(recorded).steps(losses.length);
        double[] norms = numbers(recorded.get("norms"));
        assertThat(trained.losses()).hasSameSizeAs(losses);
        for (int i = 1; i <= losses.length; i++) {
            assertThat(trained.loss(i)).as("loss %d", i).isCloseTo(losses[i - 1], within(RELATIVE * losses[i - 1]));
            assertThat(trained.gradNorm(i)).as("norm %d", i).isCloseTo(norms[i - 1], within(RELATIVE * norms[i - 1]));
        }
        double[] weights = trained.weights().values().stream()
                .map(RealMatrix::getData)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        assertThat(weights).containsExactly(numbers(recorded.get("weights")), within(1e-12));
    }

    @Test
    void batchesArePytorchsDraws() {
        JsonObject batches = Cell.read("training.json").getAsJsonObject("batches");
        TorchRandom random = new TorchRandom(7);
        Sequences adding = addingProblem(5).source().next(3, random);
        assertSame(adding, batches.getAsJsonObject("adding"));
        assertSame(copyMemory(3, 4, 2).source().next(2, random), batches.getAsJsonObject("copy"));
    }

    private static void assertSame(Sequences ours, JsonObject recorded) {
        assertThat(flat(ours.inputs())).isEqualTo(numbers(recorded.get("x")));
        assertThat(flat(ours.targets())).isEqualTo(numbers(recorded.get("y")));
    }

    private static double[] flat(List<Mat> matrices) {
        return matrices.stream()
                .map(Mat::toRows)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
