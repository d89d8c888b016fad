package gradflow.repl.completion;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.engine.Engine;
import gradflow.repl.engine.EngineOptions;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.SessionNames;
import gradflow.repl.engine.Suggestion;
import gradflow.repl.library.Packages;
import gradflow.repl.library.TestPackages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class KnownNamesTest {
    @TempDir
    static Path folder;

    private static Packages packages;
    private static Engine engine;
    private static KnownNames names;

    @BeforeAll
    static void declare() throws IOException, InterruptedException {
        packages = TestPackages.in(folder);
        engine = Engine.start();
        names = new KnownNames(() -> Optional.of(packages));
        for (String declared : List.of(
                "var net = rnn().hidden(2)",
                "String word = \"abc\"",
                "var list = List.of(1, 2)",
                "double[] xs = {1, 2}",
                "Map.Entry<String, Integer> entry = Map.entry(\"a\", 1)",
                "int num = 3",
                "record Point(int x, int y) {}",
                "class Own<T> { public static int S = 1; }",
                "double twice(double d) { return 2 * d; }",
                "int nought() { return 0; }",
                "import java.util.concurrent.atomic.AtomicLong",
                "import static java.util.stream.Collectors.toList",
                "import static java.util.concurrent.TimeUnit.*")) {
            Outcome outcome = engine.eval(declared);
            assertThat(outcome).as(declared).isNotInstanceOf(Outcome.Rejected.class);
            names.learn(outcome, engine.names());
        }
        // JShell looks for packages in the background.
        while (offeredByJShell("java.ut").isEmpty()
                || offeredByJShell("org.juni").isEmpty()) {
            Thread.sleep(50);
        }
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static Set<String> offeredByJShell(String text) {
        Set<String> texts = new TreeSet<>();
        for (Suggestion one : engine.suggestions(text, text.length())) {
            texts.add(one.text());
        }
        return texts;
    }

    private static List<String> offered(String text) {
        return names.offers(text).orElseThrow(() -> new AssertionError("not known: " + text)).stream()
                .map(Offer::text)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ArrayL",
                "Ar",
                "S",
                "Doub",
                "Atomic",
                "Own",
                "Poi",
                "nets",
                "nu",
                "tw",
                "toL",
                "SEC",
                "wo",
                "rn",
                "o",
                "c",
                "ja",
                "bool",
                "in",
                "zz",
                "$",
                "new ArrayL",
                "new Arr",
                "new Li",
                "new Ab",
                "new Se",
                "new StringB",
                "new Rnn",
                "new java.ut",
                "new java.util.Arr",
                "new java.util.concurrent.Con",
                "new AbstractMap.",
                "new Map.",
                "List<Inte",
                "Map<String, Lis",
                "List<java.ut",
                "Map.Entry<Str",
                "List<String> x = new Arr",
                "int i = Inte",
                "int i = nu",
                "String s = wo",
                "(Stri",
                "if (nu",
                "word instanceof Str",
                "\"a\" + Str",
                "word == nu",
                "1 + dou",
                "xs[nu",
                "xs[0] + nu",
                "Math.sqrt(nu",
                "Math.sqrt(Math.s",
                "System.out.println(wo",
                "twice(nu",
                "word -> wor",
                "x -> Math.s",
                "x -> \"a\".tr",
                "Stream.of(1).map(net -> rnn().hid",
                "() -> { var y = Math.s",
                "int a = 1; Ar",
                "throw new Ill",
                "Math.s",
                "Math.",
                "double d = Math.s",
                "String.val",
                "String.",
                "List.o",
                "List.",
                "Double.",
                "Integer.MAX",
                "Map.",
                "Map.En",
                "Map.Entry.",
                "java.util.Map.Entry.",
                "AtomicLong.",
                "Thread.State.",
                "Thread.State.N",
                "Thread.State.NEW.",
                "HashMap.",
                "Locale.",
                "Comparator.",
                "Array2DRowRealMatrix.",
                "Rnn.",
                "System.o",
                "System.out.",
                "System.out.pri",
                "System.getP",
                "java.",
                "java.ut",
                "java.util.",
                "java.util.Arr",
                "java.util.List.",
                "javax.swi",
                "java.sql.",
                "gradflow.mod",
                "gradflow.Gradflow.rn",
                "import ja",
                "import java.",
                "import java.ut",
                "import java.util.",
                "import java.util.Arr",
                "import java.util.Map.",
                "import java.util.List; import java.ut",
                "import javax.swi",
                "import org.apache.commons.math3.linear.Arr",
                "import gradflow.rep",
                "import sun.misc.U",
                "import static java.util.",
                "import static java.lang.Math.",
                "import static java.util.Map.",
                "import static gradflow.Gradflow.rn",
                "word.",
                "word.sub",
                "word.toS",
                "word.substring(1).sub",
                "\"abc\".",
                "\"abc\".sub",
                "list.",
                "list.toS",
                "list.stream().ma",
                "entry.",
                "xs.le",
                "net.",
                "Map.of(1, 2).",
                "Stream.of(1).ma",
                "Integer.valueOf(3).",
                "new StringBuilder().app",
            })
    void whatIsOfferedIsWhatJShellOffers(String text) {
        assertThat(offered(text)).containsExactlyInAnyOrderElementsOf(offeredByJShell(text));
    }

    @Test
    void aStaticMethodIsOfferedThoughEveryObjectHasOneOfThatName() {
        assertThat(offered("Arrays.")).contains("equals(", "hashCode(");
        assertThat(offeredByJShell("Arrays.")).doesNotContain("equals(");
    }

    @Test
    void anArrayHasItsLengthAndWhatEveryObjectHas() {
        assertThat(offered("xs.")).containsExactlyInAnyOrder("length", "clone()");
        assertThat(offered("xs.toS")).containsExactly("toString()");
    }

    @Test
    void aPackageIsOfferedIfSomethingInItCanBeImported() {
        assertThat(offered("sun.")).contains("misc.").doesNotContain("awt.");
        assertThat(offeredByJShell("sun.")).contains("misc.", "awt.");
    }

    @Test
    void beforeTheFirstLetterTypesAreLeftOut() {
        assertThat(offered(""))
                .contains("rnn()", "net", "twice(", "nought()", "int", "java.")
                .doesNotContain("List");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new ", // all types that there are
                "Math.sqrt(", // what gives a number
                "new Own", // its constructors
                "Own.",
                "list.get(0).",
                "nothing.",
                "this.",
                "num.",
                "return nu",
                "class A extends Abs",
                "class A implements Ru",
                "void f() throws IOE",
                "try { } catch (Exc",
                "for (Str",
                "@Ov",
                "Math::s",
                "{ int number = 1; num", // a name of its own
                "abc -> ab",
                "Stream.of(1).map(net -> net.",
                "List<in",
                "int a",
                "List<String> wo",
                "(int) nu",
                "import ",
                "import stat",
                "import java.util.*",
                "import java.util.Arr ",
                "jdk.internal.misc.",
            })
    void whatTheClassesAloneCannotSayIsLeftToTheCompiler(String text) {
        assertThat(names.offers(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Arr", "// Arr", "'A", "1 /* Arr"})
    void nothingIsOfferedInALiteralOrAComment(String text) {
        assertThat(offered(text)).isEmpty();
    }

    @Test
    void whatIsDeclaredHidesWhatIsImported() {
        KnownNames hiding = new KnownNames(() -> Optional.of(packages));
        hiding.learn(new SessionNames(
                Set.of("Math"),
                Map.of("rnn", false),
                Set.of("List"),
                SessionNames.atStart().imports(),
                true));

        assertThat(hiding.offers("Math.s")).isEmpty();
        assertThat(hiding.offers("List.o")).isEmpty();
        assertThat(hiding.offers("rnn().")).isEmpty();
        assertThat(hiding.offers("rn")).contains(List.of(new Offer("Gradflow", "rnn(")));
        assertThat(hiding.offers("Set.o")).contains(List.of(new Offer("Set", "of(")));
    }

    @Test
    void aNameOfTwoImportedTypesIsLeftToTheCompiler() {
        KnownNames two = new KnownNames(() -> Optional.of(packages));
        two.learn(new SessionNames(
                Set.of(), Map.of(), Set.of(), List.of("import java.util.*;", "import java.sql.*;"), true));

        assertThat(two.offers("Date.v")).isEmpty();
        assertThat(two.offers("Dat"))
                .hasValueSatisfying(offers -> assertThat(offers)
                        .extracting(Offer::text)
                        .containsOnlyOnce("Date")
                        .contains("DatabaseMetaData"));
    }

    @Test
    void whereOtherClassesAreSeenListsOfTypesAreLeftToTheCompiler() {
        KnownNames others = new KnownNames(() -> Optional.of(packages));
        others.learn(new SessionNames(
                Set.of(), Map.of(), Set.of(), SessionNames.atStart().imports(), false));

        assertThat(others.offers("new ArrayL")).isEmpty();
        assertThat(others.offers("java.ut")).isEmpty();
        assertThat(others.offers("rnn().hidd")).isPresent();
    }

    @Test
    void withoutAnInventoryTypesAreKnownOneByOne() {
        KnownNames some = new KnownNames(Optional::empty);

        assertThat(some.offers("new ArrayL")).isEmpty();
        assertThat(some.offers("Math.sq")).contains(List.of(new Offer("Math", "sqrt(")));
        assertThat(some.offers("\"\".rep"))
                .hasValueSatisfying(offers -> assertThat(offers).hasSize(4));
    }

    @Test
    void theImportsAtTheStartAreKnownBeforeTheEngineIsThere() {
        KnownNames early = new KnownNames(() -> Optional.of(packages));

        assertThat(early.offers("new ArrayL")).contains(List.of(new Offer("Gradflow", "ArrayList(")));
        assertThat(early.offers("RealMat")).isPresent();
        try (Engine plain = Engine.start(EngineOptions.atPrompt())) {
            assertThat(plain.names().imports())
                    .containsAll(SessionNames.atStart().imports());
        }
    }

    @Test
    void whatIsDroppedIsForgotten() {
        KnownNames forgetful = new KnownNames(() -> Optional.of(packages));
        try (Engine other = Engine.start()) {
            forgetful.learn(other.eval("var mine = rnn()"), other.names());
            assertThat(forgetful.offers("mine.hid")).isPresent();
            assertThat(forgetful.offers("mi"))
                    .hasValueSatisfying(
                            offers -> assertThat(offers).extracting(Offer::text).containsExactly("mine"));

            assertThat(other.drop("mine")).isTrue();
            forgetful.learn(other.names());
            assertThat(forgetful.offers("mine.hid")).isEmpty();
            assertThat(forgetful.offers("mine")).contains(List.of());
        }
    }
}
