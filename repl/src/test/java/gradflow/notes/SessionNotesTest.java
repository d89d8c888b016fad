package gradflow.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SessionNotesTest {
    @TempDir
    private Path path;

    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(path);
    }

    private SessionNotes notes(String... entries) {
        return SessionNotes.of(path.resolve("s.md"), List.of(entries));
    }

    @Test
    void aSessionIsANoteThatIsTrue() throws Exception {
        SessionNotes notes = notes(
                "import java.util.BitSet;",
                "int n = 3",
                "var net = rnn()   // the network",
                "double half(double x) {\n    return x / 2;\n}",
                "half(0.5)",
                "net.unroll(n).gradNorms();",
                "net.unroll(n).gradNorms()",
                "for (int i = 0; i < 2; i++) System.out.println(\"line \" + i);",
                "net.unroll(n).gradNorms().plot()",
                "rnn().hidden(0)",
                "1 / 0",
                "nix",
                "net.unroll(n).gradNorms().verdict()  // a comment");
        assertThat(notes.remarks())
                .containsExactly(
                        "rnn().hidden(0) fails, which the notes expect: hidden(n): n must be at least 1, but was 0",
                        "1 / 0 fails, which the notes expect: ArithmeticException: / by zero",
                        "nix fails, which the notes expect: cannot find symbol: variable nix");
        assertThat(notes.text().replaceAll("(?<=gradflow:end )\\w{6}", "SUM")).isEqualTo("""
                # s

                ```java
                import java.util.BitSet;
                int n = 3
                var net = rnn()   // the network
                double half(double x) {
                    return x / 2;
                }
                half(0.5)  // ==> 0.250
                net.unroll(n).gradNorms();
                net.unroll(n).gradNorms()
                ```
                <!-- gradflow:out -->

                **‖∂L/∂h_t‖, L = sum(h_T)**

                **rnn().unroll(3).gradNorms()**

                ρ(W_hh) = 0.548 · ‖W_hh‖₂ = 0.808 · T = 3 · seed 0

                |   t | ‖∂L/∂h_t‖ | ratio |  log₁₀ |
                | --: | --------: | ----: | -----: |
                |   0 | 3.758e-01 | 0.603 | -0.425 |
                |   1 | 6.235e-01 | 0.646 | -0.205 |
                |   2 | 9.649e-01 | 0.482 | -0.016 |
                |   3 | 2.000e+00 |       |  0.301 |

                vanishing: ×0.573 a step on the way back, half-life 1.24 steps; 0.188 of the signal arrives at t = 0

                <!-- gradflow:end SUM -->

                ```java
                for (int i = 0; i < 2; i++) System.out.println("line " + i);
                ```
                <!-- gradflow:out -->

                ```text
                line 0
                line 1
                ```

                <!-- gradflow:end SUM -->

                <!-- gradflow: figure=fig/s-1.svg alt="‖∂L/∂h_t‖, L = sum(h_T)" -->
                ```java
                net.unroll(n).gradNorms().plot()
                ```
                <!-- gradflow:out -->

                ![‖∂L/∂h_t‖, L = sum(h_T)](fig/s-1.svg)

                <!-- gradflow:end SUM -->

                <!-- gradflow: fails=Refusal match="hidden(n): n must be at least 1, but was 0" -->
                ```java
                rnn().hidden(0)
                ```
                <!-- gradflow:out -->

                ```text
                hidden(n): n must be at least 1, but was 0
                  in:  rnn().hidden(0)
                  try: hidden(1), the scalar case, where ∂h_T/∂h_0 can be checked by hand
                ```

                <!-- gradflow:end SUM -->

                <!-- gradflow: fails=ArithmeticException match="/ by zero" -->
                ```java
                1 / 0
                ```
                <!-- gradflow:out -->

                ```text
                ArithmeticException: / by zero
                ```

                <!-- gradflow:end SUM -->

                <!-- gradflow: fails=compile match="cannot find symbol: variable nix" -->
                ```java
                nix
                ```
                <!-- gradflow:out -->

                ```text
                cannot find symbol: variable nix
                ```

                <!-- gradflow:end SUM -->

                ```java
                net.unroll(n).gradNorms().verdict()  // a comment
                // ==> VANISHING
                ```
                """);
        notes.write(false);
        assertThat(folder.check("--twice", "s.md")).isEqualTo(new Folder.Said(0, "1 file, 7 blocks: 7 ok\n", ""));
        assertThat(folder.weave("s.md").err()).doesNotContain("written");
        assertThatThrownBy(() -> notes.write(false))
                .hasMessage(path.resolve("s.md") + " is there already; nothing was written");
        notes.write(true);
    }

    @Test
    void whatChangesFromRunToRunIsNotCompared() throws Exception {
        SessionNotes notes = notes("var random = new Random()", "random.nextGaussian()", "2 + 2");
        assertThat(notes.remarks())
                .containsExactly("random.nextGaussian() shows something else each time, so it is not compared");
        assertThat(notes.text())
                .startsWith("# s\n\n```java\nvar random = new Random()\n```\n\n"
                        + "<!-- gradflow: volatile -->\n```java\nrandom.nextGaussian()  // ==> ")
                .endsWith("\n```\n\n```java\n2 + 2  // ==> 4\n```\n");
        notes.write(false);
        assertThat(folder.check("s.md").code()).isZero();
    }

    @Test
    void whatCannotStandInNotesIsLeftOut() throws Exception {
        SessionNotes notes = notes(
                "System.out.println(\"<!-- gradflow:out -->\")",
                "int kept = 1",
                "\"```\" + /* ``` */ \"\"",
                "- 1",
                "\"a\\\"b\".repeat(0)",
                "throw new IllegalStateException(\"say \\\"-->\\\" and \\\\ more\")",
                "kept");
        assertThat(notes.remarks())
                .containsExactly(
                        "System.out.println(\"<!-- gradflow:out --… is left out: an output can't hold a comment of gradflow",
                        "throw new IllegalStateException(\"say \\\"-… fails, which the notes expect: IllegalStateException: say \"-->\" and \\ more");
        notes.write(false);
        assertThat(folder.check("s.md")).isEqualTo(new Folder.Said(0, "1 file, 5 blocks: 5 ok\n", ""));
        assertThat(notes.text())
                .contains(
                        "```java\nint kept = 1\n```\n\n````java\n\"```\" + /* ``` */ \"\"  // ==> ```\n````\n\n"
                                + "```java\n- 1  // ==> -1\n\"a\\\"b\".repeat(0)  // ==> \"\"\n```\n",
                        "fails=IllegalStateException match=\"say \\\"\" -->");
    }

    @Test
    void aSessionThatIsStoppedWritesNothing() throws Exception {
        Gate.REACHED.set(new CountDownLatch(1));
        Gate.OPEN.set(new CountDownLatch(1));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread exporting = new Thread(() -> {
            try {
                assertThat(notes("gradflow.notes.Gate.pass();", "1 + 1").text()).isEmpty();
            } catch (CancellationException e) {
                thrown.set(e);
            }
        });
        exporting.start();
        Gate.REACHED.get().await();
        exporting.interrupt();
        exporting.join();
        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(Files.list(path)).isEmpty();
    }
}
