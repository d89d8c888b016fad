package gradflow.network;

import static gradflow.Gradflow.fromFile;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.tensors;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights of a network trained elsewhere stand in for what would be drawn. */
class LoadTest {
    @TempDir
    private Path folder;

    private String vanilla() throws IOException {
        return VanillaFile.in(folder);
    }

    @Test
    void loadedNetworkIsTheOneWithTheseMatrices() throws IOException {
        Rnn given = rnn().wxh(new double[][] {{1, 2, 3}, {4, 5, 6}})
                .whh(new double[][] {{0.5, 0.1}, {-0.2, 0.4}})
                .bias(0.11, 0.22);
        assertThat(rnn().load(vanilla()).unroll(9).gradNorms().values())
                .isEqualTo(given.unroll(9).gradNorms().values());
    }

    @Test
    void whatIsSaidAfterwardsWins() throws IOException {
        String file = vanilla();
        assertThat(rnn().load(file).whh(zeros()).unroll(9).gradNorms().norm(8)).isZero();
        assertThat(rnn().whh(zeros()).load(file).unroll(9).gradNorms().norm(8)).isNotZero();
        assertThat(rnn().whh(zeros()).load(file)).hasToString("rnn().load(\"" + file + "\")");
    }

    @Test
    void sizesThatContradictTheFileAreRefused() throws IOException {
        String file = vanilla();
        assertThatThrownBy(() -> rnn().load(file).hidden(5).unroll(9)).hasMessage("""
                        load(…): 5×3 is wanted, as hidden is 5, but was 2×3
                          in:  rnn().load("%s").hidden(5).unroll(9)
                          try: hidden(n) and input(m) left unsaid""".formatted(file));
    }

    @Test
    void fileOfAnotherCellIsRefusedWithWhatItIs() throws IOException {
        String file = vanilla();
        assertThatThrownBy(() -> lstm().load(file))
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining("\n  in:  lstm().load(");
        assertThatThrownBy(() -> gru().load("missing.npz"))
                .hasMessageContaining("\n  in:  gru().load(\"missing.npz\")\n  try: ");
        assertThatThrownBy(() -> rnn().load(null)).hasMessage("""
                        load(file): file must not be null
                          in:  rnn().load(null)
                          try: load("net.safetensors")""");
    }

    @Test
    void tensorsOfTheFileAreListedAndDrawnByName() throws IOException {
        assertThat(tensors(vanilla()).toString()).contains("weight_hh_l0  F64    2×2");
        assertThat(rnn().whh(fromFile(vanilla(), "weight_hh_l0")).spectrum().eigenvalues())
                .hasSize(2);
    }
}
