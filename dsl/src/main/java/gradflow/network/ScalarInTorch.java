package gradflow.network;

import gradflow.model.Activation;
import gradflow.model.TorchCode;
import java.util.List;
import java.util.OptionalLong;

/** The network of one unit in PyTorch: a number times a number. */
record ScalarInTorch(double w, double start, int steps, Activation phi) implements TorchNetwork {
    @Override
    public OptionalLong seed() {
        return OptionalLong.empty();
    }

    @Override
    public void make(TorchLines lines) {
        lines.leaf("w", TorchCode.vector(w));
        lines.leaf("h_0", TorchCode.vector(start));
    }

    @Override
    public List<String> step() {
        return List.of("z = w * h[t - 1]", "h.append(" + phi.torch("z") + ")");
    }

    @Override
    public String weight() {
        return "w";
    }

    @Override
    public String weightSign() {
        return "w";
    }

    @Override
    public boolean hasInput() {
        return false;
    }
}
