package gradflow;

import static gradflow.Gradflow.activations;
import static gradflow.Gradflow.addingProblem;
import static gradflow.Gradflow.compare;
import static gradflow.Gradflow.copyMemory;
import static gradflow.Gradflow.criticalScale;
import static gradflow.Gradflow.data;
import static gradflow.Gradflow.direction;
import static gradflow.Gradflow.ensemble;
import static gradflow.Gradflow.gallery;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.ints;
import static gradflow.Gradflow.linspace;
import static gradflow.Gradflow.logspace;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.meanField;
import static gradflow.Gradflow.powers;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.spectrum;
import static gradflow.Gradflow.stability;
import static gradflow.Gradflow.sumEveryStep;
import static gradflow.Gradflow.sweep;
import static gradflow.Gradflow.tensors;
import static gradflow.Gradflow.trace;
import static gradflow.Gradflow.train;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import gradflow.network.Unrolled;
import gradflow.report.Result;
import gradflow.report.TextStyle;
import gradflow.report.plot.FigureData;
import gradflow.report.plot.Plot;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
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
                        run.inputGrads(),
                        run.spectrum())),
                Stream.of(
                        meanField(1.3, 0.3),
                        meanField(2, 1).relu(),
                        meanField(1, 0).erf().criticalLine(),
                        compare(rnn(), lstm(), scalar(0.5)).unroll(6).lyapunov(),
                        compare(rnn(), lstm()).unroll(6).jacobians(),
                        compare(rnn(), lstm()).unroll(6).gradNorms(),
                        sweep(
                                "w",
                                logspace(0.5, 2, 9),
                                w -> scalar(w).linear().unroll(20).gradNorms().norm(0)),
                        sweep("x", new double[] {3, 1, 1, 2}, x -> x == 3 ? Double.POSITIVE_INFINITY : Math.log(x - 1)),
                        sweep("T", ints(10, 20), T -> Double.NaN),
                        sweep("T", ints(10, 20))
                                .by("n", ints(4, 8), (T, n) -> T * n)
                                .named("λ_1"),
                        sweep("T", ints(1, 2)).by("x", linspace(-1, 1, 30), (T, x) -> Math.log(x)),
                        sweep("T", ints(10, 20))
                                .by("n", ints(4, 8), (T, n) -> -T)
                                .column(0),
                        train(rnn(), addingProblem(4)).clipNorm(1).steps(60),
                        train(rnn(), addingProblem(4)).steps(60).drift(),
                        train(rnn(), data(new double[][][] {{{1}}}, new double[][] {{3}}))
                                .steps(6),
                        train(lstm().named("short"), copyMemory(2, 2, 1)).steps(1),
                        train(rnn().linear().whh(identity(1e200)), addingProblem(4))
                                .steps(3),
                        criticalScale(rnn(), 20),
                        ensemble(rnn(), 9).of(net -> net.spectrum().radius()).named("ρ(W_hh)"),
                        ensemble(rnn(), 2).of(net -> Double.NaN),
                        criticalScale(rnn().whh(zeros()), 3),
                        meanField(1, 0),
                        trace(0.5, 10),
                        powers(20, 0.5, 2),
                        lstm().unroll(5).gates(),
                        lstm().unroll(5).lyapunov(),
                        stability(new double[][] {{1.8, -3}, {1, -1.5}}),
                        stability(new double[][] {{0.5, 0}, {0, 0.5}}),
                        spectrum(new double[][] {{0, 1}, {0, 0}}),
                        spectrum(gallery("chain4")).powers(50),
                        spectrum(gallery("jordan", 2).times(1e200)).powers(3),
                        spectrum(gallery("jordan", 2).times(2)).pseudo(0.01),
                        spectrum(zeros().sample(2)).powers(2),
                        spectrum(gallery("rotation")).powers(2),
                        spectrum(gallery("gallery5")).pseudo(1e-3)));
    }

    static Stream<Result> allResults() {
        return Stream.concat(results(), withoutPicture());
    }

    @ParameterizedTest
    @MethodSource("allResults")
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

    /** Formulas, names, and rows of numbers that don't belong to one scale. */
    static Stream<Result> withoutPicture() {
        return Stream.of(
                activations(),
                gallery(),
                rnn().unroll(4).diagnose().evidence(),
                rnn().unroll(4).weightGrad().clip(1),
                tensors("src/test/resources/tensors/stored.npz"));
    }

    @ParameterizedTest
    @MethodSource("withoutPicture")
    void answersWithoutAPictureSaySo(Result result) {
        assertThatThrownBy(result::plot)
                .hasMessage("plot(): this answer has no series of numbers to draw\n  in:  "
                        + result.report().provenance().expression()
                        + ".plot()\n  try: its table: markdown(), latex(), html(), csv() or json()");
    }

    @Test
    void everyKindOfAnswerIsHere() {
        Set<Class<?>> here =
                Stream.concat(results(), withoutPicture()).map(Result::getClass).collect(Collectors.toSet());
        Set<Class<?>> all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("gradflow").stream()
                        .filter(kind -> kind.isAssignableTo(Result.class) && !kind.isInterface())
                        .map(JavaClass::reflect)
                        .collect(Collectors.toSet());
        assertThat(here).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @MethodSource("results")
    void everyOtherAnswerIsAPictureToo(Result result) throws Exception {
        Plot plot = result.plot();
        assertThat(plot.text(80, 24, false)).matches("[\\p{ASCII}]*");
        for (int width : new int[] {40, 80}) {
            assertThat(plot.text(width, 24, true).lines()).allMatch(line -> line.length() <= width);
        }
        assertThat(plot.tex()).contains("\\begin{axis}").doesNotContain("NaN", "Infinity");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(plot.svg().getBytes(StandardCharsets.UTF_8)));
        assertThat(FigureData.read(plot.svg()).series()).hasSameSizeAs(plot.series());
    }

    private static void isText(String form) {
        assertThat(form).isNotBlank().doesNotEndWith("\n");
    }
}
