package gradflow.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program from outside: exact output, nothing on stderr, exit codes. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class ProgramTest {
    @TempDir
    private Path folder;

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aScriptRunsByItsOwnNameFromAnotherFolder() throws Exception {
        String java = Program.java().stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        Path bin = Files.createDirectory(folder.resolve("a bin"));
        executable(bin.resolve("gradflow"), "#!/bin/sh\nexec " + java + " \"$@\"\n");
        executable(bin.resolve("how far"), """
                #!/usr/bin/env gradflow
                rnn().seed(Long.parseLong(args[0])).unroll(20).gradNorms().horizon(0.01)
                args[1] + args.length
                new java.io.File("").getCanonicalPath()
                rnn().hidden(args.length - 3)
                """);
        Path elsewhere = Files.createDirectory(folder.resolve("else where")).toRealPath();
        String line = "cd '" + elsewhere + "' && PATH='" + bin + "':\"$PATH\" && 'how far' 1 'a  b' -e";

        Program.Ended ended = Program.runCommand("", Map.of(), List.of("sh", "-c", line));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEqualTo("5\na  b3\n" + elsewhere + "\n");
        assertThat(ended.err()).startsWith(bin.resolve("how far") + ":5:7: error: hidden(n): n must be at least 1");
    }

    private static void executable(Path file, String text) throws Exception {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aScriptWritesItsResultsAlone() throws Exception {
        String script = file("all.jsh", """
                #!/usr/bin/env gradflow
                // What a script writes, and what it doesn't.
                var x = 3
                x * 2
                x * 2;
                void quiet() {}
                quiet()
                x = 4
                "text"
                  // with a comment in the chain
                  .concat(" ⟨ρ⟩")

                  .strip()
                new double[] {1, 0.5, 0.25}
                new Array2DRowRealMatrix(new double[][] {{1, 2.5}, {-3, 1e-3}})
                1e-5 / 3
                System.out.println("printed");
                "a,b\\n1,2\\n"
                null
                args.length + args[1]
                """);
        assertThat(Program.bothWays("", script, "one", "two \"\\ é")).isEqualTo(new Program.Ended(0, """
                        6
                        text ⟨ρ⟩
                        [1.00, 0.50, 0.25]
                         1.000   2.500
                        -3.000   0.001
                        3.3333333333333337e-6
                        printed
                        a,b
                        1,2
                        null
                        2two "\\ é
                        """, ""));
    }

    @Test
    void aResultIsShownInSpiteOfItsSemicolon() throws Exception {
        assertThat(Program.bothWays(
                        "record Mine() implements Result { public Report report() {"
                                + " return Report.of(\"the table\", List.of(), Table.of(List.of(), List.of()), List.of(),"
                                + " new Provenance(\"the table\", \"by hand\")); } }\n"
                                + "new Mine();\n"
                                + "\"but not this\";\n",
                        "-"))
                .isEqualTo(new Program.Ended(0, "the table\n", ""));
    }

    @Test
    void standardInputIsAScriptWhenItIsNoTerminal() throws Exception {
        assertThat(Program.bothWays("1 + 1\n")).isEqualTo(new Program.Ended(0, "2\n", ""));
        assertThat(Program.bothWays("")).isEqualTo(new Program.Ended(0, "", ""));
        assertThat(Program.bothWays("1 +\n")).isEqualTo(new Program.Ended(1, "", """
                <stdin>:1:4: error: reached end of file while parsing
                  1 +
                     ^
                """));
    }

    @Test
    void aLineOnTheCommandLine() throws Exception {
        assertThat(Program.bothWays("", "-e", "args[0].length()", "four")).isEqualTo(new Program.Ended(0, "4\n", ""));
    }

    @Test
    void standardInputIsThereForTheScript() throws Exception {
        assertThat(Program.bothWays("from outside", "-e", "new String(System.in.readAllBytes())"))
                .isEqualTo(new Program.Ended(0, "from outside\n", ""));
    }

    @Test
    void aScriptEndsWithItsOwnCode() throws Exception {
        assertThat(Program.bothWays("1\nSystem.exit(3)\n2\n")).isEqualTo(new Program.Ended(3, "1\n", ""));
        assertThat(Program.bothWays("1\n/exit\n2\n")).isEqualTo(new Program.Ended(0, "1\n", ""));
    }

    @Test
    void theFirstErrorEndsTheScript() throws Exception {
        String script = file("bad.jsh", "\"before\"\nint half(int n) {\n  return n / 0;\n}\n\nhalf(3)\n\"after\"\n");
        assertThat(Program.bothWays("", script))
                .isEqualTo(new Program.Ended(
                        1,
                        "before\n",
                        script + ":3:3: error: ArithmeticException: / by zero\n"
                                + "    return n / 0;\n"
                                + "    ^^^^^^^^^^^^^\n"
                                + "  at " + script + ":3 in half\n"
                                + "  at " + script + ":6\n"));
    }

    @Test
    void lectureNotesRunAndTheirErrorsHaveTheirPlaceInThem() throws Exception {
        String note = file("a.md", """
                # Notes

                <!-- gradflow:setup
                int two = 2;
                -->

                ```java
                two + args.length  // ==> 7
                ```

                - listed

                  ```java
                  int half(int x) {
                      return x / 0;
                  }
                  ```

                > ```java
                > half(two)
                > ```
                """);
        assertThat(Program.bothWays("", note, "one")).isEqualTo(new Program.Ended(1, "3\n", """
                        %1$s:15:7: error: ArithmeticException: / by zero
                                return x / 0;
                                ^^^^^^^^^^^^^
                          at %1$s:15 in half
                          at %1$s:20
                        """.formatted(note)));
        String wrong = file("b.md", "<!-- gradflow: tabel -->\n```java\n1\n```\n");
        assertThat(Program.bothWays("", wrong))
                .isEqualTo(new Program.Ended(
                        2,
                        "",
                        "gradflow: these notes can't be run\n" + wrong
                                + ":1:16: error: there is no key tabel: did you mean table?\n"));
    }

    @Test
    void wrongUsage() throws Exception {
        assertThat(Program.run("", "--colour"))
                .isEqualTo(new Program.Ended(
                        2, "", "gradflow: unknown option: --colour\ngradflow --help tells what there is\n"));
        assertThat(Program.run("", "none.jsh"))
                .isEqualTo(new Program.Ended(2, "", "gradflow: no such file: none.jsh\n"));
        assertThat(Program.run("", folder.toString()))
                .isEqualTo(new Program.Ended(2, "", "gradflow: not a file but a directory: " + folder + "\n"));
        Path latin = Files.write(folder.resolve("latin.jsh"), "\"é\"".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Program.run("", latin.toString()))
                .isEqualTo(new Program.Ended(2, "", "gradflow: not a text in UTF-8: " + latin + "\n"));
    }

    @Test
    void helpAndVersion() throws Exception {
        assertThat(Program.run("", "--help").out())
                .contains("gradflow file.jsh")
                .contains("Exit codes");
        assertThat(Program.run("", "--version").out()).startsWith("gradflow ").contains("Java ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "en_US", "de_DE.ISO-8859-1"})
    void aLocaleWithoutUtf8HasEachSignSpelt(String locale) throws Exception {
        String script = file(
                "greek.jsh",
                "\"ρ ≤ 1\"\nSystem.out.println(\"σ\")\nSystem.err.println(\"ε\")\nscalar(0.5).unroll(2).gradNorms()\n");
        Program.Ended ended = Program.run("", Map.of("LC_ALL", locale), script);

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEqualTo("eps\n");
        assertThat(ended.out())
                .startsWith("rho <= 1\nsigma\n||dL/dh_t||, L = sum(h_T)\n")
                .contains("\n1    4.997e-01  0.500  -0.301  ######")
                .matches("\\p{ASCII}*");
    }

    @Test
    void withoutALocaleOrWithAWordOnSignsThereIsUtf8() throws Exception {
        String script = file("greek.jsh", "\"ρ ≤ 1\"\nSystem.out.println(\"σ\")\nSystem.err.println(\"ε\")\n");
        Program.Ended signs = new Program.Ended(0, "ρ ≤ 1\nσ\n", "ε\n");

        assertThat(Program.run("", Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", ""), script))
                .isEqualTo(signs);
        assertThat(Program.run("", Map.of("LC_ALL", "C", "GRADFLOW_ASCII", "no"), script))
                .isEqualTo(signs);
        assertThat(Program.run("", "--ascii", script).out()).isEqualTo("rho <= 1\nsigma\n");
    }

    @Test
    void bytesThatAreNoTextAreNotSpelt() throws Exception {
        String script =
                file("picture.jsh", "System.out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff}, 0, 5);\n");
        Process process = new ProcessBuilder(Stream.concat(Program.java().stream(), Stream.of("--ascii", script))
                        .toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.getInputStream().readAllBytes()).containsExactly(0x89, 'P', 'N', 'G', 0xff);
    }

    @Test
    void endsQuietlyWhenNobodyReads() throws Exception {
        assertThat(shell(" -e 'for (int i = 0; ; i++) System.out.println(i);' | head -1"))
                .isEqualTo(new Program.Ended(0, "0\n", ""));
    }

    @Test
    void saysThatResultsAreLost() throws Exception {
        Program.Ended ended = shell(" -e '1 + 1' >&-");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).startsWith("gradflow: cannot write standard output: ");
    }

    @Test
    void aRuntimeWithoutJShellIsNamed() throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(Program.java().get(0), "--limit-modules", "java.base"),
                        Program.java().stream().skip(1))
                .collect(Collectors.toList());
        command.addAll(List.of("-e", "1"));
        Program.Ended ended = Program.runCommand("", Map.of(), command);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith("gradflow: a JDK is needed, 17 or newer; ")
                .hasLineCount(1);
    }

    private static Program.Ended shell(String rest) throws Exception {
        String java = Program.java().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        return Program.runCommand("", Map.of(), List.of("sh", "-c", java + rest));
    }
}
