package gradflow.model;

import static gradflow.model.Recipes.chain;
import static gradflow.model.Recipes.gaussian;
import static gradflow.model.Recipes.identity;
import static gradflow.model.Recipes.uniform;
import static gradflow.model.Recipes.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.analysis.Eigenvalues;
import gradflow.internal.analysis.SingularValues;
import gradflow.internal.kernel.Mat;
import org.junit.jupiter.api.Test;

class CombinedTest {
    @Test
    void noiseIsDrawnAfterItsBase() {
        TorchRandom random = new TorchRandom(2);
        Mat base = random.uniform(3, 4, -1, 1);
        Mat noise = random.randn(3, 4).times(0.05);
        assertThat(uniform(1).plusNoise(0.05).draw(3, 4, new TorchRandom(2))).isEqualTo(base.plus(noise));
    }

    @Test
    void noiseIsAGaussianSummand() {
        assertThat(identity(0.5).plusNoise(0.05).sample(4))
                .isEqualTo(identity(0.5).plus(gaussian(0.05)).sample(4));
    }

    @Test
    void sumDrawsTheLeftSideFirst() {
        TorchRandom random = new TorchRandom(2);
        Mat left = random.randn(2, 2);
        Mat right = random.uniform(2, 2, -1, 1);
        assertThat(gaussian(1).plus(uniform(1)).draw(2, 2, new TorchRandom(2))).isEqualTo(left.plus(right));
    }

    @Test
    void multipleScalesEveryEntry() {
        assertThat(gaussian(1).times(-2).draw(2, 3, new TorchRandom(2)))
                .isEqualTo(new TorchRandom(2).randn(2, 3).times(-2));
    }

    @Test
    void spectralRadiusIsWhatWasAskedFor() {
        Mat drawn = gaussian(1).withSpectralRadius(0.9).draw(8, 8, new TorchRandom(1));
        assertThat(Eigenvalues.spectralRadius(drawn)).isCloseTo(0.9, within(1e-14));
    }

    @Test
    void normIsWhatWasAskedForInAnyShape() {
        Mat drawn = gaussian(1).withNorm(1.5).draw(8, 3, new TorchRandom(1));
        assertThat(SingularValues.norm2(drawn)).isCloseTo(1.5, within(1e-14));
        assertThat(chain(2).withNorm(1).sample(5)).isEqualTo(chain(1).sample(5));
    }

    @Test
    void nothingIsScaledToNothing() {
        assertThat(gaussian(1).withSpectralRadius(0).sample(3).getFrobeniusNorm())
                .isZero();
        assertThat(chain(2).withSpectralRadius(0).sample(3)).isEqualTo(chain(2).sample(3));
        assertThat(zeros().withNorm(0).sample(3)).isEqualTo(zeros().sample(3));
    }
}
