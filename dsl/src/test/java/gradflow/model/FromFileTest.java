package gradflow.model;

import static gradflow.model.Recipes.fromFile;
import static gradflow.model.Refusals.refused;
import static gradflow.model.TensorBytes.*;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.internal.kernel.Mat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FromFileTest {
    @TempDir
    Path directory;

    private String file;

    @BeforeEach
    void write() {
        file = written(directory, "w.npy", npy("<f8", false, "(2, 2)", f64(1, 2, 3, 4)))
                .toString();
    }

    @Test
    void hasTheFilesMatrixAndDecidesSizes() {
        Recipe recipe = fromFile(file, "w");
        assertThat(recipe.sample(2).getData()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
        assertThat(recipe.given()).contains(Mat.of(new double[][] {{1, 2}, {3, 4}}));
        assertThat(recipe.times(2).sample(2).getEntry(1, 1)).isEqualTo(8);
        assertThat(recipe).isEqualTo(fromFile(file, "w")).hasSameHashCodeAs(fromFile(file, "w"));
    }

    @Test
    void readsWhenTheWordIsSpoken() throws IOException {
        Recipe recipe = fromFile(file, "w");
        Files.delete(Path.of(file));
        assertThat(recipe.sample(2).getEntry(0, 1)).isEqualTo(2);
    }

    @Test
    void textIsTheExpressionThatMakesIt() {
        Mat one = Mat.of(new double[][] {{1}});
        assertThat(new FromFile("weights.npz", "w_hh", one)).hasToString("fromFile(\"weights.npz\", \"w_hh\")");
        assertThat(new FromFile("C:\\a\"b.npz", "é\n\u001b[2J\u202e", one))
                .hasToString("fromFile(\"C:\\\\a\\\"b.npz\", \"é\\n\\u001b[2J\\u202e\")");
    }

    @Test
    void otherShapesAreRefused() {
        refused(() -> fromFile(file, "w").sample(3), """
                fromFile(file, name): a 3×3 matrix is needed, but "w" is 2×2
                  in:  fromFile("%1$s", "w")
                  try: a tensor of 3 rows and 3 columns; tensors("%1$s") lists them""".formatted(file));
    }

    @Test
    void nothingIsNoFileAndNoName() {
        refused(() -> fromFile(null, "w"), """
                fromFile(file, name): file must not be null
                  in:  fromFile(null, …)
                  try: fromFile("weights.safetensors", "weight_hh")""");
        refused(() -> fromFile("x.npz", null), """
                fromFile(file, name): name must not be null
                  in:  fromFile("x.npz", null)
                  try: fromFile("weights.safetensors", "weight_hh")""");
    }

    @Test
    void refusalsNameTheExpression() {
        refused(() -> fromFile("missing.npz", "w"), """
                missing.npz: there is no such file
                  in:  fromFile("missing.npz", "w")
                  try: a path from %s on, or an absolute one""".formatted(Path.of("").toAbsolutePath()));
    }
}
