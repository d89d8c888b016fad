package gradflow.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a block can do to the program, and the world to a file. */
@Timeout(180)
class RobustnessTest {
    @TempDir
    private Path path;

    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(path);
    }

    @Test
    void whatABlockDoesWrongIsToldAndTheNextOnesRun() throws Exception {
        folder.write("a.md", """
                <!-- gradflow: timeout=0.3 -->
                ```java
                while (true) {}
                ```

                ```java
                System.exit(3)
                ```

                ```java
                Stream.of(1).forEach(Runtime.getRuntime()::halt)
                ```

                ```java
                for (int i = 0; i < 1_000_000; i++) System.out.println("line " + i);
                ```

                ```java
                record P(int x) {}
                P p = new P(1);
                int f(int x) { return x; }
                ```

                ```java
                record P(int x, int y) {}
                int f(int x) { return 2 * x; }
                f(new P(1, 2).y())
                ```

                ```java
                var thread = new Thread(() -> { while (true) { } });
                thread.start();
                gradflow.notes.Gate.leave(thread)
                ```

                ```java
                f(10)
                ```
                """);
        Folder.Said said = folder.weave("a.md");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                a.md:3:1: error: stopped after 0.3 s (timeout=0.3)
                  while (true) {}
                  ^^^^^^^^^^^^^^^
                a.md:7:8: error: ExitRefused: System.exit(3) would end the program that runs this
                  System.exit(3)
                         ^^^^
                a.md:11:14: error: ExitRefused: Runtime.halt(1) would end the program that runs this
                  Stream.of(1).forEach(Runtime.getRuntime()::halt)
                               ^^^^^^^
                a.md:15:1: error: this block prints more than a megabyte, which is no note
                1 file, 8 blocks: 2 ok, 2 brought up to date, 4 failed; 1 file written
                """);
        assertThat(folder.read("a.md"))
                .contains("f(new P(1, 2).y())  // ==> 4\n", "f(10)  // ==> 20\n")
                .hasLineCount(38);
        Gate.LEFT.get().join(60_000);
        assertThat(Gate.LEFT.get().isAlive()).isFalse();
    }

    @Test
    void whatFollowsFromAFailureSaysSo() throws Exception {
        folder.write("a.md", "```java\n1 / 0\nvar x = 3;\n```\n\n```java\nx + 1\n```\n");
        assertThat(folder.check("a.md")).isEqualTo(new Folder.Said(2, """
                a.md:2:1: error: ArithmeticException: / by zero
                  1 / 0
                  ^^^^^
                a.md:7:1: error: cannot find symbol: variable x
                  x + 1
                  ^
                  follows from line 3, which failed
                1 file, 2 blocks: 0 ok, 2 failed
                """, ""));
    }

    @Test
    void anErrorThatDoesNotHappenOrIsAnotherIsAFailure() throws Exception {
        folder.write("a.md", """
                <!-- gradflow: fails=ArithmeticException match="zero" quiet -->
                ```java
                1 / 1;
                ```

                <!-- gradflow: fails=ArithmeticException match="one" quiet -->
                ```java
                1 / 0
                ```

                <!-- gradflow: fails=compile match="cannot find symbol" quiet -->
                ```java
                nix
                ```

                <!-- gradflow: fails=timeout timeout=0.1 quiet -->
                ```java
                while (true) {}
                ```
                """);
        assertThat(folder.check("a.md")).isEqualTo(new Folder.Said(2, """
                a.md:3:1: error: this block should fail with ArithmeticException and "zero", and runs through
                a.md:8:1: error: this block should fail with ArithmeticException and "one", but: ArithmeticException: / by zero
                  1 / 0
                  ^^^^^
                1 file, 4 blocks: 2 ok, 2 failed
                """, ""));
    }

    @Test
    void chanceIsFoundByRunningTwice() throws Exception {
        folder.write("a.md", """
                ```java
                new Object().hashCode() * Math.random();
                System.nanoTime() > 0
                ```

                ```java
                System.out.println(Math.random());
                ```
                """);
        assertThat(folder.weave("a.md").code()).isZero();
        Folder.Said said = folder.check("--twice", "a.md");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out())
                .contains("a.md:6:1: error: this differs from run to run: a random number without a seed, a clock,"
                        + " or the order of a hash?\n    once  0.")
                .doesNotContain("a.md:1:1");
    }

    @Test
    void aReadOnlyFileIsLeft() throws Exception {
        Path file = folder.write("a.md", "```java\n1 + 1\n```\n");
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(folder.weave("a.md"))
                .isEqualTo(
                        new Folder.Said(
                                3,
                                "",
                                "gradflow: a.md is read-only; nothing was written (chmod u+w allows it)\n1 file, 0 blocks: 0 ok\n"));
        assertThat(folder.read("a.md")).isEqualTo("```java\n1 + 1\n```\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
        assertThat(folder.weave("a.md").code()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void aFileThatChangesMeanwhileIsLeft() throws Exception {
        Gate.REACHED.set(new CountDownLatch(1));
        Gate.OPEN.set(new CountDownLatch(1));
        folder.write("a.md", "```java\ngradflow.notes.Gate.pass();\n1 + 1\n```\n");
        AtomicReference<Folder.Said> said = new AtomicReference<>();
        Thread weaving = new Thread(() -> said.set(folder.weave("a.md")));
        weaving.start();
        Gate.REACHED.get().await();
        folder.write("a.md", "the author's new text\n");
        Gate.OPEN.get().countDown();
        weaving.join();
        assertThat(said.get().code()).isEqualTo(3);
        assertThat(said.get().err())
                .contains("a.md was changed while it was woven; nothing was written, weave it again");
        assertThat(folder.read("a.md")).isEqualTo("the author's new text\n");
        try (Stream<Path> files = Files.list(path)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void tenMegabytes() throws Exception {
        // Most of it in another language's block: Markdown takes its time over prose.
        String prose = "A line of prose with `code`, *emphasis* and a [link](there).\n\n".repeat(10_000) + "```text\n"
                + "A line of a listing, with a number, 0.25, and a fence: ``\n".repeat(170_000) + "```\n\n";
        folder.write("a.md", prose + "```java\n1 + 1\n```\n" + prose.substring(0, 100));
        assertThat(folder.weave("a.md").code()).isZero();
        assertThat(folder.read("a.md")).isEqualTo(prose + "```java\n1 + 1  // ==> 2\n```\n" + prose.substring(0, 100));
    }

    @Test
    void fiveHundredBlocks() throws Exception {
        // Most of them without a snippet, since compiling five hundred takes ten seconds.
        String blocks = IntStream.range(0, 500)
                .mapToObj(i -> "```java\n" + (i % 20 == 19 ? i + " + 1" : "// nothing") + "\n```\n\n")
                .collect(Collectors.joining());
        folder.write("a.md", blocks);
        assertThat(folder.weave("a.md").err())
                .isEqualTo("1 file, 500 blocks: 475 ok, 25 brought up to date; 1 file written\n");
        assertThat(folder.read("a.md")).contains("499 + 1  // ==> 500\n");
    }

    /** Writes the same note with two figures over and over, until it is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            for (int i = 1; ; i++) {
                List<SafeFile.Change> changes = new ArrayList<>();
                for (String name : FILES) {
                    changes.add(SafeFile.change(folder.resolve(name), text(i)));
                }
                SafeFile.replace(changes);
                System.out.println("written");
            }
        }

        static String text(int i) {
            return ("version " + i + "\n").repeat(50_000);
        }
    }

    private static final List<String> FILES = List.of("fig/a.svg", "fig/b.svg", "a.md");

    @Test
    void aKillLeavesEachFileWholeAndNoFigureOlderThanTheNote() throws Exception {
        for (int round = 1; round <= 3; round++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            path.toString())
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (int i = 0; i < round; i++) {
                    assertThat(out.readLine()).isEqualTo("written");
                }
            }
            process.destroyForcibly().waitFor();
            List<Integer> versions = new ArrayList<>();
            for (String name : FILES) {
                String text = folder.read(name);
                int version = Integer.parseInt(text.substring("version ".length(), text.indexOf('\n')));
                assertThat(text.equals(Writer.text(version))).as(name).isTrue();
                versions.add(version);
            }
            assertThat(versions).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(versions.get(0) - versions.get(2)).isBetween(0, 1);
        }
    }

    @Test
    void aFigureThatCannotBeWrittenLeavesTheNoteAsItIs() throws Exception {
        String note = "<!-- gradflow: figure=fig/a.svg -->\n```java\nscalar(0.5).unroll(3).gradNorms().plot()\n```\n";
        folder.write("a.md", note);
        folder.write("fig", "a file, where a folder is needed");
        Folder.Said said = folder.weave("a.md");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).startsWith("gradflow: cannot write a.md, or a figure of it: ");
        assertThat(folder.read("a.md")).isEqualTo(note);
        try (Stream<Path> files = Files.list(path)) {
            assertThat(files).hasSize(2);
        }
    }
}
