package gradflow.network;

import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.ginibre;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.orthogonal;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.result.JacobianProducts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is put in place of ‖∂h_T/∂h_t‖₂: what is called a bound never lies below it. */
class PredictorTest {
    private static final int STEPS = 12;

    static List<Unrolled> networks() {
        List<Unrolled> networks = new ArrayList<>();
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Rnn net = rnn().hidden(1 + random.nextInt(7))
                    .seed(random.nextLong())
                    .whh(gaussian(0.2 + 2 * random.nextDouble()))
                    .inputs(gaussian(3 * random.nextDouble()));
            Rnn shaped = switch (seed % 6) {
                case 0 -> net.relu();
                case 1 -> net.sigmoid();
                case 2 -> net.leakyRelu(3 * random.nextDouble() - 1);
                case 3 -> net.residual(2 * random.nextDouble() - 1);
                case 4 -> net.leaky(3 * random.nextDouble());
                default -> net;
            };
            networks.add(shaped.unroll(STEPS));
        }
        networks.add(lstm().hidden(3).whh(gaussian(2)).unroll(STEPS));
        networks.add(gru().hidden(3).whh(gaussian(2)).unroll(STEPS));
        return networks;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void boundsAreNeverBroken(Unrolled net) {
        JacobianProducts products = net.jacobians();
        assertThat(products.bounds()).isNotEmpty();
        for (String bound : products.bounds()) {
            for (int t = 0; t <= STEPS; t++) {
                if (products.norm(t) > 0) {
                    assertThat(products.log10(t))
                            .as("%s at t = %d", bound, t)
                            .isLessThanOrEqualTo(products.log10Predictor(bound, t) + 1e-10);
                }
            }
        }
    }

    @Test
    void powerOfTheNormIsABoundOnlyWhereNoStepExceedsIt() {
        assertThat(rnn().unroll(5).jacobians().bounds()).containsExactly("∏‖D_k‖‖W‖", "‖W‖^(T−t)");
        assertThat(rnn().linear().unroll(5).jacobians().bounds()).containsExactly("∏‖D_k‖‖W‖", "‖W‖^(T−t)");
        assertThat(rnn().relu().bias(1, 1, 1, 1).unroll(5).jacobians().bounds())
                .containsExactly("∏‖D_k‖‖W‖", "‖W‖^(T−t)");
        assertThat(rnn().residual().unroll(5).jacobians().bounds()).containsExactly("∏(c+α‖D_k‖‖W‖)");
        assertThat(rnn().leakyRelu(2).inputs(gaussian(1)).unroll(5).jacobians().bounds())
                .containsExactly("∏‖D_k‖‖W‖");
        assertThat(lstm().unroll(5).jacobians().bounds()).containsExactly("∏‖J_k‖");
    }

    @Test
    void tableMarksBoundsAndEstimates() {
        assertThat(rnn().unroll(5).jacobians().toString())
                .contains("≤ ∏‖D_k‖‖W‖", "≤ ‖W‖^(T−t)", "≈ ρ^(T−t)", "≈ e^(λ(T−t))");
    }

    @Test
    void lyapunovRateOfAnOrthogonalLinearNetworkIsThePowerOfItsGain() {
        JacobianProducts products =
                rnn().whh(orthogonal(0.9)).linear().unroll(30).jacobians();
        assertThat(products.lyapunovRate(0)).isCloseTo(Math.pow(0.9, 30), within(1e-14));
        assertThat(products.predictor("e^(λ(T−t))", 0)).isEqualTo(products.lyapunovRate(0));
    }

    @Test
    void meanFieldRateIsThatOfTheWidthAndTheInputs() {
        JacobianProducts undriven =
                rnn().hidden(64).whh(gaussian(0.9 / 8)).wxh(zeros()).unroll(40).jacobians();
        // At rest χ₁ = σ_w², with the variance that these 4096 draws happen to have.
        assertThat(undriven.meanFieldRate(39)).isBetween(0.86, 0.94);
        assertThat(undriven.meanFieldRate(0)).isCloseTo(Math.pow(undriven.meanFieldRate(39), 40), within(1e-12));

        JacobianProducts driven = rnn().hidden(64)
                .whh(gaussian(0.9 / 8))
                .inputs(gaussian(5))
                .unroll(40)
                .jacobians();
        assertThat(driven.meanFieldRate(39)).isLessThan(undriven.meanFieldRate(39));
        assertThat(driven.toString()).contains("≈ χ₁^((T−t)/2)");
    }

    @Test
    void meanFieldIsLeftOutWhereItsAssumptionsFail() {
        assertThat(rnn().hidden(16)
                        .whh(identity(0.5).plusNoise(0.05))
                        .unroll(5)
                        .jacobians()
                        .toString())
                .doesNotContain("χ₁");
        assertThat(rnn().hidden(4).whh(gaussian(0.5)).unroll(5).jacobians().toString())
                .doesNotContain("χ₁");
        assertThat(rnn().hidden(16)
                        .whh(gaussian(0.2))
                        .relu()
                        .unroll(5)
                        .jacobians()
                        .toString())
                .doesNotContain("χ₁");
    }

    @ParameterizedTest
    @MethodSource("networks")
    void survivingDirectionIsStretchedByTheNorm(Unrolled net) {
        JacobianProducts products = net.jacobians();
        for (int t : new int[] {0, 5, STEPS - 1, STEPS}) {
            if (!(products.norm(t) > 1e-290)) {
                continue;
            }
            RealMatrix product = net.jacobian(t).matrix();
            double[] image = product.operate(products.direction(t));
            double[] back = product.transpose().operate(products.arrival(t));
            for (int i = 0; i < image.length; i++) {
                double tolerance = 1e-11 * products.norm(t);
                assertThat(image[i]).isCloseTo(products.norm(t) * products.arrival(t)[i], within(tolerance));
                assertThat(back[i])
                        .isCloseTo(products.norm(t) * products.direction(t)[i], within(1e-6 * products.norm(t)));
            }
        }
    }

    @Test
    void textbookNetworkLiesBelowItsBound() {
        JacobianProducts products =
                rnn().whh(identity(0.5).plusNoise(0.05)).unroll(20).jacobians();
        // 2·‖W‖₂^19 bounds ‖∂L/∂h_1‖ = 2.366e-4
        assertThat(2 * products.powerBound(1)).isCloseTo(4.209e-4, within(5e-8));
    }

    @Test
    void meanFieldTheoryIsPutBesideEightUnitsWhoseEntriesHaveMeanZero() {
        String rate = "χ₁^((T−t)/2)";
        assertThat(rnn().hidden(8).whh(ginibre(1)).unroll(5).jacobians().toString())
                .contains(rate);
        assertThat(rnn().hidden(7).whh(ginibre(1)).unroll(5).jacobians().toString())
                .doesNotContain(rate);
        // a mean off the diagonal, and one on it
        double[][] around = new double[8][8];
        for (int i = 0; i < 8; i++) {
            Arrays.fill(around[i], 0.1);
            around[i][i] = 0;
        }
        assertThat(rnn().whh(around).unroll(5).jacobians().toString()).doesNotContain(rate);
        assertThat(rnn().hidden(8).whh(identity(0.5)).unroll(5).jacobians().toString())
                .doesNotContain(rate);
    }

    @Test
    void whatIsNotPutBesideThisRunIsRefusedWithWhatIs() {
        JacobianProducts vanilla = rnn().unroll(5).jacobians();
        assertThatThrownBy(() -> vanilla.meanFieldRate(2)).hasMessage("""
                meanFieldRate(…): χ₁^((T−t)/2) isn't known of this run; there are ∏‖D_k‖‖W‖, ‖W‖^(T−t), ρ^(T−t), e^(λ(T−t))
                  in:  rnn().unroll(5).jacobians().meanFieldRate(…)
                  try: predictor("∏‖D_k‖‖W‖", 2)""");
        JacobianProducts gated = lstm().unroll(5).jacobians();
        assertThatThrownBy(() -> gated.log10Predictor("ρ^(T−t)", 0)).hasMessage("""
                log10Predictor(…): ρ^(T−t) isn't known of this run; there are ∏‖J_k‖, ∏ max f, e^(λ(T−t))
                  in:  lstm().unroll(5).jacobians().log10Predictor(…)
                  try: predictor("∏‖J_k‖", 0)""");
    }
}
