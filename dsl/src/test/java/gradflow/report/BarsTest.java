package gradflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BarsTest {

    @Test
    void logarithmicBarsRunFromTheSmallestToTheLargest() {
        assertThat(Reports.bars(Format.significant(3), true, 1, 10, 100, 0, Double.POSITIVE_INFINITY, Double.NaN, -1)
                        .text())
                .isEqualTo("""
                        bars
                        seed 0

                                x
                                1  ▏
                               10  ████████████████████
                              100  ████████████████████████████████████████
                                0
                                ∞  ████████████████████████████████████████
                        undefined
                               -1""");
    }

    @Test
    void linearBarsStartFromZeroAndShowASliverOfWhatIsSmall() {
        assertThat(Reports.bars(Format.significant(3), false, 0, 1e-9, 1, 2, 4, -4)
                        .text(TextStyle.columns(17)))
                .isEqualTo("""
                        bars
                        seed 0

                             x
                         0
                         1e-09  ▏
                         1      ██▎
                         2      ████▌
                         4      █████████
                        -4""");
    }

    @Test
    void equalValuesHaveFullBars() {
        assertThat(Reports.bars(Format.significant(3), true, 3, 3).text(TextStyle.columns(17)))
                .isEqualTo("""
                        bars
                        seed 0

                        x
                        3  ██████████████
                        3  ██████████████""");
    }

    @Test
    void valuesThatHardlyDifferDoNotLookAsIfTheyDid() {
        assertThat(Reports.bars(Format.significant(3), true, 1, 1.01).text(TextStyle.columns(17)))
                .isEqualTo("""
                        bars
                        seed 0

                           x
                        1     ███████████
                        1.01  ███████████""");
    }

    @Test
    void aBarTakesEightToFortyCells() {
        Report report = Reports.bars(Format.significant(3), true, 3);
        assertThat(report.text(TextStyle.columns(10))).endsWith("x\n3");
        assertThat(report.text(TextStyle.columns(11))).endsWith("3  " + "█".repeat(8));
        assertThat(report.text(TextStyle.columns(200))).endsWith("3  " + "█".repeat(40));
    }

    @Test
    void onlyOverflowedValuesHaveFullBarsToo() {
        assertThat(Reports.bars(Format.significant(3), true, Double.POSITIVE_INFINITY)
                        .text(TextStyle.columns(11).ascii()))
                .endsWith("inf")
                .doesNotContain("#");
        assertThat(Reports.bars(Format.significant(3), true, Double.POSITIVE_INFINITY)
                        .text(TextStyle.columns(13).ascii()))
                .endsWith("inf  ########");
    }

    @Test
    void aBarOfAColumnThatIsNotThereIsRefused() {
        Table table = Table.of(List.of(Column.of("t")), List.of());
        assertThatThrownBy(() -> table.bars(1, true)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
