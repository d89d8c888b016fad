package gradflow.repl.engine;

import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.matrix;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.sumEveryStep;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.network.Description;
import gradflow.network.Unrolled;
import gradflow.result.ClippedSteps;
import gradflow.result.Diagnosis;
import gradflow.result.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a diagnosis prints as a remedy is typed again, and gives what the diagnosis measured. */
@Timeout(120)
class RemedyTextTest {

    private static Object value(Engine engine, String expression) {
        Outcome outcome = engine.eval(expression);
        assertThat(outcome).as(expression).isInstanceOf(Outcome.Value.class);
        return ((Outcome.Value) outcome).value();
    }

    @Test
    void expressionEvaluatesToWhatWasMeasured() {
        List<Unrolled> networks = List.of(
                rnn().whh(identity(0.5).plusNoise(0.05)).unroll(20),
                rnn().whh(matrix(new double[][] {{1.5, 1}, {0, 1.4}}))
                        .linear()
                        .unroll(9)
                        .loss(sumEveryStep()),
                scalar(0.5).unroll(10),
                lstm().unroll(12),
                gru().seed(4).unroll(12));
        try (Engine engine = Engine.start()) {
            for (Unrolled network : networks) {
                Diagnosis diagnosis = network.diagnose();
                assertThat(diagnosis.remedies()).isNotEmpty();
                for (Trial trial : diagnosis.remedies()) {
                    Object value = value(engine, trial.expression());
                    double arrives = value instanceof ClippedSteps clipped
                            ? clipped.norm(0) / clipped.norm(clipped.steps())
                            : whole((Unrolled) value);
                    assertThat(arrives).as(trial.expression()).isEqualTo(trial.arrives());
                }
            }
        }
    }

    /** {@return ‖g_0‖/‖g_T‖ of the whole state} */
    private static double whole(Unrolled net) {
        return net.diagnose().asItIs().arrives();
    }

    @Test
    void lineIsAddedToTheNetworkOrTakesItsPlace() {
        Description network = rnn().wxh(zeros()).whh(identity(0.5));
        try (Engine engine = Engine.start()) {
            for (Trial trial : network.unroll(8).diagnose().remedies()) {
                String typed = trial.line().startsWith(".") ? network + trial.line() : trial.line();
                assertThat(trial.expression())
                        .isEqualTo("compare(" + network + ", " + value(engine, typed) + ").unroll(8).run(1)");
            }
        }
    }
}
