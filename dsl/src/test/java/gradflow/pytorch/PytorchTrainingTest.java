package gradflow.pytorch;

import static gradflow.Gradflow.addingProblem;
import static gradflow.Gradflow.copyMemory;
import static gradflow.Gradflow.data;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.train;
import static gradflow.Gradflow.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradflow.experiment.training.Trained;
import gradflow.experiment.training.Training;
import gradflow.report.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PyTorch runs our scripts of trainings, and prints our numbers: every digit of every column. Needs a Python with PyTorch and is
 * skipped without.
 */
class PytorchTrainingTest {
    private static final int STEPS = 25;
    private static final Format SCIENTIFIC = Format.scientific(9);
    private static final double[][][] INPUTS = {{{0.1}, {0.5}, {-0.3}}, {{1}, {2}, {3}}, {{-1}, {0}, {1}}};

    private static List<Training> trainings() {
        return List.of(
                train(rnn().hidden(8), addingProblem(6)).adam(0.01).clipNorm(1),
                train(rnn().hidden(5).bias(uniform(0.1)).h0(uniform(0.3)).relu().residual(0.5), addingProblem(7))
                        .sgd(0.1)
                        .batch(3),
                train(rnn().hidden(9).whh(identity(0.9)).seed(5), copyMemory(3, 8))
                        .adam(0.002),
                train(lstm().hidden(6).forgetBias(1), addingProblem(10)).adam(0.01),
                train(lstm().h0(uniform(0.2)).c0(uniform(0.5)), copyMemory(5, 2))
                        .sgd(0.5)
                        .batch(4),
                train(lstm().chrono(9), copyMemory(2, 2, 1)).clipNorm(0.1),
                train(gru().hidden(6), addingProblem(5)).sgd(0.3).batch(1),
                train(gru().hidden(6), copyMemory(4, 3, 2)).adam(0.02).clipNorm(0.1),
                train(gru(), data(INPUTS, new double[][] {{1, 2}, {0, 1}, {0.5, 0.25}}))
                        .batch(2)
                        .sgd(0.3),
                train(rnn().sigmoid().leaky(0.3), data(INPUTS, new double[][][] {
                            {{1}, {2}, {3}}, {{0}, {1}, {2}}, {{0.5}, {0.25}, {0}}
                        }))
                        .sgd(0.3),
                train(lstm(), data(INPUTS, new int[] {0, 2, 1})).adam(0.05));
    }

    @Test
    void pytorchPrintsOurDigits(@TempDir Path directory) throws IOException {
        Optional<Python> python = Python.withTorch();
        assumeTrue(
                python.isPresent(),
                "skipped: no Python with PyTorch here, so no script was run; set PYTHON to one that has it");
        List<Training> trainings = trainings();
        List<String> outputs = python.orElseThrow()
                .outputs(
                        trainings.stream()
                                .map(training -> training.pytorch(STEPS))
                                .toList(),
                        directory);
        assertThat(outputs).hasSameSizeAs(trainings);
        SoftAssertions.assertSoftly(softly -> {
            for (int i = 0; i < outputs.size(); i++) {
                softly.assertThat(outputs.get(i))
                        .as(trainings.get(i).toString())
                        .isEqualTo(printed(trainings.get(i).steps(STEPS)));
            }
        });
    }

    @Test
    void resultHasTheScriptOfItsTraining() {
        Training training = train(rnn(), addingProblem(3));
        assertThat(training.steps(7).pytorch()).isEqualTo(training.pytorch(7));
    }

    private static String printed(Trained trained) {
        StringBuilder text = new StringBuilder(row("step", "loss", "|g|", "clipped", "rho(W_hh)", "horizon"));
        text.append(row("0", "", "", "", radius(trained, 0), "" + trained.horizon(0)));
        for (int i = 1; i <= trained.steps(); i++) {
            text.append(row(
                    "" + i,
                    SCIENTIFIC.text(trained.loss(i)),
                    SCIENTIFIC.text(trained.gradNorm(i)),
                    SCIENTIFIC.text(trained.clippedNorm(i)),
                    radius(trained, i),
                    "" + trained.horizon(i)));
        }
        return text.toString();
    }

    private static String radius(Trained trained, int i) {
        return Format.fixed(6).text(trained.radius(i));
    }

    private static String row(Object... cells) {
        return "%6s %16s %16s %16s %12s %8s\n".formatted(cells);
    }
}
