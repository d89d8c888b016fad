package gradflow.repl.engine;

import static gradflow.Gradflow.compare;
import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.unitOfLast;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.network.Rnn;
import gradflow.network.Unrolled;
import gradflow.result.ClippedSteps;
import gradflow.result.Trial;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a diagnosis tells a person to type is Java, and gives the numbers that its table has. */
@Timeout(120)
class DiagnosisLinesTest {
    private static final double H2 = Math.sqrt(0.9);

    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engine.start();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    /** ρ(W_hh) = 0.548, saturated so that its gradient explodes; nothing is drawn. */
    private static Rnn saturating() {
        return rnn().whh(new double[][] {{1.8, -3}, {1, -1.5}})
                .bias(3 * H2, 0.5 * Math.log((1 + H2) / (1 - H2)) + 1.5 * H2)
                .h0(0, H2)
                .inputs(zeros());
    }

    private static Object value(String typed) {
        Outcome outcome = engine.eval(typed);
        assertThat(outcome).as(typed).isInstanceOf(Outcome.Value.class);
        Object value = ((Outcome.Value) outcome).value();
        assertThat(value).as(typed).isNotNull();
        return value;
    }

    private static void assertMeasured(Object ran, Trial trial) {
        if (ran instanceof ClippedSteps clipped) {
            assertThat(clipped.signal()).as(trial.name()).isEqualTo(trial.signal());
        } else {
            Trial again = ((Unrolled) ran).diagnose().asItIs();
            assertThat(again.signal()).as(trial.name()).isEqualTo(trial.signal());
        }
    }

    @Test
    void expressionOfEachRemedyRunsItOverTheSameInputs() {
        for (Unrolled net : List.of(
                rnn().whh(identity(0.5).plusNoise(0.05)).unroll(20),
                rnn().whh(identity(1.5).plusNoise(0.05)).seed(3).unroll(20).loss(unitOfLast(2)),
                rnn().whh(gaussian(0.3)).whhTimes(0.5).input(3).unroll(12),
                saturating().unroll(20),
                scalar(0.5).unroll(20),
                lstm().unroll(40),
                gru().unroll(40).loss(unitOfLast(0)),
                compare(rnn().seed(9), rnn().whh(identity(0.4))).unroll(5).run(1))) {
            List<Trial> remedies = net.diagnose().remedies();
            assertThat(remedies).as(net.toString()).hasSizeGreaterThan(2);
            remedies.forEach(trial -> assertMeasured(value(trial.expression()), trial));
        }
    }

    @Test
    void lineThatIsAddedToANetworkIsTheRemedy() {
        Unrolled net = saturating().unroll(20);
        for (Trial trial : net.diagnose().remedies()) {
            String line = trial.line();
            if (line.startsWith(".clipSteps")) {
                assertMeasured(value(net + line), trial);
            } else if (line.startsWith(".")) {
                assertMeasured(value(saturating() + line + ".unroll(20)"), trial);
            } else {
                assertMeasured(value(line + ".inputs(zeros()).unroll(20)"), trial);
            }
        }
    }
}
