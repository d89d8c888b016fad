package gradflow.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WeaveTest {
    @TempDir
    private Path path;

    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(path);
    }

    private static final String NOTE = """
            # Notes

            <!-- gradflow:setup
            int hidden = 4;
            -->

            ```java
            var net = rnn().hidden(hidden).whh(identity(0.5).plusNoise(0.05));
            net.unroll(20).gradNorms().perStep()
            net.unroll(20).gradNorms().log10(0)   // a comment
            double third = 1 / 3.0;               // ==> 0.4
            ```

            <!-- gradflow: table -->

            ```java
            net.unroll(2).gradNorms()
            ```

            > ```java
            > net.unroll(3).gradNorms().verdict()
            > System.out.println("two\\nlines");
            > ```

            1. in a list

               <!-- gradflow: fails=IllegalArgumentException match="at least 1" -->
               ```java
               rnn().hidden(0)
               ```

            It falls by <!-- gradflow:= net.unroll(20).gradNorms().perStep() --> a step; <!-- gradflow:= 1 + 1 -->2; it is
            called <!-- gradflow:= net.unroll(20).gradNorms().verdict() -->.
            """;

    private static final String WOVEN = """
            # Notes

            <!-- gradflow:setup
            int hidden = 4;
            -->

            ```java
            var net = rnn().hidden(hidden).whh(identity(0.5).plusNoise(0.05));
            net.unroll(20).gradNorms().perStep()  // ==> 0.622
            net.unroll(20).gradNorms().log10(0)   // a comment
            // ==> -3.83
            double third = 1 / 3.0;               // ==> 0.333
            ```

            <!-- gradflow: table -->

            ```java
            net.unroll(2).gradNorms()
            ```
            <!-- gradflow:out -->

            |   t | ‖∂L/∂h_t‖ | ratio |  log₁₀ |
            | --: | --------: | ----: | -----: |
            |   0 | 6.557e-01 | 0.588 | -0.183 |
            |   1 | 1.116e+00 | 0.558 |  0.048 |
            |   2 | 2.000e+00 |       |  0.301 |

            <!-- gradflow:end SUM -->

            > ```java
            > net.unroll(3).gradNorms().verdict()  // ==> VANISHING
            > System.out.println("two\\nlines");
            > ```
            > <!-- gradflow:out -->
            >
            > ```text
            > two
            > lines
            > ```
            >
            > <!-- gradflow:end yW8oiC -->

            1. in a list

               <!-- gradflow: fails=IllegalArgumentException match="at least 1" -->
               ```java
               rnn().hidden(0)
               ```
               <!-- gradflow:out -->

               ```text
               hidden(n): n must be at least 1, but was 0
                 in:  rnn().hidden(0)
                 try: hidden(1), the scalar case, where ∂h_T/∂h_0 can be checked by hand
               ```

               <!-- gradflow:end jY1WG5 -->

            It falls by <!-- gradflow:= net.unroll(20).gradNorms().perStep() -->0.622 a step; <!-- gradflow:= 1 + 1 -->2; it is
            called <!-- gradflow:= net.unroll(20).gradNorms().verdict() -->VANISHING<!-- gradflow:end -->.
            """;

    @Test
    void writesEachOutputAtItsPlaceAndStripsThemAgain() throws Exception {
        folder.write("a.md", NOTE);
        assertThat(folder.weave("a.md"))
                .isEqualTo(new Folder.Said(0, "", "1 file, 7 blocks: 1 ok, 6 brought up to date; 1 file written\n"));
        assertThat(folder.read("a.md").replaceFirst("(?<=gradflow:end )\\w{6}", "SUM"))
                .isEqualTo(WOVEN);
        assertThat(folder.check("--twice", "a.md")).isEqualTo(new Folder.Said(0, "1 file, 7 blocks: 7 ok\n", ""));
        assertThat(folder.weave("--all", "a.md")).isEqualTo(new Folder.Said(0, "", "1 file, 7 blocks: 7 ok\n"));
        assertThat(folder.weave("--strip", "--stdout", "a.md").out())
                .isEqualTo(NOTE.replace("               // ==> 0.4", "").replace("-->2;", "-->;"));
    }

    @Test
    void lineEndsAndByteOrderMarkAndTheLastLineStayAsTheyAre() throws Exception {
        String crlf = "\uFEFF> q\r\n>\r\n> ```java\r\n> 1 / 3.0\r\n> System.out.print(\"a\\nb\")\r\n> ```\r\nlast";
        folder.write("a.md", crlf);
        assertThat(folder.weave("a.md").code()).isZero();
        String woven = folder.read("a.md");
        assertThat(woven)
                .startsWith(
                        "\uFEFF> q\r\n>\r\n> ```java\r\n> 1 / 3.0  // ==> 0.333\r\n> System.out.print(\"a\\nb\")\r\n> ```\r\n"
                                + "> <!-- gradflow:out -->\r\n>\r\n> ```text\r\n> a\r\n> b\r\n> ```\r\n>\r\n> <!-- gradflow:end ")
                .endsWith(" -->\r\nlast");
        assertThat(folder.check("a.md").code()).isZero();
        assertThat(folder.weave("--strip", "a.md").code()).isZero();
        assertThat(folder.read("a.md")).isEqualTo(crlf);
    }

    @Test
    void aSemicolonSilencesAValueUnlessTheBlockAsksForItsForm() throws Exception {
        String silent = "```java\nscalar(0.5).unroll(1).gradNorms();\n1 + 1;\n```\n";
        folder.write("a.md", "<!-- gradflow:defaults text -->\n\n" + silent);
        assertThat(folder.weave("a.md").code()).isZero();
        assertThat(folder.read("a.md")).isEqualTo("<!-- gradflow:defaults text -->\n\n" + silent);
        folder.write("a.md", "<!-- gradflow: table -->\n```java\n1 + 1;\nscalar(0.5).unroll(1).gradNorms();\n```\n");
        assertThat(folder.weave("a.md").code()).isZero();
        assertThat(folder.read("a.md")).contains("gradNorms();\n```\n<!-- gradflow:out -->\n\n|   t |");
    }

    private static final String TABLE =
            "<!-- gradflow: table -->\n```java\nscalar(0.5).linear().unroll(2).gradNorms()\n```\n";

    @Test
    void whatIsEqualWithinItsToleranceIsLeftAndTheRestIsMended() throws Exception {
        folder.write("a.md", TABLE + "\n```java\n1 / 3.0   // ==> 0.33333\n```\n");
        assertThat(folder.weave("a.md").code()).isZero();
        String woven = folder.read("a.md");
        assertThat(woven).contains("// ==> 0.33333\n");
        // Shorter than it was woven, and still right: stays, and its sum is brought up to date.
        folder.write("a.md", woven.replace("2.500e-01", "0.25"));
        assertThat(folder.check("a.md").code()).isZero();
        assertThat(folder.weave("a.md").code()).isZero();
        assertThat(folder.read("a.md")).contains("0.25 ");
        // Wrong: told by column and row, and woven only by force, since a hand wrote it.
        folder.write("a.md", woven.replace("2.500e-01", "2.600e-01"));
        assertThat(folder.check("a.md")).isEqualTo(new Folder.Said(1, """
                        a.md:9:9: drift: column "‖∂L/∂h_t‖", row t=0: want 2.600e-01, got 2.500e-01
                            relative difference 3.8e-02 > 1.9e-04 (half a unit in the last printed digit)
                        1 file, 2 blocks: 1 ok, 1 drift
                        to bring the notes up to date: scripts/gradflow weave a.md
                        """, ""));
        Folder.Said refused = folder.weave("a.md");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err())
                .startsWith(
                        "a.md:5:1: error: this output was edited by hand, and weaving would overwrite it; --force does\n")
                .contains("    |   0 | 2.600e-01 | ");
        assertThat(folder.read("a.md")).contains("2.600e-01");
        assertThat(folder.weave("--force", "a.md").code()).isZero();
        assertThat(folder.read("a.md")).isEqualTo(woven);
    }

    @Test
    void anEmptyOutputIsFilledWhoeverLeftItEmpty() throws Exception {
        folder.write("woven.md", TABLE);
        assertThat(folder.weave("woven.md").code()).isZero();
        String woven = folder.read("woven.md");

        for (String empty : List.of(
                "<!-- gradflow:out -->\n<!-- gradflow:end -->\n",
                "<!-- gradflow:out -->\n\n\n<!-- gradflow:end -->\n",
                "<!-- gradflow:out -->\n\n<!-- gradflow:end AbCdEf -->\n")) {
            folder.write("a.md", TABLE + empty);
            assertThat(folder.check("a.md").code()).isEqualTo(1);
            assertThat(folder.weave("a.md").code()).isZero();
            assertThat(folder.read("a.md")).isEqualTo(woven);
        }
    }

    @Test
    void errorsAreAtTheirPlaceInTheFileThatWasWritten() throws Exception {
        folder.write("a.md", """
                ```java
                int half(int x) { return x / 0; }
                System.out.println("1\\n2");
                ```

                ```java
                half(1)
                int lost = 3;
                ```

                ```java
                lost
                ```
                """);
        String told = """
                a.md:2:1: error: ArithmeticException: / by zero
                  int half(int x) { return x / 0; }
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  at a.md:2 in half
                  at a.md:15
                a.md:20:1: error: cannot find symbol: variable lost
                  lost
                  ^^^^
                  follows from line 16, which failed
                """;
        assertThat(folder.weave("a.md").err()).startsWith(told);
        assertThat(folder.read("a.md").lines().skip(14)).startsWith("half(1)", "int lost = 3;");
        assertThat(folder.check("a.md").out()).startsWith(told);
    }

    @Test
    void outputsThatNothingShowsAnyMoreGo() throws Exception {
        folder.write("a.md", "```java\nint x = 2;\nSystem.out.println(x)\nx + 1\n```\n");
        assertThat(folder.weave("a.md").code()).isZero();
        folder.write(
                "a.md",
                folder.read("a.md").replace("System.out.println(x)\n", "").replace("x + 1 ", "x + 1; "));
        assertThat(folder.weave("a.md").code()).isEqualTo(0);
        assertThat(folder.read("a.md")).isEqualTo("```java\nint x = 2;\nx + 1;  // ==> 3\n```\n");
        folder.write("a.md", "```java\nint x = 2;\nvoid f() {}\nf()   // ==> 3\n```\n");
        assertThat(folder.weave("a.md").code()).isZero();
        assertThat(folder.read("a.md")).isEqualTo("```java\nint x = 2;\nvoid f() {}\nf()\n```\n");
    }

    @Test
    void aFigureIsWrittenBesideTheNoteAndComparedByItsData() throws Exception {
        folder.write(
                "a.md",
                "<!-- gradflow: figure=fig/a.svg alt=\"A [line]\" -->\n```java\nscalar(0.5).linear().unroll(3).gradNorms()\n```\n");
        assertThat(folder.check("a.md").out()).contains("a.md:2:1: drift: fig/a.svg: there is no such picture yet");
        assertThat(folder.weave("a.md").code()).isZero();
        assertThat(folder.read("a.md")).contains("\n\n![A \\[line\\]](fig/a.svg)\n\n");
        String svg = folder.read("fig/a.svg");
        assertThat(folder.check("a.md").code()).isZero();
        folder.write("fig/a.svg", svg.replace("1 0.25\n", "1 0.26\n"));
        assertThat(folder.check("a.md").out())
                .contains("a.md:2:1: drift: fig/a.svg: series \"")
                .contains("t = 1: 0.26 became 0.25");
        folder.write("fig/a.svg", svg.replace("<style>", "<style> "));
        assertThat(folder.check("a.md").out()).contains("the same data, drawn in another way");
        // Last digits, as another machine may have them, and the lines that they move: no drift, and no new file.
        String elsewhere =
                svg.replace("1 0.25\n", "1 0.25000000000000006\n").replaceFirst("(?<=points=\"\\d{2}\\.)\\d", "9");
        assertThat(elsewhere).isNotEqualTo(svg);
        folder.write("fig/a.svg", elsewhere);
        assertThat(folder.check("a.md").code()).isZero();
        assertThat(folder.weave("a.md").err()).isEqualTo("1 file, 1 block: 1 ok\n");
        assertThat(folder.read("fig/a.svg")).isEqualTo(elsewhere);
        folder.write("fig/a.svg", elsewhere.replace("<style>", "<style>.new{}"));
        assertThat(folder.check("a.md").out()).contains("the same data, drawn in another way");
        // Other words.
        folder.write("fig/a.svg", svg.replace("L = sum(h_T)", "L = ?"));
        assertThat(folder.check("a.md").out())
                .contains("drift: fig/a.svg: title: \"‖∂L/∂h_t‖, L = ?\" became \"‖∂L/∂h_t‖, L = sum(h_T)\"");
        folder.write("fig/a.svg", svg.replace("<series name=\"", "<series name=\"old "));
        assertThat(folder.check("a.md").out()).contains("is new\n    and 1 more change");
        folder.write("fig/a.svg", "my own text");
        assertThat(folder.weave("a.md").code()).isEqualTo(3);
        assertThat(folder.read("fig/a.svg")).isEqualTo("my own text");
    }

    @Test
    void theCodeAloneIsAScript() throws Exception {
        folder.write("a.md", NOTE);
        assertThat(folder.weave("--tangle=a.jsh", "a.md").code()).isZero();
        assertThat(folder.read("a.jsh")).isEqualTo("""
                // a.md:4
                int hidden = 4;

                // a.md:8
                var net = rnn().hidden(hidden).whh(identity(0.5).plusNoise(0.05));
                net.unroll(20).gradNorms().perStep()
                net.unroll(20).gradNorms().log10(0)   // a comment
                double third = 1 / 3.0;               // ==> 0.4

                // a.md:17
                net.unroll(2).gradNorms()

                // a.md:21
                net.unroll(3).gradNorms().verdict()
                System.out.println("two\\nlines");
                """);
        assertThat(folder.read("a.md")).isEqualTo(NOTE);
    }
}
