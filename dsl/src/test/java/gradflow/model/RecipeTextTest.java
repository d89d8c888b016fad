package gradflow.model;

import static gradflow.model.Recipes.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeTextTest {
    @Test
    void textIsTheExpressionThatMakesIt() {
        assertThat(List.of(
                        identity(0.5),
                        zeros(),
                        diagonal(1, -0.5, 1e-9),
                        rotation(0.1),
                        jordan(0.9),
                        jordan(0.5, 10),
                        chain(1.02),
                        matrix(new double[][] {{1, 2}, {3, 4}}),
                        gaussian(0.1),
                        uniform(0.5),
                        ginibre(1.2),
                        orthogonal(),
                        orthogonal(1.2),
                        unitary(),
                        torchLinear(),
                        xavierUniform(),
                        xavierNormal(),
                        kaimingUniform(),
                        kaimingNormal()))
                .extracting(Recipe::toString)
                .containsExactly(
                        "identity(0.5)",
                        "zeros()",
                        "diagonal(1, -0.5, 1e-9)",
                        "rotation(0.1)",
                        "jordan(0.9)",
                        "jordan(0.5, 10)",
                        "chain(1.02)",
                        "matrix(new double[][] {{1, 2}, {3, 4}})",
                        "gaussian(0.1)",
                        "uniform(0.5)",
                        "ginibre(1.2)",
                        "orthogonal()",
                        "orthogonal(1.2)",
                        "unitary()",
                        "torchLinear()",
                        "xavierUniform()",
                        "xavierNormal()",
                        "kaimingUniform()",
                        "kaimingNormal()");
    }

    @Test
    void textOfACombinationReadsFromLeftToRight() {
        assertThat(identity(0.5).plus(gaussian(0.1)).times(2))
                .hasToString("identity(0.5).plus(gaussian(0.1)).times(2)");
        assertThat(identity(0.5).plusNoise(0.05).withSpectralRadius(0.9))
                .hasToString("identity(0.5).plusNoise(0.05).withSpectralRadius(0.9)");
        assertThat(orthogonal().withNorm(1.5)).hasToString("orthogonal().withNorm(1.5)");
    }

    @Test
    void largeMatrixShowsItsShape() {
        assertThat(matrix(new double[8][8])).asString().startsWith("matrix(new double[][] {{0, 0");
        assertThat(matrix(new double[5][13])).hasToString("matrix(/* 5×13 */)");
    }

    @Test
    void recipesWithTheSameTextAreEqual() {
        assertThat(Map.of(
                        identity(0.5).plusNoise(0.05), identity(0.5).plusNoise(0.05),
                        jordan(0.9), jordan(0.9, 1),
                        orthogonal(), orthogonal(1),
                        diagonal(1, 2), diagonal(1, 2)))
                .allSatisfy((one, other) -> assertThat(one).isEqualTo(other).hasSameHashCodeAs(other));
        assertThat(gaussian(0.1)).isNotEqualTo(gaussian(0.2)).isNotEqualTo(uniform(0.1));
    }
}
