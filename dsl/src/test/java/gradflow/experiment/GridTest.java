package gradflow.experiment;

import static gradflow.Gradflow.ints;
import static gradflow.Gradflow.linspace;
import static gradflow.Gradflow.rangeClosed;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.sweep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.report.plot.FigureData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final Grid POWERS = sweep("w", new double[] {0.5, 1, 2})
            .by(
                    "T",
                    ints(10, 20),
                    (w, T) -> scalar(w).linear().unroll(T).gradNorms().norm(0));

    @Test
    void aLinearUnitLeavesItsPowers() {
        assertThat(POWERS.values()).isEqualTo(new double[][] {{0x1p-10, 0x1p-20}, {1, 1}, {0x1p10, 0x1p20}});
        assertThat(POWERS.value(2, 1)).isEqualTo(1048576);
        assertThat(POWERS.column(1).values()).containsExactly(0x1p-20, 1, 0x1p20);
        assertThat(POWERS.row(0).axis()).containsExactly(10, 20);
        assertThat(POWERS.column(0).crossings(1)).containsExactly(new double[] {1}, within(1e-15));
    }

    @Test
    void aColumnForEachSecondValue() {
        assertThat(POWERS.toString()).isEqualTo("""
                value over w and T
                sweep("w", new double[] {0.5, 1, 2}).by("T", ints(10, 20), (w, T) -> …)
                points = 6   smallest = 9.537e-07   largest = 1.049e+06

                  w     T = 10     T = 20
                0.5  9.766e-04  9.537e-07
                1    1.000e+00  1.000e+00
                2    1.024e+03  1.049e+06

                smallest at w = 0.5, T = 20; largest at w = 2, T = 20
                T = 10: crosses 1 at w = 1
                T = 20: crosses 1 at w = 1""");
        assertThat(POWERS.row(2).toString()).startsWith("value over T, w = 2\n");
    }

    @Test
    void filesHaveARowAPoint() {
        assertThat(POWERS.csv()).isEqualTo("""
                w,T,value
                0.5,10,0.0009765625
                0.5,20,9.5367431640625e-7
                1,10,1
                1,20,1
                2,10,1024
                2,20,1048576""");
        assertThat(POWERS.json()).contains("\"columns\": [\"w\", \"T\", \"value\"]", "[0.5, 20, 9.5367431640625e-7]");
    }

    @Test
    void everyKindOfAxisGoesWithEveryOther() {
        assertThat(sweep("a", ints(1, 2))
                        .by("b", ints(2, 3), (a, b) -> a / b + (a == b ? 1 : 0))
                        .values())
                .isEqualTo(new double[][] {{0, 0}, {2 / 2 + 1, 0}});
        assertThat(sweep("a", ints(3))
                        .by("b", new double[] {2}, (a, b) -> a / b)
                        .value(0, 0))
                .isEqualTo(1.5);
        assertThat(sweep("a", new double[] {3})
                        .by("b", ints(2), (a, b) -> (int) a / b)
                        .value(0, 0))
                .isEqualTo(1);
        assertThat(sweep("a", new double[] {3})
                        .by("b", new double[] {2}, (a, b) -> a / b)
                        .value(0, 0))
                .isEqualTo(1.5);
        Grid gone = sweep("a", ints(3), a -> a).by("b", ints(2), (a, b) -> a * b);
        assertThat(gone.toString()).contains("sweep(\"a\", ints(3)).by(\"b\", ints(2), (a, b) -> …)");
        assertThat(sweep("a", ints(3), a -> a)
                        .by("b", new double[] {2}, (a, b) -> a * b)
                        .largest())
                .isEqualTo(6);
        assertThat(sweep("a", new double[] {3}, a -> a)
                        .by("b", ints(2), (a, b) -> a * b)
                        .largest())
                .isEqualTo(6);
        assertThat(sweep("a", new double[] {3}, a -> a)
                        .by("b", new double[] {2}, (a, b) -> a * b)
                        .smallest())
                .isEqualTo(6);
    }

    @Test
    void pointsAreComputedInOrderTheSecondQuantityInner() {
        List<String> seen = new ArrayList<>();
        Grid grid = sweep("a", ints(1, 2)).by("b", ints(3, 4), (a, b) -> {
            seen.add(a + " " + b);
            return 0;
        });
        assertThat(grid.plot().toString()).isNotEmpty();
        assertThat(seen).containsExactly("1 3", "1 4", "2 3", "2 4");
    }

    @Test
    void manyColumnsAreLeftOutInWordsAndAllAreThereOnDemand() {
        Grid wide = sweep("a", ints(1, 2)).by("b", rangeClosed(1, 40), (a, b) -> a * b);
        assertThat(wide.toString())
                .containsPattern("a +b = 1 +b = 9 +b = 17 +b = 25 +b = 33 +b = 40\n")
                .contains("every 8th of 40 values of b and the last; .all() shows every one");
        assertThat(wide.all().table().columns()).hasSize(41);
        assertThat(wide.csv().lines()).hasSize(81);
    }

    @Test
    void theHeatMapHasEveryCellAndItsScale() {
        assertThat(POWERS.plot().text(40, 18, false)).isEqualTo("""
                value over w and T
                sweep("w", new double[] {0.5, 1, 2})
                    .by("T", ints(10, 20), (w, T) ->
                    ...)

                T
                   |........############@@@@@@@@@@@@@@@@
                20 +........############@@@@@@@@@@@@@@@@
                   |........############@@@@@@@@@@@@@@@@
                   |::::::::############@@@@@@@@@@@@@@@@
                10 +::::::::############@@@@@@@@@@@@@@@@
                   |::::::::############@@@@@@@@@@@@@@@@
                   +------------+--------------+--------
                                1              2
                                     w

                value:   . 9.54e-07 to 9.69e-05
                : 9.69e-05 to 0.00984   + 0.00984 to 1
                # 1 to 1.02e+03   @ 1.02e+03 to 1.05e+06""");
    }

    @Test
    void thePicturesDataAreAllOfIt() {
        FigureData data = FigureData.read(POWERS.plot().svg());
        assertThat(data.y()).isEqualTo("value");
        assertThat(data.series()).extracting(FigureData.Line::name).containsExactly("T = 10", "T = 20");
        assertThat(data.series().get(1).points().get(0).y()).isEqualTo("9.5367431640625e-7");
        assertThat(POWERS.plot().svg().lines().filter(line -> line.startsWith("<rect class=\"cell\"")))
                .hasSize(6 + 64);
    }

    @Test
    void aMillionPointsAreDrawnByTenThousand() {
        Grid large = sweep("a", rangeClosed(1, 1000)).by("b", rangeClosed(1, 1000), (a, b) -> a * b);
        assertThat(large.plot().notes())
                .containsExactly("drawn: 120 of 1000 values of a, 80 of 1000 of b, evenly chosen");
        assertThat(large.plot().svg().length()).isLessThan(1_500_000);
        assertThat(large.toString().lines()).hasSizeLessThan(50);
    }

    @Test
    void whatIsNotANumberIsToldOf() {
        Grid odd = sweep("a", ints(1, 2)).by("b", ints(1, 2), (a, b) -> a == b ? Math.log(a - 1) : Double.NaN);
        assertThat(odd.plot().notes()).containsExactly("1 of 4 points is -∞ (▽)", "2 of 4 points are undefined, a gap");
        assertThat(odd.plot().text(60, 20, true)).contains("▽");
    }

    @Test
    void oneCellIsAPicture() {
        assertThat(sweep("a", ints(3))
                        .by("b", new double[] {-2}, (a, b) -> 7)
                        .plot()
                        .text(40, 16, true))
                .contains("█ ", "a\n");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> sweep("g", linspace(0, 1, 3)).by("T", ints(), (g, T) -> g))
                .hasMessage("""
                        by(name, values, …): at least one value is wanted
                          in:  sweep("g", linspace(0, 1, 3)).by("T", ints(), …)
                          try: by("T", ints(10, 20, 50), …)""");
        assertThatThrownBy(() -> sweep("g", linspace(0, 1, 3)).by("T", ints(1, 2), null))
                .hasMessage("""
                        by(name, values, …): the function must not be null
                          in:  sweep("g", linspace(0, 1, 3)).by("T", ints(1, 2), null)
                          try: by("T", ints(1, 2), (g, T) -> …)""");
        assertThatThrownBy(() -> sweep("w", new double[] {0.5, 1})
                        .by(
                                "T",
                                ints(1, 0),
                                (w, T) -> scalar(w).unroll(T).gradNorms().norm(0)))
                .hasMessageStartingWith(
                        "unroll(T): T must be at least 1, but was 0 (at w = 0.5, T = 0, point 2 of 4)\n");
        assertThatThrownBy(() -> POWERS.value(0, 2))
                .hasMessageStartingWith("value(i, j): j must be in 0..1, but was 2\n");
        assertThatThrownBy(() -> POWERS.column(2)).hasMessageStartingWith("column(j): j must be in 0..1, but was 2\n");
        assertThatThrownBy(() -> sweep("a", new int[20_000]).by("b", new int[20_000], (a, b) -> a))
                .hasMessageStartingWith(
                        "by(name, values, …): at most 10⁷ points are wanted, but there would be 400000000\n");
    }
}
