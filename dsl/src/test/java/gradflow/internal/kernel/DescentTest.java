package gradflow.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DescentTest {
    private static List<Mat> of(double... row) {
        return List.of(Mat.of(new double[][] {row}));
    }

    @Test
    void gradientDescentGoesAgainstTheGradient() {
        assertThat(Descent.sgd(0.5).next(of(1, 2), of(4, -2), 1)).isEqualTo(of(-1, 3));
    }

    @Test
    void clippingMultipliesTheGradient() {
        assertThat(Descent.sgd(0.5).next(of(1, 2), of(4, -2), 0.25)).isEqualTo(of(0.5, 2.25));
    }

    @Test
    void firstStepOfAdamIsItsRateWhateverTheGradient() {
        // m̂ = g, v̂ = g²: the step is rate·g/(|g| + 1e-8)
        Mat next = Descent.adam(0.1, of(1, 2)).next(of(1, 2), of(4, -1e-4), 1).get(0);
        assertThat(next.at(0, 0)).isCloseTo(1 - 0.1 / (1 + 1e-8 / 4), within(1e-15));
        assertThat(next.at(0, 1)).isCloseTo(2 + 0.1 / (1 + 1e-4), within(1e-14));
    }

    @Test
    void adamIsWhatItsFormulaSaysByHand() {
        Descent adam = Descent.adam(0.1, of(1));
        List<Mat> first = adam.next(of(1), of(2), 1);
        // After gradients 2 and −1: m = 0.9·0.2 − 0.1 = 0.08, v = 0.999·0.004 + 0.001 = 0.004996;
        // m̂ = 0.08/0.19, v̂ = 0.004996/0.001999.
        double step = 0.1 * (0.08 / 0.19) / (Math.sqrt(0.004996 / 0.001999) + 1e-8);
        Mat second = adam.next(first, of(-1), 1).get(0);
        assertThat(second.at(0, 0)).isCloseTo(first.get(0).at(0, 0) - step, within(1e-15));
    }

    @Test
    void weightsThatWereThereStay() {
        List<Mat> weights = of(1, 2);
        var unused = Descent.adam(0.1, weights).next(weights, of(4, -2), 1);
        assertThat(weights).isEqualTo(of(1, 2));
    }
}
