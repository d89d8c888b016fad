package gradflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.internal.kernel.Scaled;
import gradflow.report.text.NumberText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CsvRendererTest {

    @Test
    void everyKindOfCell() {
        assertThat(Reports.everything().csv()).isEqualTo("""
                        text,x,n
                        "a|b *c* <d> & ""e""\",0.631,12
                        "σ_max, ρ^(T-t)",1.5e-9,none
                        日本語,NaN,-3
                        "50 % of $x_y$
                        C:\\new",0,
                        [i],Infinity,0
                        ,-Infinity,1
                        ,-3.7685820865481169e-6021,9223372036854775807""");
    }

    @Test
    void headsAreQuotedWhereTheyHaveTo() {
        assertThat(Reports.table("t", List.of(Column.of("a,b"), Column.of("\"c\""), Column.of("d e")), List.of())
                        .csv())
                .isEqualTo("\"a,b\",\"\"\"c\"\"\",d e");
    }

    @Test
    void digitsReadBackAsTheSameDouble() {
        Random random = new Random(20_240_601);
        for (int i = 0; i < 20_000; i++) {
            long bits = random.nextLong();
            // Every fourth is subnormal.
            double x = Double.longBitsToDouble(i % 4 == 0 ? bits & 0x800FFFFFFFFFFFFFL : bits);
            if (Double.isFinite(x)) {
                assertThat(Double.parseDouble(NumberText.whole(Scaled.of(x))))
                        .as("%s, bits %x", x, bits)
                        .isEqualTo(x);
            }
        }
    }

    @Test
    void digitsAreTheFewestThatReadBack() {
        assertThat(List.of(0.1, 1.0, -2.5, 1e300, 5e-324, 0.1 + 0.2, 1e22, 123456789.0).stream()
                        .map(x -> NumberText.whole(Scaled.of(x))))
                .containsExactly("0.1", "1", "-2.5", "1e300", "5e-324", "0.30000000000000004", "1e22", "1.23456789e8");
    }

    @Test
    void aNumberThatNoDoubleHasKeeps17Digits() {
        assertThat(NumberText.whole(Scaled.of(3.2e-31).times(Scaled.of(1e-250).power(16))))
                .startsWith("3.2000000")
                .endsWith("e-4031")
                .hasSize(24);
        assertThat(NumberText.whole(new Scaled(1.0, -1075))).isEqualTo("2.4703282292062327e-324");
        assertThat(NumberText.whole(new Scaled(1.5, -1074))).isEqualTo("7.4109846876186982e-324");
        assertThat(NumberText.whole(new Scaled(1.0, 1024))).isEqualTo("1.7976931348623159e+308");
    }
}
