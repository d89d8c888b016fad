package gradflow.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What each option of the two commands does. */
@Timeout(120)
class CommandLineTest {
    private static final String STALE = "```java\n1 + 1  // ==> 3\n```\n";
    private static final String FRESH = STALE.replace('3', '2');

    @TempDir
    private Path path;

    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(path);
    }

    @Test
    void stdoutGetsTheNoteAndTheFileStays() throws Exception {
        folder.write("a.md", STALE);
        assertThat(folder.weave("--stdout", "a.md"))
                .isEqualTo(new Folder.Said(0, FRESH, "1 file, 1 block: 0 ok, 1 brought up to date\n"));
        assertThat(folder.read("a.md")).isEqualTo(STALE);
        assertThat(folder.weave("--stdout", "--strip", "a.md").out()).isEqualTo("```java\n1 + 1\n```\n");
    }

    @Test
    void aCopyWithItsPicturesGoesIntoAnotherFolder() throws Exception {
        folder.write(
                "a.md",
                "<!-- gradflow: figure=fig/a.svg -->\n```java\nscalar(0.5).unroll(3).gradNorms().plot()\n```\n");
        assertThat(folder.weave("--out=copy", "a.md").code()).isZero();
        assertThat(folder.check("copy/a.md").code()).isZero();
        assertThat(path.resolve("copy/fig/a.svg")).isRegularFile();
        try (var files = Files.list(path)) {
            assertThat(files.map(path::relativize).map(Path::toString)).containsExactlyInAnyOrder("a.md", "copy");
        }
    }

    @Test
    void githubGetsAnAnnotationForEachFinding() throws Exception {
        folder.write("a,b.md", STALE + "\n```java\n\"50 %\" + nix\n```\n");
        assertThat(folder.check("--github", "a,b.md")).isEqualTo(new Folder.Said(2, """
                a,b.md:2:15: drift: want 3, got 2
                    relative difference 3.3e-01 > 0 (a whole number is exact)
                ::error file=a%2Cb.md,line=2,col=15::drift: want 3, got 2%0A    relative difference 3.3e-01 > 0 \
                (a whole number is exact)
                a,b.md:6:10: error: cannot find symbol: variable nix
                  "50 %" + nix
                           ^^^
                ::error file=a%2Cb.md,line=6,col=10::error: cannot find symbol: variable nix%0A  "50 %25" + nix%0A           ^^^
                1 file, 2 blocks: 0 ok, 1 drift, 1 failed
                to bring the notes up to date: scripts/gradflow weave a,b.md
                """, ""));
    }

    @Test
    void manyFilesAreToldInTheOrderTheyAreNamedAndTheWorstCounts() throws Exception {
        folder.write("fresh.md", FRESH);
        folder.write("stale.md", STALE);
        folder.write("failing.md", "```java\n1 / 0\n```\n");
        folder.write("wrong.md", "<!-- gradflow: tabel -->\n```java\n1\n```\n");
        Folder.Said said = folder.check("wrong.md", "stale.md", "none.md", "fresh.md", "failing.md");
        assertThat(said).isEqualTo(new Folder.Said(3, """
                wrong.md:1:16: error: there is no key tabel: did you mean table?
                stale.md:2:15: drift: want 3, got 2
                    relative difference 3.3e-01 > 0 (a whole number is exact)
                gradflow: no such file: none.md
                failing.md:2:1: error: ArithmeticException: / by zero
                  1 / 0
                  ^^^^^
                5 files, 3 blocks: 1 ok, 1 drift, 1 failed
                to bring the notes up to date: scripts/gradflow weave stale.md
                """, ""));
        assertThat(folder.check("stale.md", "fresh.md").code()).isEqualTo(1);
        assertThat(folder.check("stale.md", "failing.md").code()).isEqualTo(2);
    }

    @Test
    void filesRunSideBySideAndKnowNothingOfEachOther() throws Exception {
        String[] names = IntStream.range(0, 4).mapToObj(i -> i + ".md").toArray(String[]::new);
        for (int i = 0; i < names.length; i++) {
            folder.write(
                    names[i], "```java\nint own = " + i + ";\nSystem.out.println(\"file \" + own);\nown + 0\n```\n");
        }
        assertThat(folder.weave(names).err())
                .isEqualTo("4 files, 4 blocks: 0 ok, 4 brought up to date; 4 files written\n");
        for (int i = 0; i < names.length; i++) {
            assertThat(folder.read(names[i])).contains("own + 0  // ==> " + i + "\n", "```text\nfile " + i + "\n```");
        }
        assertThat(folder.check(names)).isEqualTo(new Folder.Said(0, "4 files, 4 blocks: 4 ok\n", ""));
    }

    @Test
    void checkWritesNothing() throws Exception {
        String note = STALE + "\n<!-- gradflow: figure=a.svg -->\n```java\nscalar(0.5).unroll(3).gradNorms()\n```\n";
        folder.write("it's a.md", note);
        Folder.Said said = folder.check("--twice", "it's a.md");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).endsWith("\nto bring the notes up to date: scripts/gradflow weave 'it'\\''s a.md'\n");
        assertThat(folder.read("it's a.md")).isEqualTo(note);
        try (var files = Files.list(path)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void allWritesAnewWhatIsRight() throws Exception {
        folder.write("a.md", "```java\n1 / 3.0  // ==> 0.33333\n```\n");
        assertThat(folder.weave("a.md").err()).isEqualTo("1 file, 1 block: 1 ok\n");
        assertThat(folder.weave("--all", "a.md").err()).isEqualTo("1 file, 1 block: 1 ok; 1 file written\n");
        assertThat(folder.read("a.md")).isEqualTo("```java\n1 / 3.0  // ==> 0.333\n```\n");
    }

    @Test
    void aNoteWithoutABlockIsAMistakeUnlessItIsAllowed() throws Exception {
        folder.write("a.md", "# Prose\n\n```python\n1\n```\n");
        assertThat(folder.check("a.md").out())
                .startsWith("a.md:1:1: error: no Java block here (--allow-empty takes such a file)\n");
        assertThat(folder.weave("a.md").code()).isEqualTo(3);
        assertThat(folder.check("--allow-empty", "a.md")).isEqualTo(new Folder.Said(0, "1 file, 0 blocks: 0 ok\n", ""));
    }

    @Test
    void aLatexDocumentStandsBesideTheNote() throws Exception {
        folder.write("a.md", "# Title\n\n```java\n1 + 1\n```\n");
        assertThat(folder.weave("--to=tex", "a.md"))
                .isEqualTo(new Folder.Said(0, "", "1 file, 1 block: 0 ok, 1 brought up to date; 1 file written\n"));
        assertThat(folder.read("a.tex")).startsWith("\\documentclass").contains("\\section*{Title}", "1 + 1  // ==> 2");
        assertThat(folder.weave("--to=tex", "--stdout", "a.md").out()).isEqualTo(folder.read("a.tex"));
        assertThat(folder.weave("--to=html", "a.md").err()).startsWith("gradflow: --to takes tex, and not html\n");
        assertThat(folder.read("a.md")).doesNotContain("==>");
    }

    @Test
    void aWrongCommandLineIsRefused() {
        assertThat(refused("--twise", "a.md"))
                .startsWith("gradflow: check has no option --twise: did you mean --twice?\n");
        assertThat(refused()).startsWith("gradflow: check: which notes? gradflow check notes.md\n");
        assertThat(refused("--twice=2", "a.md")).startsWith("gradflow: --twice takes no value\n");
        assertThat(folder.weave("--out").err()).startsWith("gradflow: --out: its value is missing\n");
        assertThat(folder.weave("--stdout", "--out=b", "a.md").err())
                .startsWith("gradflow: --stdout and --out are two places: which one?\n");
        assertThat(folder.weave("--tangle=a.jsh", "a.md", "b.md").err())
                .startsWith("gradflow: --tangle takes one note at a time\n");
    }

    private String refused(String... words) {
        Folder.Said said = folder.check(words);
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.out()).isEmpty();
        return said.err();
    }

    @Test
    void helpTellsEachOptionAndEachDirective() {
        assertThat(folder.check("--help").out())
                .contains("--twice", "--github", "--allow-empty", "figure=", "ellipsis");
        assertThat(folder.weave("-h").out())
                .contains("--stdout", "--out DIR", "--to tex", "--strip", "--tangle FILE", "--force");
    }
}
