package gradflow.oracle;

import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.lstm;
import static gradflow.oracle.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.network.Unrolled;
import gradflow.result.Gates;
import gradflow.result.GradNorms;
import gradflow.result.States;
import gradflow.result.WeightGrad;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number that autograd recorded of the LSTMs and GRUs, within 1e-10 relative. */
class TorchGatedCellsTest {

    private static boolean isLstm(Cell cell) {
        return cell.text("cell").equals("lstm");
    }

    private static Unrolled run(Cell cell) {
        return isLstm(cell)
                ? lstm().wih(cell.matrix("w_ih"))
                        .whh(cell.matrix("w_hh"))
                        .bih(cell.vector("b_ih"))
                        .bhh(cell.vector("b_hh"))
                        .h0(cell.vector("h0"))
                        .c0(cell.vector("c0"))
                        .inputs(cell.matrix("x"))
                        .unroll(cell.whole("steps"))
                : gru().wih(cell.matrix("w_ih"))
                        .whh(cell.matrix("w_hh"))
                        .bih(cell.vector("b_ih"))
                        .bhh(cell.vector("b_hh"))
                        .h0(cell.vector("h0"))
                        .inputs(cell.matrix("x"))
                        .unroll(cell.whole("steps"));
    }

    @ParameterizedTest
    @MethodSource("gradflow.oracle.Cell#gated")
    void gradientsAreThoseOfAutograd(Cell cell) {
        GradNorms norms = run(cell).gradNorms();
        assertClose(norms.values(), cell.expectedVector("grad_h_norm"));
        assertClose(run(cell).inputGrads().values(), cell.expectedVector("grad_x_norm"));
        if (isLstm(cell)) {
            double[] cells = IntStream.rangeClosed(0, cell.whole("steps"))
                    .mapToDouble(norms::cellNorm)
                    .toArray();
            assertClose(cells, cell.expectedVector("grad_c_norm"));
        }
    }

    @ParameterizedTest
    @MethodSource("gradflow.oracle.Cell#gated")
    void statesAreThoseOfTheForwardPass(Cell cell) {
        States states = run(cell).states();
        int steps = cell.whole("steps");
        assertClose(states.state(steps), cell.expectedVector("h_T"));
        assertClose(IntStream.rangeClosed(0, steps).mapToDouble(states::norm).toArray(), cell.expectedVector("h_norm"));
        if (isLstm(cell)) {
            assertClose(states.cell(steps), cell.expectedVector("c_T"));
        }
        assertThat(Arrays.stream(states.state(steps)).sum())
                .isCloseTo(cell.expected().get("loss").getAsDouble(), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("gradflow.oracle.Cell#gated")
    void weightGradientsAreThoseOfAutograd(Cell cell) {
        WeightGrad grad = run(cell).weightGrad();
        assertClose(grad.total(), cell.expectedMatrix("grad_w_hh"));
        assertClose(grad.bhh(), cell.expectedVector("grad_b_hh"));
        double norm = cell.expected().get("grad_w_ih_norm").getAsDouble();
        assertThat(grad.wih().getFrobeniusNorm()).isCloseTo(norm, within(1e-10 * norm));
    }

    @ParameterizedTest
    @MethodSource("gradflow.oracle.Cell#gated")
    void theGateThatKeepsHasPyTorchsMean(Cell cell) {
        Gates gates = run(cell).gates();
        String keeper = isLstm(cell) ? "f" : "z";
        double[] means = IntStream.rangeClosed(1, cell.whole("steps"))
                .mapToDouble(t -> gates.mean(keeper, t))
                .toArray();
        assertClose(means, cell.expectedVector("forget_or_update_gate_mean"));
    }

    @ParameterizedTest
    @MethodSource("gradflow.oracle.Cell#gated")
    void thePartsOfTheGradientAddUpToIt(Cell cell) {
        Unrolled run = run(cell);
        Gates gates = run.gates();
        for (int t = 0; t <= cell.whole("steps"); t++) {
            double[] seed = new double[cell.whole("hidden") * (isLstm(cell) ? 2 : 1)];
            Arrays.fill(seed, 0, cell.whole("hidden"), 1);
            double[] whole = run.jacobian(t).matrix().preMultiply(seed);
            double norm = Math.sqrt(Arrays.stream(whole).map(x -> x * x).sum());
            assertThat(gates.whole(t)).isCloseTo(norm, within(1e-11 * norm));
        }
    }
}
