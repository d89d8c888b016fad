package gradflow.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradflow.network.Unrolled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PyTorch runs our scripts, and prints our numbers: every digit of every column. Needs a Python with PyTorch and is skipped
 * without.
 */
class PytorchScriptTest {
    @Test
    void pytorchPrintsOurDigits(@TempDir Path directory) throws IOException {
        Optional<Python> python = Python.withTorch();
        assumeTrue(
                python.isPresent(),
                "skipped: no Python with PyTorch here, so no script was run; set PYTHON to one that has it");
        List<Unrolled> experiments = Experiments.all(directory);
        List<String> outputs = python.orElseThrow()
                .outputs(experiments.stream().map(Unrolled::pytorch).toList(), directory);
        assertThat(outputs).hasSameSizeAs(experiments);
        SoftAssertions.assertSoftly(softly -> {
            for (int i = 0; i < outputs.size(); i++) {
                softly.assertThat(outputs.get(i))
                        .as(experiments.get(i).toString())
                        .isEqualTo(Printed.of(experiments.get(i)));
            }
        });
    }
}
