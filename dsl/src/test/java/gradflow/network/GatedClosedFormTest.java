package gradflow.network;

import static gradflow.Gradflow.CHAPTER;
import static gradflow.Gradflow.KERAS;
import static gradflow.Gradflow.PYTORCH;
import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.orthogonal;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.sumEveryStep;
import static gradflow.Gradflow.unitOfLast;
import static gradflow.Gradflow.xavierUniform;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradflow.oracle.Cell;
import gradflow.result.Gates;
import gradflow.result.GradNorms;
import gradflow.result.JacobianProducts;
import gradflow.result.WeightGrad;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gated networks and additive paths whose gradients are known in closed form. */
class GatedClosedFormTest {
    private static final int STEPS = 20;

    @Test
    void withoutRecurrentWeightsTheCellsGradientIsTheProductOfItsForgetGates() {
        Unrolled net = lstm().hidden(1).whh(zeros()).inputs(gaussian(1)).unroll(STEPS);
        Gates gates = net.gates();
        double product = net.gradNorms().cellNorm(STEPS);
        for (int t = STEPS; t >= 1; t--) {
            assertThat(net.gradNorms().cellNorm(t)).isCloseTo(product, within(1e-15 * product));
            product *= gates.mean("f", t);
        }
        assertThat(net.gradNorms().cellNorm(0)).isCloseTo(product, within(1e-14 * product));
        assertThat(gates.direct(0)).isCloseTo(product, within(1e-14 * product));
        assertThat(gates.cross(0)).isZero();
        assertThat(net.gradNorms().norm(0)).isZero();
    }

    @Test
    void withoutRecurrentWeightsAGrusGradientIsTheProductOfItsUpdateGates() {
        Unrolled net = gru().hidden(1).whh(zeros()).inputs(gaussian(1)).unroll(STEPS);
        double product = 1;
        for (int t = STEPS; t >= 1; t--) {
            product *= net.gates().mean("z", t);
        }
        assertThat(net.gradNorms().norm(0)).isCloseTo(product, within(1e-14 * product));
        assertThat(net.gates().cross(0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 9.5367431640625e-7", "1, 1.90127e-3", "2, 0.0789800", "3, 0.378421", "5, 0.874322"})
    void forgetBiasDecidesHowMuchTwentyStepsKeep(double bias, double kept) {
        Unrolled net = lstm().hidden(3)
                .wih(zeros())
                .whh(zeros())
                .bih(zeros())
                .bhh(zeros())
                .forgetBias(bias)
                .unroll(STEPS);
        double share = net.gradNorms().cellNorm(0) / net.gradNorms().cellNorm(STEPS);
        assertThat(share).isCloseTo(kept, within(1e-5 * kept));
    }

    @Test
    void chronoSpreadsMemoriesUpToTheLongest() {
        Gates gates = lstm().hidden(64)
                .wih(zeros())
                .whh(zeros())
                .chrono(1000)
                .unroll(1)
                .gates();
        // f = u/(1+u) with u ~ U(1, 999), and i = 1 − f
        assertThat(gates.mean("f", 1)).isBetween(0.98, 0.9999);
        assertThat(gates.mean("i", 1)).isCloseTo(1 - gates.mean("f", 1), within(1e-12));
    }

    @Test
    void residualPathOfALinearNetAddsTheIdentityToItsJacobian() {
        JacobianProducts products = rnn().hidden(3)
                .whh(identity(0.5))
                .linear()
                .residual(0.2)
                .unroll(10)
                .jacobians();
        double exact = Math.pow(1.1, 10);
        assertThat(products.norm(0)).isCloseTo(exact, within(1e-13 * exact));
        assertThat(products.chainBound(0)).isCloseTo(exact, within(1e-13 * exact));
    }

    @Test
    void leakyPathOfALinearNetMixes() {
        GradNorms norms = rnn().hidden(1)
                .whh(identity(0.5))
                .linear()
                .leaky(0.2)
                .unroll(10)
                .gradNorms();
        assertThat(norms.ratio(3)).isCloseTo(0.8 + 0.2 * 0.5, within(1e-15));
    }

    @Test
    void deadReluUnitsLeaveAResidualNetsGradientAlone() {
        GradNorms norms = rnn().hidden(2)
                .wxh(zeros())
                .bias(-1, -1)
                .relu()
                .residual()
                .unroll(50)
                .gradNorms();
        assertThat(norms.values()).containsOnly(Math.sqrt(2));
    }

    @Test
    void saturatedResidualNetKeepsItsGradientBesideSlopesThatADoubleCannotHold() {
        GradNorms norms =
                rnn().hidden(2).bias(1e4, 1e4).residual(0.5).unroll(30).gradNorms();
        assertThat(norms.norm(0)).isEqualTo(Math.sqrt(2));
    }

    @Test
    void defaultWeightsAreThoseOfPyTorchsConstructors() {
        JsonObject recorded = Cell.read("torch_rng_more.json");
        JsonArray cell = recorded.getAsJsonObject("modules").getAsJsonArray("LSTMCell");
        double[] given = lstm().hidden(3)
                .input(2)
                .wih(Cell.matrix(values(cell, 0)))
                .whh(Cell.matrix(values(cell, 1)))
                .bih(Cell.vector(values(cell, 2)))
                .bhh(Cell.vector(values(cell, 3)))
                .unroll(STEPS)
                .gradNorms()
                .values();
        assertThat(lstm().hidden(3).input(2).unroll(STEPS).gradNorms().values()).containsExactly(given, within(1e-15));
        JsonArray gru = recorded.getAsJsonObject("modules").getAsJsonArray("GRUCell");
        double[] gated = gru().hidden(3)
                .wih(Cell.matrix(values(gru, 0)))
                .whh(Cell.matrix(values(gru, 1)))
                .bih(Cell.vector(values(gru, 2)))
                .bhh(Cell.vector(values(gru, 3)))
                .unroll(STEPS)
                .gradNorms()
                .values();
        assertThat(gru().hidden(3).unroll(STEPS).gradNorms().values()).containsExactly(gated, within(1e-15));
    }

    private static JsonArray values(JsonArray parameters, int i) {
        return parameters.get(i).getAsJsonObject().getAsJsonArray("values");
    }

    @Test
    void habitsStandInForWhatIsNotSaid() {
        assertThat(rnn().defaults(KERAS).unroll(9).gradNorms().values())
                .isEqualTo(rnn().whh(orthogonal())
                        .wxh(xavierUniform())
                        .bias(zeros())
                        .unroll(9)
                        .gradNorms()
                        .values());
        assertThat(rnn().defaults(CHAPTER).unroll(9).gradNorms().values())
                .isEqualTo(rnn().whh(identity(0.5).plusNoise(0.05))
                        .unroll(9)
                        .gradNorms()
                        .values());
        assertThat(lstm().defaults(PYTORCH).unroll(9).gradNorms().values())
                .isEqualTo(lstm().unroll(9).gradNorms().values());
        assertThat(lstm().defaults(KERAS).unroll(9).gates().mean("f", 1)).isBetween(0.7, 0.76);
        assertThat(lstm().defaults(KERAS).forgetBias(3).unroll(9).gates().mean("f", 1))
                .isBetween(0.94, 0.96);
        // a bias that was given, or came with a file, is the bias
        Lstm given = lstm().defaults(KERAS).wih(zeros()).whh(zeros()).bih(new double[16]);
        assertThat(given.unroll(2).gates().mean("f", 1)).isEqualTo(0.5);
        Path trained = Path.of(System.getProperty("gradflow.root"), "examples/models/silero_vad_v5_lstm.safetensors");
        assertThat(lstm().load(trained.toString())
                        .defaults(KERAS)
                        .unroll(3)
                        .gradNorms()
                        .values())
                .isEqualTo(lstm().load(trained.toString()).unroll(3).gradNorms().values());
    }

    @Test
    void lossesOfGatedNetsAreThoseOfVanillaOnes() {
        Unrolled net = lstm().hidden(3).unroll(5);
        assertThat(net.loss(unitOfLast(1)).gradNorms().norm(5)).isEqualTo(1);
        double last = net.gradNorms().norm(5);
        assertThat(net.loss(sumEveryStep()).gradNorms().norm(5)).isEqualTo(last);
        assertThat(net.loss(sumEveryStep()).gradNorms().norm(4))
                .isGreaterThan(net.gradNorms().norm(4));
    }

    @Test
    void contributionsOfTheGatesAddUpInSquares() {
        WeightGrad grad = lstm().unroll(9).weightGrad();
        for (int t = 2; t <= 9; t++) {
            double squares = 0;
            for (String gate : new String[] {"i", "f", "g", "o"}) {
                squares += Math.pow(grad.contribution(gate, t), 2);
            }
            assertThat(Math.sqrt(squares)).isCloseTo(grad.contribution(t), within(1e-14 * grad.contribution(t)));
        }
        assertThat(grad.gate("f").getFrobeniusNorm()).isLessThan(grad.norm());
    }

    @Test
    void spectrumIsAskedGateByGate() {
        assertThat(lstm().hidden(5).whh(orthogonal()).spectrum().gate("f").eigenvalues())
                .hasSize(5);
        assertThat(gru().spectrum().toString()).contains("gate", "r  ", "z  ", "n  ");
    }

    @Test
    void questionsThatDoNotApplyAreRefused() {
        assertThatThrownBy(() -> rnn().unroll(5).gates()).hasMessage("""
                        gates(): a vanilla network has none
                          in:  rnn().unroll(5).gates()
                          try: states(), or the same question of lstm() or gru()""");
        assertThatThrownBy(() -> gru().unroll(5).gradNorms().cellNorm(1)).hasMessage("""
                        cellNorm(t): only an lstm has a cell
                          in:  gru().unroll(5).gradNorms().cellNorm(1)
                          try: norm(1)""");
        assertThatThrownBy(() -> lstm().chrono(2)).hasMessage("""
                        chrono(Tmax): Tmax must be at least 3, but was 2
                          in:  lstm().chrono(2)
                          try: chrono(100)""");
        assertThatThrownBy(() -> lstm().unroll(5).gates().mean("z", 1)).hasMessage("""
                        mean(gate, t): the gates are i, f, g, o, but was z
                          in:  lstm().unroll(5).gates().mean("z", …)
                          try: mean("f", 1)""");
        assertThatThrownBy(() -> lstm().whh(new double[4][4]).unroll(5)).hasMessage("""
                        whh(…): 16×4 is wanted, as hidden is 4, but was 4×4
                          in:  lstm().whh(matrix(new double[][] {{0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}})).unroll(5)
                          try: a matrix of 16×4, 4 rows for each of the 4 gates""");
    }
}
