package gradflow.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What each comment in a note does, from the file to the file. */
@Timeout(120)
class DirectivesTest {
    @TempDir
    private Path path;

    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(path);
    }

    /** {@return the note, woven; it must pass a check then} */
    private String woven(String note) throws Exception {
        folder.write("a.md", note);
        assertThat(folder.weave("a.md")).returns(0, Folder.Said::code);
        assertThat(folder.check("a.md")).returns(0, Folder.Said::code);
        return folder.read("a.md").replaceAll("(?<=gradflow:end )\\w{6}", "SUM");
    }

    private String told(String note) throws Exception {
        folder.write("a.md", note);
        return folder.check("a.md").out();
    }

    private static String block(String options, String code) {
        return "<!-- gradflow: " + options + " -->\n```java\n" + code + "\n```\n";
    }

    private static String below(String content) {
        return "<!-- gradflow:out -->\n\n" + content + "\n\n<!-- gradflow:end SUM -->\n";
    }

    @Test
    void textDrawsATableInCharactersAndPutsAValueBelow() throws Exception {
        String table = block("text", "scalar(0.5).linear().unroll(1).gradNorms()");
        String unicode = block("text=unicode", "scalar(0.5).linear().unroll(1).gradNorms()");
        String value = block("text", "1 + 1");
        assertThat(woven(table + "\n" + unicode + "\n" + value))
                .isEqualTo(table + below("""
                ```text
                ||dL/dh_t||, L = sum(h_T)
                scalar(0.5).linear().unroll(1).gradNorms()
                rho(W_hh) = 0.500   ||W_hh||_2 = 0.500   T = 1

                t  ||dL/dh_t||  ratio   log10
                0    5.000e-01  0.500  -0.301  ############################
                1    1.000e+00          0.000  ########################################

                vanishing: x0.5 a step on the way back, half-life 1 step; 0.5 of the signal
                arrives at t = 0
                ```""") + "\n" + unicode + below("""
                ```text
                ‖∂L/∂h_t‖, L = sum(h_T)
                scalar(0.5).linear().unroll(1).gradNorms()
                ρ(W_hh) = 0.500   ‖W_hh‖₂ = 0.500   T = 1

                t  ‖∂L/∂h_t‖  ratio   log₁₀
                0  5.000e-01  0.500  -0.301  ████████████████████████████
                1  1.000e+00          0.000  ████████████████████████████████████████

                vanishing: ×0.5 a step on the way back, half-life 1 step; 0.5 of the signal
                arrives at t = 0
                ```""") + "\n" + value + below("```text\n2\n```"));
    }

    @Test
    void aTableMayBeATextOfYourOwnAndNothingElse() throws Exception {
        String own = block("table", "\"| a |\\n| --: |\\n| 0.25 |\"");
        assertThat(woven(own)).isEqualTo(own + below("| a |\n| --: |\n| 0.25 |"));
        assertThat(told(block("table", "1 + 1"))).startsWith("""
                a.md:3:1: error: table: this value is no table, and no text that begins with |
                  1 + 1
                  ^^^^^
                """);
    }

    @Test
    void aFigureMayBeAnSvgOfYourOwnAndNothingElse() throws Exception {
        String own = block(
                "figure=\"my figures/a b.svg\" alt=\"say \\\"hi\\\"\"",
                "\"<svg xmlns='http://www.w3.org/2000/svg'/>\"");
        assertThat(woven(own)).isEqualTo(own + below("![say \"hi\"](<my figures/a b.svg>)"));
        assertThat(folder.read("my figures/a b.svg")).isEqualTo("<svg xmlns='http://www.w3.org/2000/svg'/>\n");
        assertThat(told(block("figure=a.svg", "1 + 1")))
                .startsWith("a.md:3:1: error: figure: this value has no picture: end the block with a plot,"
                        + " or with the text of an SVG\n");
    }

    @Test
    void tolerancesAreRelativeAbsoluteAndForTheFileOrABlock() throws Exception {
        assertThat(told("<!-- gradflow:defaults tol=0.05 -->\n\n"
                        + "```java\n1 / 3.0  // ==> 0.3433\n```\n\n"
                        + block("tol=1e-6", "1 / 3.0  // ==> 0.3433") + "\n"
                        + block("atol=1e-10", "1e-12  // ==> 0\n1e-9   // ==> 0")))
                .isEqualTo("""
                        a.md:9:17: drift: want 0.3433, got 0.333
                            relative difference 2.9e-02 > 1.5e-04 (half a unit in the last printed digit)
                        a.md:15:15: drift: want 0, got 1.00e-09
                            only 0 equals 0, or what is within atol
                        1 file, 3 blocks: 1 ok, 2 drift
                        to bring the notes up to date: scripts/gradflow weave a.md
                        """);
    }

    @Test
    void digitsAreSignificantOnes() throws Exception {
        String table = block("digits=2 table", "scalar(0.5).linear().unroll(1).gradNorms()");
        assertThat(woven(block("digits=5", "2 / 3.0\n2 / 4.0") + "\n" + block("digits=all", "2 / 3.0") + "\n" + table))
                .isEqualTo(block("digits=5", "2 / 3.0  // ==> 0.66667\n2 / 4.0  // ==> 0.50000") + "\n"
                        + block("digits=all", "2 / 3.0  // ==> 0.6666666666666666") + "\n"
                        + table + below("""
                        |   t | ‖∂L/∂h_t‖ | ratio | log₁₀ |
                        | --: | --------: | ----: | ----: |
                        |   0 |   5.0e-01 |   0.5 |  -0.3 |
                        |   1 |   1.0e+00 |       |     0 |"""));
        assertThat(woven("<!-- gradflow:defaults digits=2 -->\n\n```java\n2 / 3.0\n```\n"))
                .endsWith("2 / 3.0  // ==> 0.67\n```\n");
    }

    @Test
    void aSeedStartsAnewAtEachBlockThatHasIt() throws Exception {
        String first = block("seed=7", "random.nextInt(1000)\nseed");
        String woven = woven(first + "\n```java\nrandom.nextInt(1000)\n```\n\n" + first);
        String drawn = woven.substring(0, woven.indexOf("\n\n```java"));
        assertThat(woven).endsWith("\n\n" + drawn + "\n").contains("seed  // ==> 7\n");
        assertThat(woven("<!-- gradflow:defaults seed=7 -->\n\n```java\nrandom.nextInt(1000)\n```\n"))
                .contains(drawn.lines()
                        .filter(line -> line.startsWith("random"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void whatIsSkippedIsCountedAndLeftAsItIs() throws Exception {
        String note = block("skip=\"takes an hour\"", "no Java;  // ==> 5\n") + "\n```java\n1 + 1  // ==> 2\n```\n";
        assertThat(told(note)).isEqualTo("1 file, 2 blocks: 1 ok, 1 skipped\n");
        assertThat(woven(note)).isEqualTo(note);
    }

    @Test
    void whatMustOnlyCompileDoesNotRun() throws Exception {
        assertThat(told(block("norun", "System.out.println(1);\nint x = 1 / 0;\nx + 1  // ==> 7")))
                .isEqualTo("1 file, 1 block: 1 ok\n");
        assertThat(told(block("norun", "int x = \"text\";"))).startsWith("""
                a.md:3:9: error: incompatible types: String cannot be converted to int
                  int x = "text";
                          ^^^^^^
                """);
    }

    @Test
    void whatIsVolatileIsWovenOnDemand() throws Exception {
        String note = block("volatile", "System.nanoTime() > 0  // ==> never");
        assertThat(told(note)).isEqualTo("1 file, 1 block: 1 ok\n");
        assertThat(woven(note)).isEqualTo(note);
        assertThat(folder.weave("--volatile", "a.md").code()).isZero();
        assertThat(folder.read("a.md")).isEqualTo(note.replace("never", "true"));
        assertThat(told(block("volatile", "1 / 0"))).startsWith("a.md:3:1: error: ArithmeticException: / by zero\n");
    }

    @Test
    void sessionsAreApartAndStartAnew() throws Exception {
        assertThat(woven("""
                <!-- gradflow:setup session=other
                int x = 5;
                -->

                ```java
                int x = 1;
                ```

                <!-- gradflow: session=other -->
                ```java
                x  // ==>
                ```

                ```java
                x  // ==>
                ```

                <!-- gradflow: reset -->
                ```java
                String x = "new";
                x  // ==>
                ```

                <!-- gradflow: session=other -->
                ```java
                x + 1  // ==>
                ```

                <!-- gradflow: reset fails=compile match="variable x" quiet -->
                ```java
                x
                ```
                """)).contains("x  // ==> 5\n", "x  // ==> 1\n", "x  // ==> new\n", "x + 1  // ==> 6\n");
    }

    @Test
    void quietShowsNothing() throws Exception {
        String note = block("quiet", "System.out.println(1);\n1 + 1");
        assertThat(woven(note)).isEqualTo(note);
    }

    @Test
    void dotsStandForLinesOnlyWhereTheAuthorSaysSo() throws Exception {
        String code = "for (int i = 0; i < 9; i++) System.out.println(\"line \" + i);";
        String dotted =
                "<!-- gradflow:out -->\n\n```text\nline 0\n…\nline 4\nline 5\n...\n```\n\n<!-- gradflow:end x -->\n";
        assertThat(told(block("ellipsis", code) + dotted)).isEqualTo("1 file, 1 block: 1 ok\n");
        assertThat(told(block("ellipsis", code) + dotted.replace("line 5", "line 6")))
                .startsWith("a.md:11:6: drift: want 6, got 5\n");
        assertThat(told(block("text", code) + dotted))
                .contains("a.md:9:1: drift: the text differs\n", "    -…\n    +line 1\n");
    }

    @Test
    void aTimeoutOfTheFileHoldsForEachBlock() throws Exception {
        assertThat(told("<!-- gradflow:defaults timeout=0.2 -->\n\n```java\nwhile (true) {}\n```\n\n"
                        + "```java\nThread.sleep(100_000);\n```\n"))
                .isEqualTo("""
                        a.md:4:1: error: stopped after 0.2 s (timeout=0.2)
                          while (true) {}
                          ^^^^^^^^^^^^^^^
                        a.md:8:1: error: stopped after 0.2 s (timeout=0.2)
                          Thread.sleep(100_000);
                          ^^^^^^^^^^^^^^^^^^^^^^
                        1 file, 2 blocks: 0 ok, 2 failed
                        """);
    }

    @Test
    void valuesInProseAreComparedLikeBlocks() throws Exception {
        assertThat(told("""
                ```java
                double third = 1 / 3.0;
                ```

                | a | <!-- gradflow:= third -->0.334 |
                |---|---|
                | b | <!-- gradflow:= third -->0.33 |

                It is <!-- gradflow:= "the " + 3 -->the 4<!-- gradflow:end -->, <!-- gradflow:= third --> or
                <!-- gradflow:= nix -->.
                """)).isEqualTo("""
                a.md:10:1: warning: a line that begins with a comment is no Markdown: begin it with a word
                a.md:5:32: drift: want 0.334, got 0.333
                    relative difference 2.0e-03 > 1.5e-03 (half a unit in the last printed digit)
                a.md:9:41: drift: want 4, got 3
                    relative difference 2.5e-01 > 0 (a whole number is exact)
                a.md:9:90: drift: no value here: got 0.333
                a.md:10:17: error: cannot find symbol: variable nix
                  <!-- gradflow:= nix -->.
                                  ^^^
                1 file, 6 blocks: 2 ok, 3 drift, 1 failed
                to bring the notes up to date: scripts/gradflow weave a.md
                """);
    }

    @Test
    void anOutputWithFencesStandsInALongerOne() throws Exception {
        String code = "System.out.println(\"```\\n````\");";
        assertThat(woven("```java\n" + code + "\n```\n"))
                .isEqualTo("```java\n" + code + "\n```\n" + below("`````text\n```\n````\n`````"));
    }

    @Test
    void anExceptionIsExpectedByItsOwnNameOrThatOfAKindOfIt() throws Exception {
        assertThat(told(block("fails=RuntimeException match=\"by zero\" quiet", "1 / 0") + "\n"
                        + block("fails=java.lang.ArithmeticException quiet", "1 / 0") + "\n"
                        + block("fails=compile match=\"by zero\" quiet", "1 / 0")))
                .isEqualTo("""
                        a.md:13:1: error: this block should fail with compile and "by zero", but: ArithmeticException: / by zero
                          1 / 0
                          ^^^^^
                        1 file, 3 blocks: 2 ok, 1 failed
                        """);
    }

    @Test
    void aFrameInAMethodOfAnEarlierBlockIsAPlaceInTheNote() throws Exception {
        assertThat(told("# Note\n\n- list\n\n  ```java\n  int half(int x) {\n      return x / 0;\n  }\n  ```\n\n"
                        + "> ```java\n> int y = half(1);\n> ```\n"))
                .startsWith("""
                        a.md:7:7: error: ArithmeticException: / by zero
                                return x / 0;
                                ^^^^^^^^^^^^^
                          at a.md:7 in half
                          at a.md:12
                        """);
    }
}
