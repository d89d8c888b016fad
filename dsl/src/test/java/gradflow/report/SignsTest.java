package gradflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.report.text.DisplayWidth;
import gradflow.report.text.Signs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SignsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ‖∂h_T/∂h_t‖₂;        ||dh_T/dh_t||_2
            log₁₀ χ₁₂;           log10 chi_12
            φ′ φ′²;              phi' phi'2
            W_hhᵀ 10⁻³;          W_hh^T 10^-3
            ∏‖D_k‖ ≤ ρ·σ;        prod||D_k|| <= rho*sigma
            5–95 % … “é”;        5-95 % ... "e"
            日本;                ????
            """)
    void everySignHasASpelling(String text, String ascii) {
        assertThat(Signs.ascii(text)).isEqualTo(ascii);
    }

    @Test
    void combiningMarksFallAway() {
        assertThat(Signs.ascii("h\u0304")).isEqualTo("h");
    }

    @ParameterizedTest
    @CsvSource({"‖∂₂₀ρφ′χλκᵀ⁻∏, 13", "日本語, 6", "h\u0304, 1", "█▏…∞, 4", "😀, 2", "é, 1", "'', 0"})
    void aSignTakesAsManyColumnsAsInATerminal(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void aWideSignIsNotCutInHalf() {
        assertThat(DisplayWidth.cut("a日本", 2)).isEqualTo("a");
        assertThat(DisplayWidth.cut("a日本", 3)).isEqualTo("a日");
    }

    @Test
    void wideTextLinesUp() {
        assertThat(Reports.table(
                                "t",
                                List.of(Column.of("name"), Column.of("n")),
                                List.of(
                                        List.of(Cell.text("日本語"), Cell.whole(1)),
                                        List.of(Cell.text("abc\tdef"), Cell.whole(22))))
                        .text())
                .endsWith("""
                        name      n
                        日本語    1
                        abc def  22""");
    }
}
