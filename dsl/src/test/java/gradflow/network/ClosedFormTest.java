package gradflow.network;

import static gradflow.Gradflow.chain;
import static gradflow.Gradflow.diagonal;
import static gradflow.Gradflow.direction;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.jordan;
import static gradflow.Gradflow.orthogonal;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.sumEveryStep;
import static gradflow.Gradflow.unitOfLast;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.result.GradNorms;
import gradflow.result.JacobianProducts;
import gradflow.result.Verdict;
import gradflow.result.WeightGrad;
import org.junit.jupiter.api.Test;

/** Networks whose gradients are known in closed form. */
class ClosedFormTest {

    @Test
    void logarithmOfAVanishedGradientIsRightToTheLastDigit() {
        GradNorms norms = scalar(0.5).linear().unroll(100_000).gradNorms();
        assertThat(norms.norm(0)).isZero();
        // 100000·log₁₀ 0.5 to 17 digits
        assertThat(norms.log10(0)).isEqualTo(-30102.999566398119);
        assertThat(norms.toString()).contains("1.001e-30103");
    }

    @Test
    void tanhLosesAShareOfTheLinearGradientInTheFirstStepsAndNoneAfterwards() {
        // ∏(1 − h_t²) with h_0 = 0.1, w = 0.5, in 50-digit arithmetic
        double lost = Math.log10(0.99866747569) - Math.log10(1);
        double tail = scalar(0.5).unroll(100_000).gradNorms().log10(0) - (-30102.999566398119);
        assertThat(tail).isLessThan(0).isCloseTo(lost, within(1e-3));
    }

    @Test
    void saturatedScalarKeepsAGradientThatADoubleCannotHold() {
        // log₁₀(1000·sech²(1000)) = 3 + log₁₀ 4 − 2000·log₁₀ e
        double exact = 3 + Math.log10(4) - 2000 * Math.log10(Math.E);
        assertThat(scalar(1000).h0(1).unroll(1).gradNorms().log10(0)).isCloseTo(exact, within(1e-10));
    }

    @Test
    void gradientOfOrthogonalLinearNetKeepsItsNorm() {
        GradNorms norms =
                rnn().hidden(16).whh(orthogonal()).linear().unroll(1000).gradNorms();
        for (double norm : norms.values()) {
            assertThat(norm).isCloseTo(4, within(1e-10));
        }
        assertThat(norms.verdict()).isEqualTo(Verdict.STABLE);
        assertThat(norms.horizon(0.01)).isEqualTo(1001);
    }

    @Test
    void jacobianOfOrthogonalNetScaledByGainHasOneSingularValue() {
        JacobianProducts products =
                rnn().hidden(6).whh(orthogonal(1.1)).linear().unroll(50).jacobians();
        double exact = Math.pow(1.1, 50);
        assertThat(products.norm(0)).isCloseTo(exact, within(1e-6 * exact));
        assertThat(products.condition(0)).isCloseTo(1, within(1e-11));
    }

    @Test
    void chainCarriesTheSignalOverNMinusOneStepsAndThenDropsIt() {
        GradNorms norms = rnn().hidden(5)
                .whh(chain(1))
                .linear()
                .unroll(8)
                .loss(unitOfLast(0))
                .gradNorms();
        // unit 0 reads unit 1, which reads unit 2, … : four steps back, and nothing beyond
        assertThat(norms.values()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1);
        assertThat(norms.toString()).contains("vanishing: exactly 0 from t = 3 back");
    }

    @Test
    void jordanBlockGrowsBeforeItVanishes() {
        // ‖A^k‖₂ for A = [[0.9, 1], [0, 0.9]] peaks at k = 9
        JacobianProducts products =
                rnn().hidden(2).whh(jordan(0.9)).linear().unroll(100).jacobians();
        assertThat(products.norm(91)).isCloseTo(3.912567, within(1e-6));
        assertThat(products.norm(91)).isGreaterThan(products.norm(90)).isGreaterThan(products.norm(92));
        assertThat(products.norm(0)).isLessThan(0.01);
    }

    @Test
    void stateOfAnExplodingReluNetIsCarriedBeyondTheRangeOfADouble() {
        GradNorms norms = rnn().hidden(2)
                .whh(identity(3))
                .wxh(zeros())
                .h0(1, 1)
                .relu()
                .unroll(2000)
                .gradNorms();
        double exact = 2000 * Math.log10(3) + 0.5 * Math.log10(2);
        assertThat(norms.log10(0)).isCloseTo(exact, within(1e-9));
        assertThat(norms.toString()).contains("overflow: ‖h_t‖ is more than a double can hold from t = 646 on");
        assertThat(norms.norm(0)).isInfinite();
    }

    @Test
    void reluThatShrinksBelowTheRangeOfADoubleStaysOn() {
        assertThat(scalar(0.5).relu().unroll(5000).gradNorms().log10(0))
                .isCloseTo(5000 * Math.log10(0.5), within(1e-10));
    }

    @Test
    void lossOfEveryStepAddsUpTheSeeds() {
        // g_t = Σ_{k≥t} w^{k−t} of a linear unit, and h_0 itself isn't in the loss
        GradNorms norms = scalar(0.5).linear().unroll(3).loss(sumEveryStep()).gradNorms();
        assertThat(norms.values()).containsExactly(0.875, 1.75, 1.5, 1);
    }

    @Test
    void directionPicksAUnitOfADiagonalNet() {
        GradNorms norms = rnn().hidden(2)
                .whh(diagonal(0.5, 2))
                .linear()
                .unroll(10)
                .loss(direction(0, 3))
                .gradNorms();
        assertThat(norms.norm(0)).isEqualTo(3 * 1024);
    }

    @Test
    void contributionsOfAScalarAddUpToTheDerivativeByItsWeight() {
        // h_T = w^T·h_0, so ∂h_T/∂w = T·w^(T−1)·h_0, and each step gives the same
        WeightGrad grad = scalar(0.5).linear().unroll(4).weightGrad();
        assertThat(grad.total().getEntry(0, 0)).isCloseTo(4 * 0.125 * 0.1, within(1e-17));
        for (int t = 1; t <= 4; t++) {
            assertThat(grad.share(t)).isCloseTo(0.25, within(1e-15));
        }
    }
}
