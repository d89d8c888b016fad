package gradflow.experiment.training;

import gradflow.internal.analysis.CommonsMath;
import gradflow.internal.kernel.Mat;
import gradflow.model.Recipes;
import gradflow.model.TorchRandom;
import gradflow.network.Trainee;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * All that is trained: the network's weights, and the readout's V and c behind them.
 *
 * @param all in the order of PyTorch's parameters
 */
record Weights(List<Mat> all) {

    /** {@return the network's as they are drawn, and an {@code nn.Linear} drawn after them} */
    static Weights drawn(Trainee trainee, int outputs) {
        TorchRandom random = trainee.random();
        double bound = 1 / Math.sqrt(trainee.hidden());
        Mat readout = Recipes.torchLinear().draw(outputs, trainee.hidden(), random);
        Mat bias = random.uniform(1, outputs, -bound, bound);
        return new Weights(Stream.concat(trainee.weights().stream(), Stream.of(readout, bias))
                .toList());
    }

    List<Mat> network() {
        return all.subList(0, all.size() - 2);
    }

    Mat readout() {
        return all.get(all.size() - 2);
    }

    Mat bias() {
        return all.get(all.size() - 1);
    }

    /** {@return copies by name: the network's, then V and c} */
    Map<String, RealMatrix> named(List<String> ofNetwork) {
        Map<String, RealMatrix> named = new LinkedHashMap<>();
        for (int k = 0; k < ofNetwork.size(); k++) {
            named.put(ofNetwork.get(k), CommonsMath.toRealMatrix(all.get(k)));
        }
        named.put("V", CommonsMath.toRealMatrix(readout()));
        named.put("c", CommonsMath.toRealMatrix(bias()));
        return named;
    }

    boolean isFinite() {
        return all.stream().allMatch(Mat::isFinite);
    }
}
