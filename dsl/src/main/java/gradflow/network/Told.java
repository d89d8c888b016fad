package gradflow.network;

import gradflow.model.Loss;
import gradflow.report.Fact;
import gradflow.result.Setting;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a run repeats with each answer: its name, the expression that made it, and how PyTorch would be told of it.
 *
 * @param network the description that was unrolled
 * @param unrolled the expression of the unrolled network
 * @param torch the same experiment for PyTorch
 */
record Told(Subject<?> network, String unrolled, TorchNetwork torch) {

    /** {@return the name that the person gave the network, if any} */
    Optional<String> label() {
        return network.label();
    }

    /** {@return the expression of the run with this loss} */
    String expression(Loss loss) {
        return loss instanceof Loss.SumLast ? unrolled : unrolled + ".loss(" + loss + ")";
    }

    /** {@return the run with this loss as a Python script} */
    String pytorch(Loss loss) {
        return TorchScript.of(torch, loss, expression(loss));
    }

    /** {@return what stands above and below every table of the run} */
    Setting setting(Loss loss, Supplier<List<Fact>> facts, List<String> findings) {
        return new Setting(
                label(),
                expression(loss),
                loss.formula(),
                torch.steps(),
                torch.seed(),
                facts,
                findings,
                () -> pytorch(loss));
    }
}
