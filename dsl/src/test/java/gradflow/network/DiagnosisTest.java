package gradflow.network;

import static gradflow.Gradflow.compare;
import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.orthogonal;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.sumEveryStep;
import static gradflow.Gradflow.unitOfLast;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.CancelledRun;
import gradflow.model.Recipe;
import gradflow.result.Condition;
import gradflow.result.Diagnosis;
import gradflow.result.GradNorms;
import gradflow.result.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosisTest {
    private static final double H2 = Math.sqrt(0.9);

    /** ρ(W_hh) = 0.548, and one unit saturates. */
    static Rnn saturating() {
        return rnn().whh(new double[][] {{1.8, -3}, {1, -1.5}})
                .bias(3 * H2, 0.5 * Math.log((1 + H2) / (1 - H2)) + 1.5 * H2)
                .h0(0, H2)
                .inputs(zeros());
    }

    static Rnn textbook(double scale) {
        return rnn().whh(identity(scale).plusNoise(0.05));
    }

    @Test
    void remedyForARunOfAComparisonCanBeTypedAgain() {
        Unrolled run = compare(rnn().seed(4), rnn().whh(gaussian(2))).unroll(5).run(1);
        assertThat(run).hasToString("compare(rnn().seed(4), rnn().whh(gaussian(2))).unroll(5).run(1)");
        assertThat(run.diagnose().remedies())
                .filteredOn(trial -> trial.name().equals("clipping"))
                .singleElement()
                .extracting(Trial::expression)
                .isEqualTo("compare(rnn().seed(4), rnn().whh(gaussian(2))).unroll(5).run(1).clipSteps(2)");
    }

    static Stream<Unrolled> networks() {
        return Stream.of(
                textbook(0.5).unroll(20),
                textbook(1.5).seed(3).hidden(6).input(3).unroll(20).loss(unitOfLast(2)),
                saturating().unroll(20),
                rnn().whh(gaussian(0.2)).whhTimes(0.5).unroll(15).loss(sumEveryStep()),
                rnn().hidden(12).unroll(30),
                scalar(0.5).h0(0.3).unroll(20),
                lstm().hidden(5).unroll(25),
                gru().hidden(5).seed(2).unroll(25));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void remediesAreBestFirst(Unrolled net) {
        List<Trial> remedies = net.diagnose().remedies();
        for (int i = 1; i < remedies.size(); i++) {
            assertThat(remedies.get(i).strays())
                    .isGreaterThanOrEqualTo(remedies.get(i - 1).strays());
        }
        for (Trial trial : remedies) {
            double most = 0;
            for (var norm : trial.signal()) {
                most = Math.max(
                        most,
                        Math.abs(norm.over(trial.signal().get(trial.signal().size() - 1))
                                .ln()));
            }
            assertThat(trial.strays()).isEqualTo(most);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void criticalScaleLetsAsMuchArriveAsWasSent(Unrolled net) {
        Optional<Trial> critical = net.diagnose().remedies().stream()
                .filter(trial -> trial.name().equals("critical scale"))
                .findFirst();
        assertThat(critical.isPresent()
                        || net.diagnose().condition() == Condition.STABLE
                        || net.diagnose().toString().contains("critical scale: no factor"))
                .isTrue();
        critical.ifPresent(trial -> assertThat(trial.arrives()).isCloseTo(1, within(1e-5)));
    }

    @Test
    void criticalScaleOfALinearOrthogonalNetworkIsOneOverItsGain() {
        Trial critical = rnn().whh(orthogonal(0.8)).linear().unroll(30).diagnose().remedies().stream()
                .filter(trial -> trial.name().equals("critical scale"))
                .findFirst()
                .orElseThrow();
        assertThat(critical.line()).isEqualTo(".whhTimes(1.25)");
    }

    @Test
    void criticalScaleIsFoundWhereTheRateOnlyJustReachesZero() {
        // h_t = tanh(w·h_{t-1}) carries the whole gradient over 20 steps only for w near 1.1
        assertThat(scalar(0.5).unroll(20).diagnose().remedies())
                .anySatisfy(trial -> assertThat(trial.name()).isEqualTo("critical scale"));
    }

    @Test
    void measuredEffectIsThatOfTheNetworkThatTheLineMakes() {
        Rnn net = textbook(0.5);
        Trial identity = named(net.unroll(20).diagnose(), "identity");
        assertThat(identity.line()).isEqualTo(".whh(identity(1))");
        assertThat(identity.expression())
                .isEqualTo("compare(" + net + ", " + net.whh(identity(1)) + ").unroll(20).run(1)");
        GradNorms norms = compare(net, net.whh(identity(1))).unroll(20).run(1).gradNorms();
        assertThat(identity.perStep()).isEqualTo(norms.perStep());
        assertThat(identity.horizon()).isEqualTo(norms.horizon(0.01));
        assertThat(identity.arrives()).isEqualTo(norms.norm(0) / norms.norm(20));
    }

    private static Trial named(Diagnosis diagnosis, String name) {
        return diagnosis.remedies().stream()
                .filter(trial -> trial.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyRemedyOfAVanillaNetworkIsThere() {
        assertThat(saturating().unroll(20).diagnose().remedies().stream().map(Trial::name))
                .containsExactlyInAnyOrder(
                        "identity",
                        "orthogonal",
                        "critical scale",
                        "ReLU + identity",
                        "residual",
                        "clipping",
                        "LSTM",
                        "LSTM, forget",
                        "LSTM, chrono",
                        "GRU");
    }

    @Test
    void gatedNetworksHaveRemediesOfTheirOwn() {
        assertThat(lstm().unroll(40).diagnose().remedies().stream().map(Trial::line))
                .contains(".forgetBias(3.7)", ".chrono(40)", ".whh(orthogonal())", "gru()")
                .noneMatch(line -> line.contains("relu"));
        assertThat(gru().unroll(40).diagnose().remedies().stream().map(Trial::line))
                .contains("lstm().chrono(40)", ".whh(orthogonal())");
    }

    @Test
    void whatExplodesIsHeldByClippingAndNotJudgedByItsSize() {
        List<Trial> remedies = saturating().unroll(20).diagnose().remedies();
        assertThat(named(saturating().unroll(20).diagnose(), "clipping").arrives())
                .isCloseTo(1, within(1e-5));
        assertThat(remedies.get(0).strays()).isLessThan(0.01);
        assertThat(remedies.get(remedies.size() - 1).arrives()).isLessThan(1e-20);
    }

    @Test
    void loadedNetworkHasRemediesToo(@TempDir Path folder) throws IOException {
        Diagnosis diagnosis = rnn().load(VanillaFile.in(folder)).unroll(12).diagnose();
        assertThat(diagnosis.condition()).isEqualTo(Condition.VANISHING);
        assertThat(diagnosis.remedies().stream().map(Trial::line))
                .contains(".whh(identity(1))", "lstm().hidden(2).input(3)");
        assertThat(diagnosis.toString().replace("\n", " "))
                .contains("the weights that a remedy replaces have to be trained again");
    }

    @Test
    void networkInGoodHealthIsLeftAlone() {
        assertThat(rnn().whh(orthogonal()).unroll(20).diagnose().remedies()).isEmpty();
    }

    @Test
    void runsOverInputsOfAnotherNetworkAreMendedOverThose() {
        Unrolled second = compare(rnn().seed(9), textbook(0.5)).unroll(6).run(1);
        Trial identity = named(second.diagnose(), "identity");
        assertThat(identity.expression())
                .contains(".inputs(matrix(new double[][] {{")
                .endsWith(".unroll(6)");
    }

    @Test
    void wordForScalingMultipliesWhateverIsDrawn() {
        var plain = rnn().unroll(3).jacobian(2, 3);
        assertThat(rnn().whhTimes(2).unroll(3).spectrum().radius())
                .isEqualTo(2 * rnn().unroll(3).spectrum().radius());
        assertThat(plain.norm()).isPositive();
        assertThat(rnn().whh(identity(0.5)).whhTimes(3).spectrum().radius()).isEqualTo(1.5);
        assertThat(lstm().whhTimes(2).spectrum().norm2())
                .isCloseTo(2 * lstm().spectrum().norm2(), within(1e-13));
        assertThat(rnn().whhTimes(2).unroll(3).pytorch()).contains("W_hh.weight.data *= 2\n");
        assertThat(gru().whhTimes(2).unroll(3).pytorch()).contains("cell.weight_hh.data *= 2\n");
        assertThatThrownBy(() -> rnn().whhTimes(Double.NaN)).hasMessage("""
                        whhTimes(k): k must be a finite number, but was NaN
                          in:  rnn().whhTimes(NaN)
                          try: whhTimes(1.5)""");
    }

    @Test
    void criticalScaleCountsFromTheMatrixThatWasDrawn() {
        Recipe drawn = identity(0.2).plusNoise(0.05);
        String twice = named(rnn().whh(drawn).whhTimes(2).unroll(20).diagnose(), "critical scale")
                .line();
        String once = named(rnn().whh(drawn.times(2)).unroll(20).diagnose(), "critical scale")
                .line();
        assertThat(factor(twice)).isCloseTo(2 * factor(once), within(1e-7));
    }

    private static double factor(String line) {
        assertThat(line).startsWith(".whhTimes(").endsWith(")");
        return Double.parseDouble(line.substring(".whhTimes(".length(), line.length() - 1));
    }

    @Test
    void remedyThatIsNotThereIsRefused() {
        Diagnosis diagnosis = textbook(0.5).unroll(20).diagnose();
        assertThatThrownBy(() -> diagnosis.remedy(99)).hasMessageContaining("remedy(i): i must be in 0..");
    }

    @Test
    void stopsWhenTheThreadIsInterrupted() {
        Unrolled net = textbook(0.5).unroll(20);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(net::diagnose).isInstanceOf(CancelledRun.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
