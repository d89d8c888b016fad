package gradflow.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.internal.kernel.Scaled;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureDataTest {
    private static final FigureData BEFORE =
            FigureData.of(Plots.norms(Plots.series("tanh", 1e-8, 1e-4, 1), Plots.series("a < b & \"c\"", 1, 1, 1)));

    @Test
    void whatAnSvgShowsIsReadBack() {
        Plot plot = Plots.norms(Plots.series("tanh", 1e-8, 1e-4, 1), Plots.series("a < b & \"c\"", 1, 1, 1));
        assertThat(FigureData.read(plot.svg())).isEqualTo(BEFORE);
    }

    @Test
    void numbersKeepEveryDigitAndOddOnesTheirNames() {
        assertThat(FigureData.read(Plots.odd().svg()).series().get(0).points())
                .extracting(FigureData.Numerals::y)
                .containsExactly("0", "0.0001", "NaN", "Infinity", "0.01", "1");
        Series far = new Series("w", List.of(new Series.Point(Scaled.of(1.0 / 3), new Scaled(1, -100_000))));
        assertThat(FigureData.of(Plots.norms(far)).series().get(0).points())
                .containsExactly(new FigureData.Numerals("0.3333333333333333", "1.0009989037986942e-30103"));
    }

    @Test
    void whatMovedIsSaidBySeriesAndStep() {
        FigureData now = FigureData.of(Plots.norms(Plots.series("tanh", 1e-8, 2e-4, 1), Plots.series("gru", 1, 1, 1)));
        assertThat(BEFORE.changes(now, String::equals))
                .containsExactly(
                        "series \"tanh\", t = 1: 0.0001 became 0.0002",
                        "series \"gru\" is new",
                        "series \"a < b & \"c\"\" is gone");
    }

    @Test
    void otherWordsAreSaidToo() {
        Plot plot = Plots.norms(Plots.series("tanh", 1, 2));
        FigureData before = FigureData.of(plot);
        assertThat(before.changes(FigureData.of(plot.titled("Figure 1")), String::equals))
                .containsExactly("title: \"‖∂L/∂h_t‖ of a network\" became \"Figure 1\"");
        Plot other = Plot.curves(
                plot.title(), "e", Axis.linear("step"), Axis.logarithmic("norm"), List.of(Plots.series("tanh", 1, 2)));
        assertThat(before.changes(FigureData.of(other), String::equals))
                .containsExactly("first axis: \"t\" became \"step\"", "second axis: \"‖∂L/∂h_t‖\" became \"norm\"");
    }

    @Test
    void aSeriesThatGrewIsSaidOnce() {
        FigureData now = FigureData.of(
                Plots.norms(Plots.series("tanh", 1e-8, 1e-4, 1, 1), Plots.series("a < b & \"c\"", 1, 1, 1)));
        assertThat(BEFORE.changes(now, String::equals)).containsExactly("series \"tanh\": 3 points became 4");
    }

    @Test
    void picturesThatDifferInStyleAloneHaveTheSameNumbers() {
        Plot plot = Plots.norms(Plots.series("tanh", 1, 2));
        String restyled = plot.svg().replace("stroke-width:1.8", "stroke-width:3");
        assertThat(restyled).isNotEqualTo(plot.svg());
        assertThat(FigureData.read(plot.svg()).changes(FigureData.read(restyled), String::equals))
                .isEmpty();
    }

    @Test
    void anotherProgramsPictureHasNoSeries() {
        assertThat(FigureData.read("<svg></svg>").series()).isEmpty();
    }

    @Test
    void aLongSeriesKeepsEveryFewPointsAndTheFileSaysSo() {
        Plot plot = Plots.norms(Plots.series("long", new double[100_000]));
        assertThat(plot.svg())
                .contains("long: 100000 points, of which every 20th stands in the data;"
                        + " drawn through the ends and extremes of 800 stretches\n");
        FigureData data = FigureData.of(plot);
        assertThat(data.series().get(0).points()).hasSize(5000);
        assertThat(data.series().get(0).points().get(1).x()).isEqualTo("20");
    }
}
