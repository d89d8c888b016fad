package gradflow.model;

import static gradflow.model.Refusals.refused;
import static gradflow.model.TensorBytes.*;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.internal.kernel.Mat;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedWeightsTest {
    private static final String WHERE = "rnn().load(\"x.npz\")";

    @TempDir
    Path directory;

    /** {@return a file with tensors of these shapes, given as "name 2x3"; entry k of each is k} */
    private TensorFile file(String... tensors) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String tensor : tensors) {
            String name = tensor.substring(0, tensor.lastIndexOf(' '));
            String[] sizes = tensor.substring(name.length() + 1).split("x");
            int entriesOf = Integer.parseInt(sizes[0]) * (sizes.length > 1 ? Integer.parseInt(sizes[1]) : 1);
            double[] values = new double[entriesOf];
            for (int i = 0; i < entriesOf; i++) {
                values[i] = i;
            }
            String shape = sizes.length > 1 ? "(" + sizes[0] + ", " + sizes[1] + ")" : "(" + sizes[0] + ",)";
            entries.put(name + ".npy", npy("<f8", false, shape, f64(values)));
        }
        return TensorFile.open(written(directory, "x.npz", npz(entries, true)).toString(), WHERE);
    }

    private static LoadedWeights load(TensorFile file, CellKind kind) {
        return LoadedWeights.of(file, "", kind, WHERE);
    }

    private void refusedWith(Runnable call, String message) {
        refused(
                call::run,
                message.replace("x.npz: ", directory.resolve("x.npz") + ": ")
                        .replace("(\"x.npz\", \"", "(\"" + directory.resolve("x.npz") + "\", \"")
                        .replace("tensors(\"x.npz\")", "tensors(\"" + directory.resolve("x.npz") + "\")"));
    }

    @Test
    void layerWithAndWithoutSuffixPrefixAndBiases() {
        LoadedWeights plain = load(file("weight_hh 2x2", "weight_ih 2x3"), CellKind.RNN);
        assertThat(plain.whh().given()).contains(Mat.of(new double[][] {{0, 1}, {2, 3}}));
        assertThat(plain.wih().given()).contains(Mat.of(new double[][] {{0, 1, 2}, {3, 4, 5}}));
        assertThat(plain.bih()).isEqualTo(Recipes.zeros());
        assertThat(plain.bhh()).isEqualTo(plain.bih());
        LoadedWeights gru = load(
                file(
                        "net.gru.weight_ih_l0 6x5",
                        "net.gru.weight_hh_l0 6x2",
                        "net.gru.bias_ih_l0 6",
                        "net.gru.bias_hh_l0 6"),
                CellKind.GRU);
        assertThat(gru.hidden()).isEqualTo(2);
        assertThat(gru.input()).isEqualTo(5);
        assertThat(gru.bhh().given().orElseThrow().at(0, 5)).isEqualTo(5);
    }

    @Test
    void layersAndPrefixesAreChosen() {
        TensorFile file = file(
                "weight_hh_l0 1x1",
                "weight_ih_l0 1x1",
                "weight_hh_l1 1x1",
                "weight_ih_l1 1x2",
                "weight_hh_l1_reverse 1x1",
                "b.weight_hh 1x1",
                "b.weight_ih 1x3");
        assertThat(LoadedWeights.of(file, "", 0, CellKind.RNN, WHERE).input()).isEqualTo(1);
        assertThat(LoadedWeights.of(file, "", 1, CellKind.RNN, WHERE).input()).isEqualTo(2);
        assertThat(LoadedWeights.of(file, "b.", CellKind.RNN, WHERE).input()).isEqualTo(3);
    }

    @Test
    void missingLayers() {
        refusedWith(() -> load(file("w 2x2"), CellKind.RNN), """
                x.npz: there is no tensor "weight_hh" or "weight_hh_l0", the recurrent weights as PyTorch names them
                  in:  rnn().load("x.npz")
                  try: tensors("x.npz"), which lists the file's tensors, and fromFile(…), which reads any of them""");
        refusedWith(
                () -> LoadedWeights.of(file("a.weight_hh_l2 2x2", "c.weight_hh_l2 2x2"), "b.", 2, CellKind.RNN, WHERE),
                """
                x.npz: there is no tensor "b.weight_hh_l2", the recurrent weights as PyTorch names them
                  in:  rnn().load("x.npz")
                  try: load("x.npz", "a.") or load("x.npz", "c.")""");
        refusedWith(() -> LoadedWeights.of(file("w 2x2"), "", -1, CellKind.RNN, WHERE), """
                load(file, prefix, layer): layer must be at least 0, but was -1
                  in:  rnn().load("x.npz")
                  try: 0, the first layer""");
    }

    @Test
    void severalLayers() {
        refusedWith(() -> load(file("a.weight_hh 2x2", "b.weight_hh_l0 2x2"), CellKind.RNN), """
                x.npz: there is more than one recurrent layer: "a.weight_hh", "b.weight_hh_l0"
                  in:  rnn().load("x.npz")
                  try: load("x.npz", "a.") or load("x.npz", "b.")""");
        refusedWith(() -> load(file("weight_hh 2x2", "weight_hh_l0 2x2"), CellKind.RNN), """
                x.npz: there is more than one recurrent layer: "weight_hh", "weight_hh_l0"
                  in:  rnn().load("x.npz")
                  try: a file with one of them""");
    }

    @Test
    void anotherKindOfCell() {
        TensorFile lstm = file("weight_hh 512x128", "weight_ih 512x1");
        refusedWith(() -> load(lstm, CellKind.GRU), """
                x.npz: "weight_hh" is 512×128: that is lstm() of 128 units (4 blocks), but this is gru(), which wants 3 blocks
                  in:  rnn().load("x.npz")
                  try: lstm() with this file, or gru() with another""");
        refusedWith(() -> load(file("weight_hh 3x3"), CellKind.LSTM), """
                x.npz: "weight_hh" is 3×3: that is rnn() of 3 units (1 block), but this is lstm(), which wants 4 blocks
                  in:  rnn().load("x.npz")
                  try: rnn() with this file, or lstm() with another""");
        refusedWith(() -> load(file("weight_hh 5x2"), CellKind.GRU), """
                x.npz: "weight_hh" is 5×2, but gru() of n units wants 3·n×n
                  in:  rnn().load("x.npz")
                  try: the weights of one recurrent layer as PyTorch has them""");
        refusedWith(() -> load(file("weight_hh 5x2"), CellKind.RNN), """
                x.npz: "weight_hh" is 5×2, but rnn() of n units wants n×n
                  in:  rnn().load("x.npz")
                  try: the weights of one recurrent layer as PyTorch has them""");
    }

    @Test
    void tensorsThatDoNotFit() {
        refusedWith(() -> load(file("weight_hh 2x2"), CellKind.RNN), """
                x.npz: there is no tensor "weight_ih" beside "weight_hh"
                  in:  rnn().load("x.npz")
                  try: a file with the whole layer""");
        refusedWith(() -> load(file("weight_hh 2x2", "weight_ih 3x2"), CellKind.RNN), """
                x.npz: "weight_ih" is 3×2, but must have 2 rows, as many as "weight_hh" has rows
                  in:  rnn().load("x.npz")
                  try: the weights of one recurrent layer as PyTorch has them""");
        refusedWith(() -> load(file("weight_hh 2x2", "weight_ih 2x2", "bias_ih 2"), CellKind.RNN), """
                x.npz: there is no tensor "bias_hh" beside "bias_ih"
                  in:  rnn().load("x.npz")
                  try: both biases or none""");
        refusedWith(() -> load(file("weight_hh 2x2", "weight_ih 2x2", "bias_hh 2"), CellKind.RNN), """
                x.npz: there is no tensor "bias_ih" beside "bias_hh"
                  in:  rnn().load("x.npz")
                  try: both biases or none""");
        refusedWith(() -> load(file("weight_hh 2x2", "weight_ih 2x2", "bias_ih 2", "bias_hh 3"), CellKind.RNN), """
                x.npz: "bias_hh" is 1×3, but must have 2 entries, as many as "weight_hh" has rows
                  in:  rnn().load("x.npz")
                  try: the weights of one recurrent layer as PyTorch has them""");
    }
}
