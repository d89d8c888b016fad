package gradflow.network;

import static gradflow.Gradflow.direction;
import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient by backpropagation, by products of Jacobians carried forward, by powers of W and by small changes of h_0. */
class ThreeRoutesTest {
    private static final int STEPS = 15;

    private static double[] random(int n, int seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void gradientOfALinearNetworkIsAPowerOfItsTransposedMatrix(int n) {
        Rnn net = rnn().hidden(n).seed(n).whh(gaussian(1 / Math.sqrt(n))).linear();
        RealMatrix back = net.unroll(1).jacobian(0).matrix().transpose();
        RealVector gradient = new ArrayRealVector(n, 1);
        for (int t = STEPS; t >= 0; t--) {
            assertThat(net.unroll(STEPS).gradNorms().norm(t))
                    .isCloseTo(gradient.getNorm(), within(1e-13 * gradient.getNorm()));
            gradient = back.operate(gradient);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void carriedBackAndCarriedForwardAgree(int n) {
        double[] seed = random(n, n);
        Unrolled run = rnn().hidden(n)
                .seed(n)
                .whh(gaussian(1.2 / Math.sqrt(n)))
                .inputs(gaussian(0.5))
                .unroll(STEPS)
                .loss(direction(seed));
        for (int t = 0; t <= STEPS; t++) {
            double forward =
                    new ArrayRealVector(run.jacobian(t).matrix().transpose().operate(seed)).getNorm();
            assertThat(run.gradNorms().norm(t)).isCloseTo(forward, within(1e-14 * Math.max(1, forward)));
        }
    }

    @Test
    void smallChangesOfTheStartChangeTheLossAsTheGradientSays() {
        int n = 4;
        double[] start = random(n, 3);
        double[] seed = random(n, 4);
        Rnn net = rnn().hidden(n).whh(gaussian(0.6)).wxh(zeros());
        double change = 1e-5;
        double[] quotients = new double[n];
        Arrays.setAll(
                quotients,
                i -> (loss(net, shifted(start, i, change), seed) - loss(net, shifted(start, i, -change), seed))
                        / (2 * change));
        Unrolled run = net.h0(start).unroll(STEPS).loss(direction(seed));
        double[] exact = run.jacobian(0).matrix().transpose().operate(seed);
        assertThat(quotients).containsExactly(exact, within(1e-9));
        assertThat(run.gradNorms().norm(0)).isCloseTo(new ArrayRealVector(quotients).getNorm(), within(1e-9));
    }

    private static double loss(Rnn net, double[] start, double[] seed) {
        return MatrixUtils.createRealVector(seed)
                .dotProduct(MatrixUtils.createRealVector(
                        net.h0(start).unroll(STEPS).states().state(STEPS)));
    }

    private static double[] shifted(double[] vector, int index, double by) {
        double[] shifted = vector.clone();
        shifted[index] += by;
        return shifted;
    }
}
