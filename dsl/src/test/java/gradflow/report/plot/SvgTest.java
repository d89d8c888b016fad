package gradflow.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SvgTest {
    @Test
    void theSameBytesOnEveryMachine() throws Exception {
        try (var stream = SvgTest.class.getResourceAsStream("odd.svg")) {
            assertThat(Plots.odd().svg()).isEqualTo(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void nothingIsFetchedAndNothingHasAnId() {
        assertThat(Plots.odd().svg().replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http", "url(", "href", " id=", "<script", "@import");
    }

    @Test
    void namesCannotBreakOut() {
        String svg = Plots.norms(Plots.series("</metadata><script>\u0000\n\uFFFF", 1, 2), Plots.series("b", 1))
                .svg();
        assertThat(svg).doesNotContain("<script", "\u0000", "\uFFFF").contains("&lt;/metadata&gt;&lt;script&gt;");
    }

    @Test
    void bothGroundsAreInIt() {
        assertThat(Plots.odd().svg())
                .contains(
                        ".gradflow .paper{fill:#ffffff}", "@media (prefers-color-scheme:dark)", ".paper{fill:#0d1117}");
    }

    @Test
    void theUnitCircleIsACircle() {
        assertThat(Plots.eigenvalues(3, 0).svg()).contains("<circle class=\"guide\"");
        assertThat(Plots.eigenvalues().svg()).contains("<circle class=\"guide\"");
    }

    @Test
    void aTitleOfYourOwnStandsWithoutTheExpression() {
        Plot plot = Plots.odd().titled("Figure 1");
        assertThat(plot.svg()).contains(">Figure 1</text>").doesNotContain("rnn()");
        assertThat(plot.text(40, 18, true)).startsWith("Figure 1\n\n");
    }
}
