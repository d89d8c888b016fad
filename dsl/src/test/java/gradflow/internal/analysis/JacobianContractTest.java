package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.StepJacobian;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loops that carry Jacobians agree with products in plain loops, at sizes on both sides of where theirs change. */
class JacobianContractTest {
    private static final int STEPS = 3;

    private final double[][] slopes = new double[STEPS][];

    /** J·diag(d)·W for each step in turn, as it is written. */
    private double[][] plain(double[][] w) {
        int n = w.length;
        double[][] j = Mat.filled(n, n, (r, c) -> r == c ? 1 : 0).toRows();
        for (double[] d : slopes) {
            double[][] before = j;
            j = Mat.filled(n, n, (r, c) -> {
                        double sum = 0;
                        for (int k = 0; k < n; k++) {
                            sum += before[r][k] * d[k] * w[k][c];
                        }
                        return sum;
                    })
                    .toRows();
        }
        return j;
    }

    private double[][] weights(int n) {
        Random random = new Random(n);
        for (int t = 0; t < STEPS; t++) {
            slopes[t] = random.doubles(n, 0.1, 1).toArray();
        }
        return Matrices.gaussian(n, n, random).times(1 / Math.sqrt(n)).toRows();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 64, 65, 128, 257})
    void productHasTheEntriesOfPlainLoops(int n) {
        double[][] w = weights(n);
        ScaledProduct product = ScaledProduct.identity(n);
        for (double[] d : slopes) {
            product.step(d, w);
        }
        double[][] expected = plain(w);
        double[][] actual = product.matrix().toRows();
        double tolerance = 0x1p-52 * STEPS * (n + 4) * Norms.frobenius(expected);
        for (int i = 0; i < n; i++) {
            assertThat(actual[i]).containsExactly(expected[i], within(tolerance));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 64, 65, 128})
    void factorsHaveTheNormAndTheDeterminantOfPlainLoops(int n) {
        double[][] w = weights(n);
        FactoredProduct product = FactoredProduct.identity(n);
        for (double[] d : slopes) {
            product.step(d, w);
        }
        double expected = Norms.frobenius(plain(w));
        double squares = Arrays.stream(product.singularValues())
                .mapToDouble(s -> s.value() * s.value())
                .sum();
        assertThat(Math.sqrt(squares)).isCloseTo(expected, within(1e-13 * expected));
        double logarithms =
                Arrays.stream(product.singularValues()).mapToDouble(Scaled::ln).sum();
        double ofSlopes = Arrays.stream(slopes)
                .flatMapToDouble(Arrays::stream)
                .map(StrictMath::log)
                .sum();
        assertThat(logarithms).isCloseTo(ofSlopes + STEPS * logDeterminant(w), within(1e-11 * n));
    }

    /** An orthonormal frame that is stretched by J_t…J_1 has the volume |det| in the end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 64, 65, 128, 257})
    void lyapunovExponentsAddUpToTheDeterminant(int n) {
        double[][] w = weights(n);
        double[] exponents = LyapunovSpectrum.of(n, n, STEPS, t -> {
                    double[][] j = Mat.of(w).toRows();
                    for (int i = 0; i < n; i++) {
                        RowArithmetic.multiply(slopes[t - 1][i], j[i]);
                    }
                    return StepJacobian.of(Mat.of(j));
                })
                .exponents();
        double ofSlopes = Arrays.stream(slopes)
                .flatMapToDouble(Arrays::stream)
                .map(StrictMath::log)
                .sum();
        assertThat(Arrays.stream(exponents).sum()).isCloseTo(ofSlopes / STEPS + logDeterminant(w), within(1e-11 * n));
    }

    private static double logDeterminant(double[][] w) {
        return Arrays.stream(SingularValues.of(Mat.of(w))).map(StrictMath::log).sum();
    }
}
