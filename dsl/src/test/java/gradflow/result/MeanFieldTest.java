package gradflow.result;

import static gradflow.Gradflow.meanField;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.report.plot.Series;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeanFieldTest {

    private static void isClose(double actual, double exact) {
        assertThat(actual).isCloseTo(exact, within(1e-12 * Math.abs(exact)));
    }

    // mpmath 1.2.1, 40 digits: root of σ_w²·E tanh² + σ_b² − q, integrals by tanh-sinh quadrature
    @ParameterizedTest
    @CsvSource({
        "1.1, 0, 0.11274988586549362185, 1.0101893643027879022",
        "1.3, 0, 0.4089832256513596454, 1.0643691710288629481",
        "1.5, 0, 0.79335404260677771013, 1.1393232249854864129",
        "2, 0, 2.1214735682031785304, 1.3626733375215272287",
        "3, 0, 6.3053914787788540097, 1.8598551908089248235",
        "5, 0, 20.699366844182697085, 2.9004209547390447",
        "1.3, 0.3, 0.60704679190932328348, 0.93980742868215385517",
        "2.5, 0.3, 4.0791238752822459833, 1.5852247650060330514",
        "1, 0.05, 0.037122035080136256156, 0.93405906954657238888",
        "1, 0.1, 0.077775492500220248177, 0.87624377131214606746",
        "1000000, 0, 999999202115.12088726, 531923.25274196024149",
        "1.000001, 0, 1.0000013332502887011e-6, 1.0000000000013333289",
        "0.001, 1000, 1000000.0000009992021, 5.3192295477118024515e-10"
    })
    void tanhAgreesWithFortyDigits(double weight, double bias, double q, double chi) {
        isClose(meanField(weight, bias).q(), q);
        isClose(meanField(weight, bias).chi(), chi);
        assertThat(meanField(weight, bias).lambda()).isCloseTo(Math.log(chi) / 2, within(1e-12));
        assertThat(1 / meanField(weight, bias).xi()).isCloseTo(-Math.log(chi), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "1.1, 0, 0.11274989, 1.01018936, 0.005069",
        "1.3, 0, 0.40898323, 1.06436917, 0.031191",
        "1.5, 0, 0.79335404, 1.13932322, 0.065217",
        "2, 0, 2.12147357, 1.36267334, 0.154724",
        "3, 0, 6.30539148, 1.85985519, 0.310249",
        "5, 0, 20.69936684, 2.90042095, 0.532428",
        "2.5, 0.3, 4.07912388, 1.58522477, 0.230363"
    })
    void chaoticPointsOfTheLiterature(double weight, double bias, double q, double chi, double lambda) {
        MeanField theory = meanField(weight, bias);
        assertThat(theory.q()).isCloseTo(q, within(5e-9));
        assertThat(theory.chi()).isCloseTo(chi, within(5e-9));
        assertThat(theory.lambda()).isCloseTo(lambda, within(5e-7));
        assertThat(theory.regime()).isEqualTo("chaotic");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0, 0, 0.25, 0.7213",
        "0.9, 0, 0, 0.81, 4.7456",
        "1.3, 0.3, 0.60704679, 0.93980743, 16.1082",
        "1, 0.05, 0.03712204, 0.93405907, 14.6594",
        "1, 0.1, 0.07777549, 0.87624377, 7.5694"
    })
    void orderedPointsOfTheLiterature(double weight, double bias, double q, double chi, double xi) {
        MeanField theory = meanField(weight, bias);
        assertThat(theory.q()).isCloseTo(q, within(5e-9));
        assertThat(theory.chi()).isCloseTo(chi, within(5e-9));
        assertThat(theory.xi()).isCloseTo(xi, within(5e-5));
        assertThat(theory.regime()).isEqualTo("ordered");
    }

    @Test
    void weightOneWithoutBiasIsCritical() {
        MeanField theory = meanField(1, 0);
        assertThat(theory.q()).isZero();
        assertThat(theory.chi()).isEqualTo(1);
        assertThat(theory.xi()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(theory.lambda()).isZero();
        assertThat(theory.regime()).isEqualTo("critical");
    }

    @Test
    void criticalLineOfTanh() {
        double[] printed = {
            1.18918959, 1.42420529, 1.54419284, 1.76095464, 1.98607264, 2.28515247, 2.50512719, 2.84316746
        };
        double[] weights = {
            1.1891895852346806887,
            1.4242052904885957346,
            1.5441928403449392551,
            1.7609546396067391316,
            1.9860726411358642072,
            2.2851524737201924653,
            2.5051271896797649738,
            2.8431674597240820011
        };
        assertThat(meanField(1, 0)
                        .criticalLine(0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5)
                        .values())
                .containsExactly(printed, within(5e-9))
                .containsExactly(weights, within(1e-11));
        // σ_w² = 1 + 2q + O(q²), σ_b² = (4/3)·q³ + O(q⁴)
        double bias = 1e-24;
        assertThat(meanField(1, 0).criticalLine(0, bias).values())
                .containsExactly(new double[] {1, 1 + 2 * Math.cbrt(0.75 * bias)}, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-6, 1e-3, 0.05, 1, 100, 1e8})
    void pointsOfTheCriticalLineAreCritical(double bias) {
        for (MeanField theory :
                new MeanField[] {meanField(1, 0), meanField(1, 0).erf()}) {
            CriticalLine line = theory.criticalLine(bias);
            MeanField there = meanField(Math.sqrt(line.values()[0]), Math.sqrt(bias));
            MeanField point = theory.toString().contains("erf") ? there.erf() : there;
            assertThat(point.chi()).isCloseTo(1, within(1e-11));
            assertThat(point.q()).isCloseTo(line.lengths()[0], within(1e-6 * line.lengths()[0]));
        }
    }

    @Test
    void erfHasClosedForms() {
        assertThat(meanField(1, 0).erf().criticalLine(0).values()).containsExactly(Math.PI / 4);
        assertThat(meanField(Math.sqrt(Math.PI / 4), 0).erf().regime()).isEqualTo("critical");
        Random random = new Random(4);
        for (int draw = 0; draw < 200; draw++) {
            double weight = Math.exp(6 * random.nextDouble() - 2);
            double bias = Math.exp(6 * random.nextDouble() - 4);
            MeanField theory = meanField(weight, bias).erf();
            double q = theory.q();
            double mapped = weight * weight * 2 / Math.PI * Math.asin(2 * q / (1 + 2 * q)) + bias * bias;
            assertThat(mapped).isCloseTo(q, within(1e-12 * q));
            isClose(theory.chi(), weight * weight * 4 / Math.PI / Math.sqrt(1 + 4 * q));
        }
    }

    @Test
    void tanhIsAFixedPointOfAPlainSum() {
        Random random = new Random(5);
        for (int draw = 0; draw < 40; draw++) {
            double weight = Math.exp(4 * random.nextDouble() - 1);
            double bias = Math.exp(4 * random.nextDouble() - 3);
            MeanField theory = meanField(weight, bias);
            double length = 0;
            double slope = 0;
            double step = 2e-3;
            for (double z = -12; z <= 12; z += step) {
                double tanh = Math.tanh(Math.sqrt(theory.q()) * z);
                double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * step;
                length += tanh * tanh * density;
                slope += (1 - tanh * tanh) * (1 - tanh * tanh) * density;
            }
            assertThat(weight * weight * length + bias * bias).isCloseTo(theory.q(), within(1e-11 * theory.q()));
            assertThat(weight * weight * slope).isCloseTo(theory.chi(), within(1e-11 * theory.chi()));
        }
    }

    @Test
    void reluHalvesSquares() {
        MeanField ordered = meanField(1.3, 0.3).relu();
        isClose(ordered.chi(), 0.845);
        isClose(ordered.q(), 0.09 / 0.155);
        assertThat(meanField(1.4, 0).relu().q()).isZero();
        MeanField critical = meanField(Math.sqrt(2), 0).relu();
        assertThat(critical.regime()).isEqualTo("critical");
        assertThat(critical.q()).isNaN();
        assertThat(meanField(2, 0.1).relu().q()).isInfinite();
        assertThat(critical.criticalLine(0).values()).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({"1.5, 0", "1.3, 0.3", "0.9, 0", "3, 1", "0.5, 1e-6"})
    void pictureShowsTheLengthMapMeetingTheDiagonalAtItsFixedPoint(double weight, double bias) {
        for (MeanField theory : List.of(
                meanField(weight, bias),
                meanField(weight, bias).erf(),
                meanField(weight, bias).relu())) {
            List<Series> series = theory.plot().series();
            Series map = series.get(0);
            assertThat(map.points().get(0).y().value()).isEqualTo(bias * bias);
            if (theory.q() > 0 && Double.isFinite(theory.q())) {
                Series.Point middle = map.points().get(map.points().size() / 2);
                assertThat(middle.x().value()).isCloseTo(theory.q(), within(1e-15 * theory.q()));
                assertThat(middle.y().value()).isCloseTo(theory.q(), within(1e-12 * theory.q()));
                assertThat(series.get(2).points()).hasSize(1);
            }
        }
    }

    @Test
    void lastActivationWins() {
        assertThat(meanField(1.5, 0.1).relu().erf().tanh().q())
                .isEqualTo(meanField(1.5, 0.1).q());
    }

    @Test
    void reportSaysWhatFollows() {
        assertThat(meanField(1.3, 0.3).toString()).isEqualTo("""
                        mean field of a wide network, φ = tanh
                        meanField(1.3, 0.3)
                        σ_w = 1.3   σ_b = 0.3   critical σ_w at this σ_b = 1.39558

                                q*          χ₁          ξ   λ = ½ ln χ₁
                        0.60704679  0.93980743  16.108173  -0.031040144

                        ordered: differences and gradients fall ×0.969 a step, their squares to 1/e in
                        16.1 steps""");
    }

    @Test
    void badDeviationsAreRefused() {
        assertThatThrownBy(() -> meanField(-1, 0)).hasMessage("""
                        meanField(σ_w, σ_b): σ_w must be a finite number, 0 or more, but was -1
                          in:  meanField(-1, 0)
                          try: meanField(1.5, 0.1)""");
        assertThatThrownBy(() -> meanField(1, 1e200)).hasMessage("""
                        meanField(σ_w, σ_b): σ_b must be at most 1e100, but was 1e200
                          in:  meanField(1, 1e200)
                          try: meanField(1.5, 0.1)""");
        assertThatThrownBy(() -> meanField(1, 0).criticalLine(new double[0])).hasMessage("""
                        criticalLine(σ_b²…): at least one variance is wanted
                          in:  meanField(1, 0).criticalLine()
                          try: criticalLine(0.01, 0.05, 0.1)""");
    }
}
