package gradflow.repl.engine;

import static gradflow.Gradflow.CHAPTER;
import static gradflow.Gradflow.KERAS;
import static gradflow.Gradflow.chain;
import static gradflow.Gradflow.diagonal;
import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.ginibre;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.jordan;
import static gradflow.Gradflow.kaimingNormal;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.orthogonal;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.rotation;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.torchLinear;
import static gradflow.Gradflow.uniform;
import static gradflow.Gradflow.unitary;
import static gradflow.Gradflow.xavierNormal;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.network.Description;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The text of a description is the expression that makes it: it reads back as an equal value. */
@Timeout(120)
class DescriptionTextTest {

    @Test
    void readsBackAsAnEqualValue() {
        List<Description> descriptions = List.of(
                rnn(),
                rnn().seed(-1).hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh(),
                rnn().named("a \"quoted\" \\ name\n").input(1).relu().seed(1L << 40),
                rnn().hidden(2)
                        .whh(new double[][] {{0.1, -1e-9}, {1e22, -0.0}})
                        .bias(1, 2.5)
                        .h0(0, -3),
                rnn().whh(orthogonal(1.1).times(-2))
                        .wxh(uniform(0.1))
                        .inputs(gaussian(1))
                        .leakyRelu(0.01),
                rnn().whh(jordan(0.9).plus(chain(2)).withSpectralRadius(0.99)).residual(0.1),
                rnn().whh(diagonal(1, 2, 3, 4).withNorm(2)).leaky(0.25).linear(),
                rnn().whh(unitary()).wxh(kaimingNormal()).bias(torchLinear()).sigmoid(),
                rnn().defaults(CHAPTER).whh(rotation(0.3)).wxh(xavierNormal()),
                scalar(-1.5).h0(1e-300).relu(),
                lstm().defaults(KERAS).forgetBias(2).c0(zeros()).wih(ginibre(1)),
                lstm().chrono(100).bhh(zeros()),
                gru().hidden(8).bih(gaussian(0.1)));
        try (Engine engine = Engine.start()) {
            for (Description description : descriptions) {
                Outcome outcome = engine.eval(description.toString());
                assertThat(outcome).as(description.toString()).isInstanceOf(Outcome.Value.class);
                assertThat(((Outcome.Value) outcome).value()).isEqualTo(description);
            }
        }
    }
}
