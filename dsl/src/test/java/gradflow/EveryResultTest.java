package gradflow;

import static gradflow.Gradflow.activations;
import static gradflow.Gradflow.direction;
import static gradflow.Gradflow.gallery;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.powers;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.spectrum;
import static gradflow.Gradflow.sumEveryStep;
import static gradflow.Gradflow.trace;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.network.Unrolled;
import gradflow.report.Result;
import gradflow.report.TextStyle;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer in every form, of networks in good health and of those in none. */
class EveryResultTest {
    static Stream<Result> results() {
        Stream<Unrolled> runs = Stream.of(
                rnn().hidden(12).unroll(50),
                rnn().named("dead").whh(zeros()).bias(-1, -1, -1, -1).relu().unroll(5),
                rnn().named("overflowing").whh(identity(1e200)).linear().unroll(5),
                rnn().leaky(0.1).unroll(1).loss(sumEveryStep()),
                rnn().unroll(4).loss(direction(0, 0, 0, 0)),
                scalar(0.5).unroll(3));
        return Stream.concat(
                runs.flatMap(run -> Stream.of(
                        run.gradNorms(),
                        run.states(),
                        run.jacobians(),
                        run.jacobian(0),
                        run.lyapunov(),
                        run.weightGrad(),
                        run.why(),
                        run.clipSteps(1),
                        run.diagnose(),
                        run.diagnose().evidence(),
                        run.inputGrads(),
                        run.spectrum())),
                Stream.of(
                        trace(0.5, 10),
                        powers(20, 0.5, 2),
                        activations(),
                        gallery(),
                        spectrum(new double[][] {{0, 1}, {0, 0}}),
                        spectrum(gallery("chain4")).powers(50),
                        spectrum(gallery("jordan", 2).times(1e200)).powers(3),
                        spectrum(gallery("jordan", 2).times(2)).pseudo(0.01),
                        spectrum(zeros().sample(2)).powers(2),
                        spectrum(gallery("rotation")).powers(2),
                        spectrum(gallery("gallery5")).pseudo(1e-3)));
    }

    @ParameterizedTest
    @MethodSource("results")
    void everyFormIsThere(Result result) {
        List<String> forPeople = List.of(result.toString(), result.markdown(), result.latex(), result.html());
        assertThat(forPeople)
                .allSatisfy(form -> assertThat(form).doesNotContain("null").doesNotContain("NaN", "Infinity"));
        assertThat(forPeople).allSatisfy(EveryResultTest::isText);
        isText(result.csv());
        isText(result.json());
        assertThat(result.json()).doesNotContain("NaN", "Infinity");
        assertThat(result.report().text(TextStyle.columns(60)).lines()).allMatch(line -> line.length() <= 60);
        assertThat(result.report().text(TextStyle.usual().ascii())).matches("[\\p{ASCII}]*");
    }

    private static void isText(String form) {
        assertThat(form).isNotBlank().doesNotEndWith("\n");
    }
}
