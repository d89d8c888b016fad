package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.CancelledRun;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactoredProductTest {
    private static double relativeError(Scaled actual, BigDecimal truth) {
        return actual.toDecimal(30)
                .subtract(truth)
                .divide(truth, MathContext.DECIMAL64)
                .abs()
                .doubleValue();
    }

    /** How the slopes of a step are drawn. */
    private interface Slopes {
        double next(Random random);
    }

    private static void assertExact(int n, int steps, int digits, boolean tied, Slopes slopes, double tolerance) {
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            FactoredProduct product = FactoredProduct.identity(n);
            ExactProduct exact = new ExactProduct(n, digits);
            double[][] w = Matrices.gaussian(n, random).toRows();
            for (int step = 0; step < steps; step++) {
                double[] d = random.doubles(n).map(x -> slopes.next(random)).toArray();
                product.step(d, w);
                exact.step(d, w);
                w = tied ? w : Matrices.gaussian(n, random).toRows();
            }
            BigDecimal[] truth = exact.singularValues();
            Scaled[] values = product.singularValues();
            assertThat(relativeError(values[0], truth[0]))
                    .as("σ_max, seed %d", seed)
                    .isLessThan(1e-12);
            for (int i = 0; i < n; i++) {
                assertThat(relativeError(values[i], truth[i]))
                        .as("σ_%d, seed %d, condition %s", i, seed, product.condition())
                        .isLessThan(tolerance);
            }
        }
    }

    @Test
    void powersOfANilpotentMatrixLoseTheirSingularValuesOneByOne() {
        int n = 100;
        double[][] chain = Mat.filled(n, n, (i, j) -> j == i + 1 ? 1.02 : 0).toRows();
        FactoredProduct product = FactoredProduct.identity(n);
        for (int k = 1; k <= n; k++) {
            product.step(chain);
            int left = n - k;
            assertThat(Arrays.stream(product.singularValues()).filter(s -> s.significand() != 0))
                    .as("power %d", k)
                    .hasSize(left);
        }
        assertThat(product.norm()).isEqualTo(Scaled.ZERO);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40, 100})
    void productsOfGaussianMatricesKeepEverySingularValue(int steps) {
        assertExact(4, steps, 250, false, random -> 1, 1e-11);
    }

    @Test
    void productsOfOneMatrixWithSlopesKeepEverySingularValue() {
        assertExact(4, 100, 300, true, random -> 1 - 0.9 * random.nextDouble(), 1e-10);
    }

    @Test
    void smallestSingularValueIsRightToEightDigitsWhereTheConditionIs1e40() {
        Random random = new Random(40);
        FactoredProduct product = FactoredProduct.identity(6);
        ExactProduct exact = new ExactProduct(6, 250);
        while (!(product.condition().log10() > 40)) {
            double[][] w = Matrices.gaussian(6, random).toRows();
            double[] d = random.doubles(6, 0.1, 1).toArray();
            product.step(d, w);
            exact.step(d, w);
        }
        BigDecimal[] truth = exact.singularValues();
        assertThat(relativeError(product.smallest(), truth[5])).isLessThan(1e-8);
    }

    /** Row i of the weights is 10^-2i of the first: by themselves they have a condition of 1e10. */
    @Test
    void weightsWithRowsFarApartCostNoDigits() {
        Random random = new Random(3);
        FactoredProduct product = FactoredProduct.identity(6);
        ExactProduct exact = new ExactProduct(6, 400);
        double[][] gaussian = Matrices.gaussian(6, random).toRows();
        double[][] w = Mat.filled(6, 6, (i, j) -> Math.pow(10, -2 * i) * gaussian[i][j])
                .toRows();
        for (int step = 0; step < 4; step++) {
            double[] d = random.doubles(6, 0.1, 1).toArray();
            product.step(d, w);
            exact.step(d, w);
        }
        BigDecimal[] truth = exact.singularValues();
        assertThat(product.condition().log10()).isGreaterThan(35);
        for (int i = 0; i < 6; i++) {
            assertThat(relativeError(product.singularValues()[i], truth[i])).isLessThan(1e-12);
        }
    }

    @Test
    void conditionsBeyondTheRangeOfADoubleAreKept() {
        assertExact(3, 250, 1000, true, random -> 1 - 0.9 * random.nextDouble(), 1e-9);
    }

    @Test
    void saturatedUnitsCostNoDigits() {
        assertExact(4, 20, 700, true, random -> Math.pow(10, -20 * random.nextDouble()), 1e-10);
        assertExact(4, 3, 1200, true, random -> Math.pow(10, -200 * random.nextDouble()), 1e-10);
    }

    @Test
    void deadUnitsMakeTheSingularValuesExactlyZero() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[][] w = Matrices.gaussian(8, random).toRows();
            FactoredProduct product = FactoredProduct.identity(8);
            product.step(new double[] {1, 0, 1, 1, 1, 1, 1, 1}, w);
            assertThat(product.singularValues()[6].significand()).isPositive();
            assertThat(product.smallest()).isEqualTo(Scaled.ZERO);
            product.step(new double[] {1, 1, 1, 0, 0, 0, 1, 1}, w);
            Scaled[] values = product.singularValues();
            assertThat(values[4].value()).isGreaterThan(1e-6);
            assertThat(Arrays.copyOfRange(values, 5, 8)).containsOnly(Scaled.ZERO);
            assertThat(product.condition()).isEqualTo(Scaled.of(Double.POSITIVE_INFINITY));
            product.step(new double[8], w);
            assertThat(product.singularValues()).containsOnly(Scaled.ZERO);
            assertThat(product.condition()).isEqualTo(Scaled.of(Double.POSITIVE_INFINITY));
            assertThat(product.leadingDirection()).containsOnly(0);
        }
    }

    @Test
    void zeroRowsAndColumnsOfWeightsMakeSingularValuesExactlyZero() {
        Mat w = Matrices.gaussian(5, new Random(1));
        Mat rowless = Mat.filled(5, 5, (i, j) -> i == 2 ? 0 : w.at(i, j));
        for (Mat singular : new Mat[] {rowless, rowless.transposed()}) {
            FactoredProduct product = FactoredProduct.identity(5);
            for (int step = 0; step < 10; step++) {
                product.step(singular.toRows());
            }
            assertThat(product.smallest()).isEqualTo(Scaled.ZERO);
            assertThat(product.singularValues()[3].significand()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 64})
    void orthogonalWeightsKeepEverySingularValueAtOne(int n) {
        double[][] q = Matrices.orthogonal(n, new Random(n)).toRows();
        FactoredProduct product = FactoredProduct.identity(n);
        for (int step = 0; step < 1000; step++) {
            product.step(q);
        }
        for (Scaled value : product.singularValues()) {
            assertThat(value.value()).isCloseTo(1, within(1e-12));
        }
    }

    /** A drawn orthogonal matrix is orthogonal up to rounding alone, and its 100th power to a hundred times that. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 8})
    void hundredStepsOfAnOrthogonalMatrixCostNoMoreThanTheRoundingOfItsEntries(int n) {
        double[][] q = Matrices.orthogonal(n, new Random(n)).toRows();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        FactoredProduct product = FactoredProduct.identity(n);
        ExactProduct exact = new ExactProduct(n, 80);
        for (int step = 0; step < 100; step++) {
            product.step(q);
            exact.step(ones, q);
        }
        BigDecimal[] truth = exact.singularValues();
        for (int i = 0; i < n; i++) {
            assertThat(relativeError(product.singularValues()[i], truth[i])).isLessThan(4e-15);
            assertThat(truth[i].doubleValue()).isCloseTo(1, within(5e-14));
        }
    }

    @Test
    void scalarProductIsThePower() {
        FactoredProduct product = FactoredProduct.identity(1);
        for (int step = 0; step < 100_000; step++) {
            product.step(new double[] {1}, new double[][] {{-0.5}});
        }
        assertThat(product.norm()).isEqualTo(new Scaled(1, -100_000));
        assertThat(product.condition()).isEqualTo(Scaled.of(1));
        assertThat(product.leadingDirection()).containsExactly(1);
    }

    @Test
    void powersOfASymmetricMatrixHaveThePowersOfItsEigenvalues() {
        double[][] w = {{5.0005, 4.9995}, {4.9995, 5.0005}};
        FactoredProduct product = FactoredProduct.identity(2);
        for (int step = 0; step < 1000; step++) {
            product.step(w);
        }
        assertThat(product.norm().log10()).isCloseTo(1000, within(1e-10));
        assertThat(product.smallest().log10()).isCloseTo(-3000, within(1e-8));
        double half = Math.sqrt(0.5);
        assertThat(product.leadingDirection()).containsExactly(new double[] {half, half}, within(1e-13));
    }

    @Test
    void agreesWithTheExplicitProductWhereThatIsAccurate() {
        Random random = new Random(4);
        FactoredProduct product = FactoredProduct.identity(16);
        ScaledProduct entries = ScaledProduct.identity(16);
        double[][] w = Matrices.gaussian(16, random).times(0.25).toRows();
        for (int step = 0; step < 5; step++) {
            double[] d = random.doubles(16, 0.5, 1).toArray();
            product.step(d, w);
            entries.step(d, w);
        }
        double[] values = SingularValues.of(entries.matrix());
        for (int i = 0; i < 16; i++) {
            assertThat(product.singularValues()[i].value()).isCloseTo(values[i], within(1e-13 * values[0]));
        }
        double[] direction = product.leadingDirection();
        double[] image = CommonsMath.toRealMatrix(entries.matrix()).operate(direction);
        assertThat(Arrays.stream(image).map(x -> x * x).sum())
                .isCloseTo(values[0] * values[0], within(1e-12 * values[0] * values[0]));
    }

    @Test
    void factorsFarFromOneKeepTheirScale() {
        double[][] w = Matrices.gaussian(4, new Random(6)).toRows();
        FactoredProduct plain = FactoredProduct.identity(4);
        FactoredProduct small = FactoredProduct.identity(4);
        double[][] tiny = Mat.of(w).times(0x1p-600).toRows();
        for (int step = 0; step < 10; step++) {
            plain.step(w);
            small.step(new double[] {0x1p-700, 0x1p-700, 0x1p-700, 0x1p-700}, tiny);
        }
        for (int i = 0; i < 4; i++) {
            Scaled expected = plain.singularValues()[i].times(new Scaled(1, -13_000));
            Scaled ratio = small.singularValues()[i].over(expected);
            assertThat(ratio.value()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void explicitProductNeitherUnderflowsNorOverflows() {
        for (double w : new double[] {0.5, 2}) {
            ScaledProduct product = ScaledProduct.identity(1);
            for (int step = 0; step < 100_000; step++) {
                product.step(new double[] {1}, new double[][] {{w}});
            }
            Scaled entry = new Scaled(product.significands().at(0, 0), product.exponent());
            assertThat(entry).isEqualTo(new Scaled(1, w < 1 ? -100_000 : 100_000));
            assertThat(product.matrix().at(0, 0)).isEqualTo(w < 1 ? 0 : Double.POSITIVE_INFINITY);
        }
    }

    @Test
    void refusesFactorsThatOverflowed() {
        assertThatThrownBy(() -> FactoredProduct.identity(1).step(new double[] {Double.NaN}, new double[][] {{1}}))
                .isInstanceOf(Refusal.class)
                .hasMessage("""
                        the Jacobian product: every entry must be a finite number, but row 1, column 1 was NaN
                          in:  the Jacobian product of a 1×1 matrix
                          try: smaller weights or a shorter horizon, so that nothing overflows""");
    }

    @Test
    void stopsWhenTheThreadIsInterrupted() {
        FactoredProduct product = FactoredProduct.identity(1);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> product.step(new double[][] {{1}})).isInstanceOf(CancelledRun.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
