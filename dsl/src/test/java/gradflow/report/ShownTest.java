package gradflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import gradflow.internal.kernel.Scaled;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ShownTest {

    @Test
    void aLongTableShowsEveryKthRowAndTheLastThree() {
        assertThat(Reports.gradNorms(Reports.falling(200, Scaled.of(0.9)), 0).text())
                .isEqualTo("""
                        rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20).gradNorms()
                        ρ(W_hh) = 0.630   ‖W_hh‖₂ = 0.640   T = 20   seed 0

                          t  ‖∂L/∂h_t‖  ratio   log₁₀
                          0  7.055e-10  0.900  -9.151  ▏
                         10  2.023e-09  0.900  -8.694  ██
                         20  5.803e-09  0.900  -8.236  ████
                         30  1.664e-08  0.900  -7.779  ██████
                         40  4.773e-08  0.900  -7.321  ████████
                         50  1.369e-07  0.900  -6.864  ██████████
                         60  3.926e-07  0.900  -6.406  ████████████
                         70  1.126e-06  0.900  -5.948  ██████████████
                         80  3.229e-06  0.900  -5.491  ████████████████
                         90  9.261e-06  0.900  -5.033  ██████████████████
                        100  2.656e-05  0.900  -4.576  ████████████████████
                        110  7.618e-05  0.900  -4.118  ██████████████████████
                        120  2.185e-04  0.900  -3.661  ████████████████████████
                        130  6.266e-04  0.900  -3.203  ██████████████████████████
                        140  1.797e-03  0.900  -2.745  ████████████████████████████
                        150  5.154e-03  0.900  -2.288  ██████████████████████████████
                        160  1.478e-02  0.900  -1.830  ████████████████████████████████
                        170  4.239e-02  0.900  -1.373  ██████████████████████████████████
                        180  1.216e-01  0.900  -0.915  ████████████████████████████████████
                        190  3.487e-01  0.900  -0.458  ██████████████████████████████████████
                        198  8.100e-01  0.900  -0.092  ███████████████████████████████████████▋
                        199  9.000e-01  0.900  -0.046  ███████████████████████████████████████▊
                        200  1.000e+00          0.000  ████████████████████████████████████████
                        every 10th of 201 rows, the first and the last 3; .all() shows every row

                        Vanishing: each step back leaves 0.63 of ‖∂L/∂h_t‖, close to ρ(W_hh), and 20
                        steps leave 7.5e-05.""");
    }

    @Test
    void fortyOneRowsAreAllShown() {
        assertThat(steps(41)).hasSize(41);
        assertThat(Shown.of(report(41)).note()).isEmpty();
    }

    @Test
    void fortyTwoRowsAreThinned() {
        assertThat(steps(42))
                .startsWith(0L, 2L, 4L)
                .endsWith(38L, 39L, 40L, 41L)
                .hasSize(23);
        assertThat(Shown.of(report(42)).note())
                .isEqualTo("every 2nd of 42 rows, the first and the last 3; .all() shows every row");
    }

    @Test
    void theStepIsTheSmallestThatLeaves25Rows() {
        assertThat(steps(50)).startsWith(0L, 2L);
        assertThat(steps(51)).startsWith(0L, 5L);
        assertThat(steps(125)).startsWith(0L, 5L);
        assertThat(steps(126)).startsWith(0L, 10L);
        assertThat(steps(251)).startsWith(0L, 20L);
        assertThat(steps(501)).startsWith(0L, 50L);
        assertThat(steps(10_001)).startsWith(0L, 500L, 1000L).endsWith(9500L, 9998L, 9999L, 10_000L);
    }

    @Test
    void allShowsEveryRow() {
        Report all = report(500).all();
        assertThat(Shown.of(all).table().rows()).hasSize(500);
        assertThat(all.text()).doesNotContain("every");
        assertThat(all.markdown().lines().count()).isEqualTo(500 + 2 + 6);
    }

    @Test
    void formsForProgramsCarryEveryRow() {
        assertThat(report(500).csv().lines()).hasSize(501);
        assertThat(JsonParser.parseString(report(500).json()).getAsJsonObject().getAsJsonArray("rows"))
                .hasSize(500);
    }

    @Test
    void everyFormForPeopleSaysWhatItLeftOut() {
        String note = "every 20th of 500 rows, the first and the last 3; .all() shows every row";
        assertThat(report(500).markdown()).contains("\n\n" + note);
        assertThat(report(500).latex()).contains(note);
        assertThat(report(500).html()).contains("<p class=\"note\">" + note + "</p>");
    }

    private static Report report(int rows) {
        return Reports.table(
                "t",
                List.of(Column.of("t")),
                LongStream.range(0, rows).mapToObj(t -> List.of(Cell.whole(t))).toList());
    }

    private static List<Long> steps(int rows) {
        return Shown.of(report(rows)).table().rows().stream()
                .map(row -> ((Cell.Whole) row.get(0)).value())
                .toList();
    }
}
