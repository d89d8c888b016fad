package gradflow.network;

import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.rnn;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.report.Result;
import gradflow.result.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pre-activation that no double can hold is a finding with its step: no exception, no NaN in a table. */
class OverflowTest {
    private static final Unrolled VANILLA =
            rnn().hidden(2).whh(identity(1e308)).inputs(gaussian(1e10)).linear().unroll(6);
    private static final Unrolled GATED =
            lstm().hidden(2).wih(gaussian(1e300)).inputs(gaussian(1e10)).unroll(6);

    @Test
    void everyTableSaysAtWhichStepItHappened() {
        for (Unrolled net : List.of(VANILLA, GATED)) {
            for (Result result : List.of(
                    net.gradNorms(),
                    net.states(),
                    net.jacobians(),
                    net.jacobian(2),
                    net.weightGrad(),
                    net.inputGrads())) {
                assertThat(result.report().closing().get(0))
                        .contains("is not a finite number at t = ", "there are no states from there on");
                assertThat(result.toString()).doesNotContain("NaN");
            }
            assertThat(net.gradNorms().verdict()).isEqualTo(Verdict.UNDEFINED);
            assertThat(net.weightGrad().total().getEntry(0, 0)).isNaN();
            assertThat(net.jacobians().norm(3)).isNaN();
        }
        assertThat(GATED.gates().toString())
                .contains("is not a finite number at t = 1")
                .doesNotContain("NaN");
    }

    @Test
    void withoutASignalNoHorizonIsReached() {
        for (Unrolled net : List.of(VANILLA, GATED)) {
            assertThat(net.gradNorms().horizon(0.01)).isEqualTo(7);
            assertThat(net.diagnose().toString()).contains("horizon: undefined, there is no signal");
        }
    }

    @Test
    void statesBeforeItAreThere() {
        assertThat(VANILLA.states().norm(1)).isFinite().isPositive();
    }
}
