package gradflow.pytorch;

import static gradflow.Gradflow.direction;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.rnn;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.network.Unrolled;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts as a person reads them: three kept whole, and what all of them have. Needs no Python. */
class ScriptTextTest {

    static Stream<Arguments> kept() {
        return Stream.of(
                Arguments.of(
                        "one_line.py",
                        rnn().hidden(4)
                                .whh(identity(0.5).plusNoise(0.05))
                                .tanh()
                                .unroll(20)),
                Arguments.of("lstm.py", lstm().hidden(3).forgetBias(1).unroll(5)),
                Arguments.of(
                        "residual.py",
                        rnn().whh(new double[][] {{0.9, 0.1}, {0, 0.5}})
                                .relu()
                                .residual(0.5)
                                .unroll(4)
                                .loss(direction(1, -1))));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void scriptReadsAsItIsKept(String file, Unrolled network) throws IOException {
        try (InputStream script = ScriptTextTest.class.getResourceAsStream("/pytorch/" + file)) {
            assertThat(network.pytorch().stripTrailing())
                    .isEqualTo(new String(script.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
        }
    }

    @Test
    void everyScriptNamesItsExpressionAndAnswersItself(@TempDir Path folder) throws IOException {
        for (Unrolled network : Experiments.all(folder)) {
            assertThat(network.pytorch())
                    .startsWith("# The experiment\n#\n#     ")
                    .contains("import torch\n", "L.backward()", "print(");
            assertThat(network.gradNorms().pytorch()).isEqualTo(network.pytorch());
        }
    }
}
