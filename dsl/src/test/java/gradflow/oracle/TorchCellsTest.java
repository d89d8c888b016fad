package gradflow.oracle;

import static gradflow.Gradflow.rnn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import gradflow.model.Activation;
import gradflow.network.Unrolled;
import gradflow.result.GradNorms;
import gradflow.result.InputGrads;
import gradflow.result.Spectrum;
import gradflow.result.States;
import gradflow.result.WeightGrad;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number that autograd recorded of the vanilla networks: within 1e-10 relative, and where a value is a difference of
 * large ones within 1e-13 of the largest entry of its matrix.
 */
class TorchCellsTest {
    private static Unrolled run(Cell cell) {
        return rnn().hidden(cell.whole("hidden"))
                .input(cell.whole("input"))
                .whh(cell.matrix("w_hh"))
                .wxh(cell.matrix("w_xh"))
                .bias(cell.vector("b"))
                .h0(cell.vector("h0"))
                .inputs(cell.matrix("x"))
                .activation(activation(cell.text("activation")))
                .unroll(cell.whole("steps"));
    }

    private static Activation activation(String name) {
        return switch (name) {
            case "tanh" -> new Activation.Tanh();
            case "relu" -> new Activation.Relu();
            case "sigmoid" -> new Activation.Sigmoid();
            case "identity" -> new Activation.Linear();
            case "leaky_relu" -> new Activation.LeakyRelu(0.01);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @MethodSource("gradflow.oracle.Cell#vanilla")
    void gradientsAreThoseOfAutograd(Cell cell) {
        GradNorms norms = run(cell).gradNorms();
        Closeness.assertClose(norms.values(), cell.expectedVector("grad_h_norm"));
        InputGrads inputs = run(cell).inputGrads();
        Closeness.assertClose(inputs.values(), cell.expectedVector("grad_x_norm"));
    }

    @ParameterizedTest
    @MethodSource("gradflow.oracle.Cell#vanilla")
    void statesAreThoseOfTheForwardPass(Cell cell) {
        States states = run(cell).states();
        int steps = cell.whole("steps");
        double[] norms = new double[steps + 1];
        Arrays.setAll(norms, states::norm);
        Closeness.assertClose(norms, cell.expectedVector("h_norm"));
        Closeness.assertClose(states.state(steps), cell.expectedVector("h_T"));
        assertThat(Arrays.stream(states.state(steps)).sum())
                .isCloseTo(
                        cell.expected().get("loss").getAsDouble(),
                        within(Closeness.OF_LARGEST * states.norm(steps) * cell.whole("hidden")));
    }

    @ParameterizedTest
    @MethodSource("gradflow.oracle.Cell#vanilla")
    void weightGradientsAreThoseOfAutograd(Cell cell) {
        WeightGrad grad = run(cell).weightGrad();
        Closeness.assertClose(grad.total(), cell.expectedMatrix("grad_w_hh"));
        Closeness.assertClose(grad.wxh(), cell.expectedMatrix("grad_w_xh"));
        Closeness.assertClose(grad.bias(), cell.expectedVector("grad_b"));
        double[] contributions = new double[cell.whole("steps")];
        Arrays.setAll(contributions, t -> grad.contribution(t + 1));
        Closeness.assertClose(contributions, cell.expectedVector("w_hh_contribution_norm"));
    }

    @ParameterizedTest
    @MethodSource("gradflow.oracle.Cell#vanilla")
    void jacobiansHaveTheirSingularValues(Cell cell) {
        Unrolled run = run(cell);
        for (Map.Entry<String, JsonElement> entry :
                cell.expected().getAsJsonObject("jacobian_singular_values").entrySet()) {
            int t = Integer.parseInt(entry.getKey());
            double[] expected = Cell.vector(entry.getValue().getAsJsonArray());
            Closeness.assertClose(run.jacobian(t).singularValues(), expected);
            assertThat(run.jacobians().norm(t)).isCloseTo(expected[0], within(Closeness.RELATIVE * expected[0]));
        }
    }

    @ParameterizedTest
    @MethodSource("gradflow.oracle.Cell#vanilla")
    void spectrumIsLapacks(Cell cell) {
        Spectrum spectrum = run(cell).spectrum();
        double radius = cell.expected().get("w_hh_spectral_radius").getAsDouble();
        // A Jordan block's eigenvalues can't be had to more than the fifth root of the rounding error by LAPACK.
        double tolerance = cell.toString().contains("jordan") ? 1e-2 : Closeness.RELATIVE;
        assertThat(spectrum.radius()).isCloseTo(radius, within(tolerance * radius));
        double norm = cell.expected().get("w_hh_norm2").getAsDouble();
        assertThat(spectrum.norm2()).isCloseTo(norm, within(Closeness.RELATIVE * norm));
        if (tolerance == Closeness.RELATIVE) {
            for (double[] pair : cell.expectedMatrix("w_hh_eigenvalues")) {
                assertThat(spectrum.eigenvalues())
                        .anyMatch(value ->
                                value.subtract(new Complex(pair[0], pair[1])).abs() < Closeness.RELATIVE * norm);
            }
        }
    }
}
