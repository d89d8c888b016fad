package gradflow.repl.help;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.Gradflow;
import gradflow.network.Gru;
import gradflow.network.Lstm;
import gradflow.network.Rnn;
import gradflow.network.Scalar;
import gradflow.network.Unrolled;
import gradflow.result.GradNorms;
import gradflow.result.JacobianProducts;
import gradflow.result.Spectrum;
import gradflow.result.States;
import gradflow.result.WeightGrad;
import gradflow.result.Why;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the build makes of the dsl's Javadoc. */
class HelpIndexTest {
    private static final HelpIndex INDEX = HelpIndex.standard();
    private static final Set<String> OF_JAVA = Set.of("toString", "equals", "hashCode");

    static Stream<Class<?>> types() {
        return Stream.of(
                Gradflow.class,
                Rnn.class,
                Lstm.class,
                Gru.class,
                Scalar.class,
                Unrolled.class,
                GradNorms.class,
                JacobianProducts.class,
                Spectrum.class,
                States.class,
                WeightGrad.class,
                Why.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyPublicWordOfATypeHasAFirstSentence(Class<?> type) {
        List<String> words = Arrays.stream(type.getMethods())
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !OF_JAVA.contains(method.getName()) && !mentionsInternal(method))
                .map(Method::getName)
                .distinct()
                .toList();

        assertThat(words)
                .isNotEmpty()
                .allSatisfy(word -> assertThat(INDEX.members(type.getSimpleName(), word))
                        .isNotEmpty()
                        .allSatisfy(entry -> assertThat(entry.summary()).isNotBlank()));
    }

    private static boolean mentionsInternal(Method method) {
        return method.toGenericString().contains(".internal.");
    }

    @Test
    void aWordTellsWhatItTakesAndGives() {
        Entry horizon = INDEX.members("GradNorms", "horizon").get(0);

        assertThat(horizon.signature()).isEqualTo("horizon(double fraction)");
        assertThat(horizon.returns()).isEqualTo("int");
        assertThat(horizon.summary()).isEqualTo("How far back the signal reaches");
        assertThat(horizon.parameters()).containsExactly(new Parameter("double", "fraction", "for example 0.01"));
        assertThat(horizon.result()).startsWith("the least k with ‖∂L/∂h_{T−k}‖ ≤ fraction·‖∂L/∂h_T‖");
    }

    @Test
    void aWordThatSeveralNetworksShareGivesBackTheNetworkItWasAskedOf() {
        assertThat(INDEX.named("hidden")).extracting(Entry::owner).contains("Rnn", "Lstm", "Gru");
        assertThat(INDEX.members("Lstm", "hidden"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.returns()).isEqualTo("Lstm"))
                .satisfies(entry -> assertThat(entry.origin()).isEqualTo("Layer"));
    }

    @Test
    void modifiersStandInGroups() {
        assertThat(groups("hidden", "input")).containsOnly(Group.SIZES);
        assertThat(groups("whh", "wxh", "bias", "h0", "load")).containsOnly(Group.WEIGHTS);
        assertThat(groups("tanh", "leakyRelu", "residual")).containsOnly(Group.ACTIVATION);
        assertThat(groups("inputs")).containsOnly(Group.INPUT);
        assertThat(groups("seed", "named", "defaults")).containsOnly(Group.SETTING);
        assertThat(groups("unroll", "spectrum")).containsOnly(Group.ASK);
        assertThat(INDEX.members("GradNorms", "markdown").get(0).group()).isEqualTo(Group.FORM);
    }

    private static Set<Group> groups(String... words) {
        return Stream.of(words)
                .flatMap(word -> INDEX.members("Rnn", word).stream())
                .map(Entry::group)
                .collect(Collectors.toSet());
    }

    @Test
    void aTypeKeepsItsFormulasSourcesAndExamples() {
        Entry rnn = INDEX.type("Rnn").orElseThrow();
        Entry spectrum = INDEX.type("Spectrum").orElseThrow();

        assertThat(rnn.summary()).isEqualTo("The vanilla recurrent network h_t = φ(W_xh·x_t + W_hh·h_{t-1} + b)");
        assertThat(rnn.formulas()).contains("h_t = φ(W_xh·x_t + W_hh·h_{t-1} + b)");
        assertThat(rnn.examples())
                .first()
                .asString()
                .startsWith("rnn().hidden(4)")
                .endsWith(".gradNorms()");
        assertThat(spectrum.sources()).containsExactly("Trefethen, Embree (2005), Spectra and Pseudospectra, §§ 2, 48");
    }

    @Test
    void conceptsAreFoundByAnyOfTheirNames() {
        for (String name : List.of(
                "spectral radius",
                "Spectral Radius",
                "rho",
                "vanishing gradient",
                "Henrici",
                "Lyapunov exponent",
                "Kreiss",
                "saturation")) {
            assertThat(INDEX.named(name)).as(name).anySatisfy(entry -> {
                assertThat(entry.kind()).isEqualTo(Entry.Kind.CONCEPT);
                assertThat(entry.summary()).isNotBlank();
                assertThat(entry.examples()).isNotEmpty();
            });
        }
    }

    @Test
    void aMisspeltNameHasNeighbours() {
        assertThat(INDEX.nearest("gradNroms", 3)).first().isEqualTo("gradNorms");
        assertThat(INDEX.nearest("spectral raduis", 3)).first().isEqualTo("spectral radius");
        assertThat(INDEX.nearest("xyzzyxyzzy", 3)).isEmpty();
    }

    @Test
    void anEntryIsTheSameAfterBeingWrittenAndRead() {
        assertThat(INDEX.all())
                .hasSizeGreaterThan(100)
                .allSatisfy(entry ->
                        assertThat(EntryLines.entry(EntryLines.line(entry))).isEqualTo(entry));
    }

    @Test
    void internalTypesStayInside() {
        assertThat(INDEX.members("Spectrum", "of")).isEmpty();
        assertThat(INDEX.type("Mat")).isEmpty();
    }
}
