package gradflow.internal.analysis;

import static gradflow.internal.analysis.Flow.jacobian;
import static gradflow.internal.analysis.Flow.spectrum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.CancelledRun;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.StepJacobian;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The routine by itself: systems whose exponents are known. */
class LyapunovSpectrumTest {
    @Test
    void diagonalStepsKeepTheirOwnRates() {
        LyapunovSpectrum diagonal =
                spectrum(Collections.nCopies(17, jacobian(new double[] {0.8, 0}, new double[] {0, 1.1})));
        assertThat(diagonal.exponents()).containsExactly(new double[] {Math.log(1.1), Math.log(0.8)}, within(1e-15));
        assertThat(spectrum(Collections.nCopies(9, jacobian(new double[] {0.9})))
                        .exponents()[0])
                .isCloseTo(Math.log(0.9), within(1e-16));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void factorsAreMultipliedInTheOrderOfTime(int seed) {
        Random random = new Random(seed);
        Mat a = Matrices.gaussian(3, random);
        Mat b = Matrices.gaussian(3, random);
        Mat c = Matrices.gaussian(3, random);
        double[] exact = rates(Matrices.times(c, Matrices.times(b, a)));
        double[] reversed = rates(Matrices.times(a, Matrices.times(b, c)));
        List<StepJacobian> steps = new ArrayList<>();
        for (int t = 0; t < 1000; t++) {
            steps.addAll(List.of(StepJacobian.of(a), StepJacobian.of(b), StepJacobian.of(c)));
        }
        double[] exponents = spectrum(steps).exponents();
        // a complex pair shares its rate to 1/T
        assertThat(exponents).containsExactly(exact, within(2e-3));
        assertThat(reversed[0]).isNotCloseTo(exact[0], within(5e-3));
    }

    /** {@return a third of the logarithms of the moduli of the eigenvalues} */
    private static double[] rates(Mat product) {
        return Arrays.stream(Eigenvalues.of(product).values())
                .mapToDouble(value -> Math.log(value.abs()) / 3)
                .toArray();
    }

    @Test
    void realEigenvaluesOfAConstantStepComeOutToTheLastDigits() {
        Mat turn = Matrices.gaussian(5, new Random(3));
        double[] values = {2, 1.2, 0.7, 1e-3, 1e-9};
        Mat inverse =
                CommonsMath.from(new org.apache.commons.math3.linear.LUDecomposition(CommonsMath.toRealMatrix(turn))
                        .getSolver()
                        .getInverse());
        Mat a = Matrices.times(turn, Matrices.times(Mat.filled(5, 5, (i, j) -> i == j ? values[i] : 0), inverse));
        double[] exponents =
                spectrum(Collections.nCopies(200, StepJacobian.of(a))).exponents();
        for (int i = 0; i < 4; i++) {
            assertThat(exponents[i]).isCloseTo(Math.log(values[i]), within(1e-11));
        }
        assertThat(exponents[4]).isCloseTo(Math.log(1e-9), within(1e-5));
    }

    @Test
    void saturatedStepsKeepTheRelativeAccuracyOfTheirRows() {
        // det(D·W) = d_1·d_2·det W, whatever lies between the slopes
        Mat w = Matrices.gaussian(4, new Random(5));
        double[] slopes = {1e-120, 1, 1e-60, 0.5};
        Mat step = Mat.filled(4, 4, (i, j) -> slopes[i] * w.at(i, j));
        double[] exponents =
                spectrum(Collections.nCopies(40, StepJacobian.of(step))).exponents();
        double logs = Arrays.stream(slopes).map(Math::log).sum();
        assertThat(Arrays.stream(exponents).sum()).isCloseTo(logs + LogDeterminant.of(w.toRows()), within(1e-10));
        assertThat(exponents[3]).isBetween(-280.0, -270.0);
        assertThat(exponents[2]).isBetween(-142.0, -135.0);
    }

    @Test
    void deadRowsCutOffAsManyDirections() {
        Mat w = Matrices.gaussian(5, new Random(6));
        Mat step = Mat.filled(5, 5, (i, j) -> i < 2 ? 0 : w.at(i, j));
        Mat rest = Mat.filled(3, 3, (i, j) -> w.at(i + 2, j + 2));
        double[] exponents =
                spectrum(Collections.nCopies(300, StepJacobian.of(step))).exponents();
        assertThat(Arrays.copyOfRange(exponents, 3, 5))
                .containsExactly(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThat(Arrays.copyOf(exponents, 3))
                .containsExactly(
                        Arrays.stream(Eigenvalues.of(rest).values())
                                .mapToDouble(value -> Math.log(value.abs()))
                                .toArray(),
                        within(1e-2));
    }

    @Test
    void directionThatComesFirstAndIsCutOffLeavesTheOthersWhole() {
        LyapunovSpectrum spectrum = spectrum(Collections.nCopies(
                10, jacobian(new double[] {0, 0, 0}, new double[] {0, 3, 1}, new double[] {0, 0, 2})));
        assertThat(spectrum.exponents())
                .containsExactly(new double[] {Math.log(3), Math.log(2), Double.NEGATIVE_INFINITY}, within(1e-15));
    }

    @Test
    void rankThatRoundingHidesIsFound() {
        Random random = new Random(7);
        Mat u = Matrices.gaussian(6, 2, random);
        Mat v = Matrices.gaussian(2, 6, random);
        double[] exponents = spectrum(Collections.nCopies(50, StepJacobian.of(Matrices.times(u, v))))
                .exponents();
        assertThat(Arrays.copyOf(exponents, 2)).doesNotContain(Double.NEGATIVE_INFINITY);
        assertThat(Arrays.copyOfRange(exponents, 2, 6)).containsOnly(Double.NEGATIVE_INFINITY);
    }

    @Test
    void nilpotentStepsCutOffEveryDirectionInTheEnd() {
        Mat chain = Mat.filled(4, 4, (i, j) -> j == i + 1 ? 1.02 : 0);
        assertThat(spectrum(Collections.nCopies(9, StepJacobian.of(chain))).exponents())
                .containsOnly(Double.NEGATIVE_INFINITY);
    }

    @Test
    void fewerDirectionsAreTheFirstOfAll() {
        Random random = new Random(8);
        List<StepJacobian> steps = new ArrayList<>();
        for (int t = 0; t < 400; t++) {
            steps.add(StepJacobian.of(Matrices.gaussian(12, random)));
        }
        double[] all = spectrum(steps).exponents();
        for (int k : new int[] {1, 3, 9, 11}) {
            double[] some =
                    LyapunovSpectrum.of(12, k, 400, t -> steps.get(t - 1)).exponents();
            assertThat(some).containsExactly(Arrays.copyOf(all, k), within(1e-6));
        }
        // unit vectors would miss the direction that grows
        StepJacobian second = jacobian(new double[] {0.5, 0}, new double[] {0, 2});
        assertThat(LyapunovSpectrum.of(2, 1, 100, t -> second).exponents()[0]).isCloseTo(Math.log(2), within(1e-14));
    }

    @Test
    void entriesAtTheEndsOfTheRangeOfADoubleAreKept() {
        StepJacobian huge = jacobian(new double[] {1.7e308, 1.7e308}, new double[] {-1.7e308, 1.7e308});
        assertThat(spectrum(Collections.nCopies(8, huge)).exponents())
                .containsExactly(
                        new double[] {Math.log(1.7e308) + Math.log(2) / 2, Math.log(1.7e308) + Math.log(2) / 2},
                        within(1e-12));
        StepJacobian tiny = jacobian(new double[] {1e-300, 0}, new double[] {1e-300, 1e-301});
        assertThat(spectrum(Collections.nCopies(40, tiny)).exponents())
                .containsExactly(new double[] {Math.log(1e-300), Math.log(1e-301)}, within(1e-12));
    }

    @Test
    void shortSequencesHaveNoUncertainty() {
        StepJacobian step = jacobian(new double[] {0.5});
        assertThat(spectrum(Collections.nCopies(7, step)).standardErrors()).containsOnly(Double.NaN);
        assertThat(spectrum(Collections.nCopies(8, step)).batches()).isEqualTo(4);
        assertThat(spectrum(Collections.nCopies(1, step)).exponents()).containsExactly(Math.log(0.5));
    }

    @Test
    void stopsWhenTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> spectrum(List.of(jacobian(new double[] {1}))))
                    .isInstanceOf(CancelledRun.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
