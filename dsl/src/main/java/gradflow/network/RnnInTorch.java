package gradflow.network;

import gradflow.model.Activation;
import gradflow.model.Recipe;
import gradflow.model.TorchCode;
import java.util.List;
import java.util.OptionalLong;

/** A vanilla network in PyTorch: two bias-free {@code nn.Linear}, whose weights are replaced where others were said. */
record RnnInTorch(Chosen chosen, Sizes sizes, Recipe inputs, int steps, Activation phi, PathAround path)
        implements TorchNetwork {
    @Override
    public OptionalLong seed() {
        return OptionalLong.of(chosen.seed());
    }

    @Override
    public void make(TorchLines lines) {
        weights(lines);
        lines.leaf("x", inputs.torch(steps, sizes.m()));
    }

    private void weights(TorchLines lines) {
        int n = sizes.n();
        int m = sizes.m();
        lines.add("W_xh = nn.Linear(" + m + ", " + n + ", bias=False).double()");
        lines.add("W_hh = nn.Linear(" + n + ", " + n + ", bias=False).double()");
        chosen.recipe(Word.WXH).ifPresent(recipe -> lines.parameter("W_xh.weight", recipe.torch(n, m)));
        chosen.recipe(Word.WHH).ifPresent(recipe -> lines.parameter("W_hh.weight", recipe.torch(n, n)));
        chosen.scale("W_hh.weight", lines);
        chosen.torchVector(Word.BIAS, n).ifPresent(bias -> lines.assign("b", bias));
        lines.leaf("h_0", chosen.torchVector(Word.H0, n).orElse(TorchCode.zeros(n)));
    }

    @Override
    public List<String> step() {
        String bias = chosen.recipe(Word.BIAS).isPresent() ? " + b" : "";
        return List.of("z = W_xh(x[t - 1]) + W_hh(h[t - 1])" + bias, "h.append(" + path.torch(phi.torch("z")) + ")");
    }

    /** {@return its part in a training} */
    TorchPart trained() {
        TorchLines lines = TorchLines.seeded(seed());
        weights(lines);
        boolean biased = chosen.recipe(Word.BIAS).isPresent();
        if (biased) {
            lines.add("b = nn.Parameter(b)");
        }
        return new TorchPart(
                lines.text(),
                lines.functions(),
                "h = [h_0]",
                step(),
                "W_xh.weight, W_hh.weight" + (biased ? ", b" : ""),
                "[W_hh.weight]");
    }

    @Override
    public String weight() {
        return "W_hh.weight";
    }
}
