package gradflow.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class OtherFormsTest {
    @TempDir
    private Path path;

    @Test
    void aNoteIsALatexDocument() throws Exception {
        Folder folder = new Folder(path);
        folder.write("a.md", """
                # The *norm* ρ

                By $W_{hh}^t$ and `x_1`, 50 % of it, for $5 and
                $6; $a_1 +
                b_2$ and $$c_1
                = d_2.$$

                <!-- gradflow: table -->
                ```java
                scalar(0.5).linear().unroll(1).gradNorms()
                ```

                <!-- gradflow: figure=a.svg alt="It falls" -->
                ```java
                scalar(0.5).linear().unroll(1).gradNorms()
                ```

                > - It is <!-- gradflow:= 1 / 4.0 -->.

                | a | b |
                |---|--:|
                | x | 2 |
                """);
        String latex = LatexNote.of(run(folder), run(folder).woven());
        assertThat(latex)
                .startsWith("\\documentclass")
                .contains(
                        "\\section*{The \\emph{norm} $\\rho$}\n\nBy $W_{hh}^t$ and \\texttt{x\\_1}, 50 \\% of it, for \\$5 and\n\\$6; $a_1 +\nb_2$ and"
                                + " $$c_1\n= d_2.$$\n")
                .contains("\\begin{tabular}{rrrr}\n\\toprule\n", "0 & $5.000\\times10^{-1}$ & 0.500 & $-0.301$ \\\\\n")
                .contains("\\begin{tikzpicture}", "\\caption{It falls}\n\\end{figure}\n")
                .contains("\\begin{quote}\n\\begin{itemize}\n\\item It is 0.250.\n")
                .contains("\\begin{tabular}{lr}\n\\toprule\na & b \\\\\n\\midrule\nx & 2 \\\\\n\\bottomrule\n")
                .doesNotContain("gradflow:")
                .endsWith("\\end{document}\n");
    }

    private static NoteRun run(Folder folder) throws Refused {
        return NoteRun.of(Note.read(NoteText.of(folder.path().resolve("a.md"))));
    }
}
