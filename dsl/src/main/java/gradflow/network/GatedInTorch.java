package gradflow.network;

import gradflow.model.Recipe;
import gradflow.model.Recipes;
import gradflow.model.TorchCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A gated network in PyTorch: its cell, whose weights are replaced where others were said. It runs on a batch of one, since
 * what PyTorch gives back for a vector is a view: the way from c_t to h_t doesn't lead through it.
 */
record GatedInTorch(
        Chosen chosen, Optional<ForgetBias> forgetBias, GatedKind kind, Sizes sizes, Recipe inputs, int steps)
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
        int rows = kind.cell().gates() * n;
        lines.add("cell = nn." + (hasCell() ? "LSTMCell" : "GRUCell") + "(" + m + ", " + n + ").double()");
        chosen.recipe(Word.WIH).ifPresent(recipe -> lines.parameter("cell.weight_ih", recipe.torch(rows, m)));
        chosen.recipe(Word.WHH).ifPresent(recipe -> lines.parameter("cell.weight_hh", recipe.torch(rows, n)));
        chosen.scale("cell.weight_hh", lines);
        chosen.torchVector(Word.BIH, rows).ifPresent(bias -> lines.parameter("cell.bias_ih", bias));
        chosen.torchVector(Word.BHH, rows).ifPresent(bias -> lines.parameter("cell.bias_hh", bias));
        forgetBias.ifPresent(bias -> bias.torch(n, lines));
        lines.leaf("h_0", start(Word.H0));
        if (hasCell()) {
            lines.leaf("c_0", start(Word.C0));
        }
    }

    private TorchCode start(Word<Recipe> word) {
        return chosen.recipe(word).orElse(Recipes.zeros()).torch(1, sizes.n());
    }

    @Override
    public List<String> step() {
        return step("x[t - 1 : t]");
    }

    private List<String> step(String x) {
        return hasCell()
                ? List.of("h_t, c_t = cell(" + x + ", (h[t - 1], c[t - 1]))", "h.append(h_t)", "c.append(c_t)")
                : List.of("h.append(cell(" + x + ", h[t - 1]))");
    }

    /** {@return its part in a training} */
    TorchPart trained() {
        TorchLines lines = TorchLines.seeded(seed());
        weights(lines);
        String start = ".expand(x.shape[1], -1)]";
        return new TorchPart(
                lines.text(),
                lines.functions(),
                hasCell() ? "h, c = [h_0" + start + ", [c_0" + start : "h = [h_0" + start,
                step("x[t - 1]"),
                "*cell.parameters()",
                "cell.weight_hh.chunk(" + kind.gates().size() + ")");
    }

    @Override
    public String weight() {
        return "cell.weight_hh";
    }

    @Override
    public boolean hasCell() {
        return kind.hasCell();
    }
}
