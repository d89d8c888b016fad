package gradflow.oracle;

import static gradflow.Gradflow.chain;
import static gradflow.Gradflow.gallery;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.jordan;
import static gradflow.Gradflow.matrix;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.spectrum;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.network.Rnn;
import gradflow.result.GradNorms;
import gradflow.result.JacobianProducts;
import gradflow.result.Verdict;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of small networks that are known from closed forms, or from PyTorch, NumPy and SciPy in double precision. */
class KnownNumbersTest {
    private static final double H2 = Math.sqrt(0.9);

    @ParameterizedTest
    @CsvSource({
        "0.5, 10, 1, 10.024938, 5e-7",
        "0.5, 10, 2, 10.006246, 5e-7",
        "0.5, 10, 5, 3.125312, 5e-7",
        "0.5, 10, 10, 0.195317, 5e-7",
        "0.5, 10, 20, 3.814721e-4, 5e-11",
        "0.9, 1, 9, 3.912567, 5e-7"
    })
    void jacobianOfAJordanBlockIsItsPower(double a, double b, int k, double norm, double tolerance) {
        Rnn net = rnn().hidden(2).whh(jordan(a, b)).linear();
        assertThat(net.unroll(k).jacobians().norm(0)).isCloseTo(norm, within(tolerance));
        double x = Math.pow(a, k);
        double y = k * Math.pow(a, k - 1) * b;
        double closed =
                Math.sqrt((2 * x * x + y * y + Math.sqrt(Math.pow(2 * x * x + y * y, 2) - 4 * Math.pow(x, 4))) / 2);
        assertThat(net.unroll(k).jacobians().norm(0)).isCloseTo(closed, within(1e-13 * closed));
    }

    @Test
    void chainOfNUnitsKeepsItsNormForNMinusOneSteps() {
        Rnn net = rnn().hidden(100).whh(chain(1.02)).linear();
        assertThat(net.unroll(99).jacobian(0).norm()).isCloseTo(7.102594, within(5e-7));
        assertThat(net.unroll(100).jacobian(0).norm()).isZero();
        assertThat(net.spectrum().radius()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 16, 64})
    void hadamardNetworkOfGainOneKeepsEverySingularValueExactly(int n) {
        // H/√n is orthogonal in doubles too, which a drawn matrix is not
        Rnn net = rnn().whh(gallery("hadamard", n).times(1 / Math.sqrt(n))).linear();
        assertThat(net.unroll(100).jacobian(0).singularValues())
                .hasSize(n)
                .containsExactly(DoubleStream.generate(() -> 1).limit(n).toArray(), within(4e-15));
    }

    private static Rnn fourLinks() {
        return rnn().whh(matrix(new double[][] {{.5, 2, 0, 0}, {0, .5, 2, 0}, {0, 0, .5, 2}, {0, 0, 0, .5}}));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2.39037, 5e-6, 2.3903685277365910661",
        "2, 5.51407, 5e-6, 5.5140651983482369638",
        "3, 11.7311, 5e-5, 11.731059775326746991",
        "5, 21.23207, 5e-6, 21.232068947429566541",
        "7, 17.8926, 5e-5, 17.892583455852412067",
        "9, 10.6204, 5e-5, 10.62043172372427359",
        "10, 7.56589, 5e-6, 7.5658858051627930153",
        "15, 0.891630, 5e-7, 0.89162975532446273237",
        "20, 0.0697009, 5e-8, 0.069700883255440893479",
        "40, 5.75316e-7, 5e-13, 5.7531571896953624474e-7"
    })
    void jacobianOfFourLinksGrowsBeforeItVanishes(int k, double printed, double half, double exact) {
        assertThat(fourLinks().linear().unroll(k).jacobians().norm(0))
                .isCloseTo(printed, within(half))
                .isCloseTo(exact, within(1e-14 * exact));
        assertThat(spectrum(gallery("chain4")).powers(k).norm(k)).isCloseTo(exact, within(1e-14 * exact));
    }

    @Test
    void gradientOfFourLinksAtRestRisesToTwentySix() {
        // tanh at h = 0: every slope is 1
        GradNorms norms = fourLinks().inputs(zeros()).unroll(20).gradNorms();
        double[] known = {2, 4.359, 9.124, 17.46, 24.14, 26.28, 24.5};
        for (int back = 0; back < known.length; back++) {
            assertThat(norms.norm(20 - back)).isCloseTo(known[back], within(back == 6 ? 0.05 : back < 3 ? 5e-4 : 5e-3));
        }
        for (int back = 0; back <= 20; back++) {
            // (W^k)_ij = C(k, j − i)·½^(k − j + i)·2^(j − i), and ∂L/∂h_{T−k} has its column sums
            double squares = 0;
            double sum = 0;
            for (int j = 0; j < 4; j++) {
                sum += j > back
                        ? 0
                        : CombinatoricsUtils.binomialCoefficientDouble(back, j) * Math.scalb(1.0, 2 * j - back);
                squares += sum * sum;
            }
            assertThat(norms.norm(20 - back)).isCloseTo(Math.sqrt(squares), within(1e-14 * Math.sqrt(squares)));
        }
        assertThat(norms.norm(0)).isCloseTo(0.0726, within(5e-5));
        assertThat(norms.verdict()).isEqualTo(Verdict.MIXED);
    }

    private static Rnn saturating() {
        return rnn().whh(new double[][] {{1.8, -3}, {1, -1.5}}).inputs(zeros());
    }

    @Test
    void saturationExplodes() {
        Rnn net = saturating()
                .bias(3 * H2, 0.5 * Math.log((1 + H2) / (1 - H2)) + 1.5 * H2)
                .h0(0, H2);
        assertThat(net.spectrum().radius()).isCloseTo(0.5477226, within(5e-8));
        // in 50 digits from the exact fixed point (0, √0.9): 40839.977511531014
        assertThat(net.unroll(20).gradNorms().norm(0))
                .isCloseTo(40840, within(0.5))
                .isCloseTo(40839.977511531014, within(1e-6));
        assertThat(net.unroll(20).gradNorms().verdict()).isEqualTo(Verdict.EXPLODING);
        JacobianProducts products = net.unroll(20).jacobians();
        // φ′ = (1, 0.1): the Lyapunov rate is ρ(diag(1, 0.1)·W)
        assertThat(Math.pow(products.lyapunovRate(0), 1 / 20.0)).isCloseTo(1.631613, within(5e-7));
    }

    @Test
    void withoutBiasTheSameMatrixVanishes() {
        assertThat(saturating().unroll(20).gradNorms().norm(0))
                .isCloseTo(3.906e-5, within(5e-9))
                .isCloseTo(3.9057159103699680e-5, within(1e-17));
    }

    @Test
    void textbookNetworkInItsNumbers() {
        GradNorms norms = rnn().whh(identity(0.5).plusNoise(0.05)).unroll(20).gradNorms();
        assertThat(norms.norm(0)).isCloseTo(1.4923e-4, within(5e-9));
        assertThat(norms.norm(20) / norms.norm(1)).isCloseTo(8455, within(2.0));
        assertThat(rnn().whh(identity(0.5).plusNoise(0.05))
                        .unroll(20)
                        .weightGrad()
                        .shareOfLast(5))
                .isCloseTo(0.959, within(1e-3));
        GradNorms large = rnn().whh(identity(1.5).plusNoise(0.05)).unroll(20).gradNorms();
        assertThat(large.norm(1)).isCloseTo(0.2805, within(5e-4));
        assertThat(large.norm(11)).isCloseTo(0.01364, within(5e-5));
    }
}
