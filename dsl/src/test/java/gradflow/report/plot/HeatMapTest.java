package gradflow.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    private static final String LOW = "#440154";
    private static final String HIGH = "#fde725";
    private static final String BLUE = "#2166ac";
    private static final String WHITE = "#f7f7f7";

    /** Draws nothing, and keeps what it was told to draw. */
    private static final class Seen implements Canvas {
        private final List<Spot> low = new ArrayList<>();
        private final List<Spot> high = new ArrayList<>();
        private final List<Shade> shades = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();

        @Override
        public void line(List<Spot> spots, int series) {}

        @Override
        public void cell(Spot from, Spot to, Shade shade) {
            low.add(from);
            high.add(to);
            shades.add(shade);
        }

        @Override
        public void guide(Spot from, Spot to) {}

        @Override
        public void ring(Spot centre, double radius) {}

        @Override
        public void mark(Spot spot, Mark mark, int series) {
            marks.add(mark);
        }
    }

    private static Plot map(Axis values, double level, double[] places, Series... rows) {
        return Plot.heatMap("a map", "it", Axis.linear("x"), Axis.linear("y"), values, level, places, List.of(rows));
    }

    private static Seen drawn(Plot plot) {
        Seen seen = new Seen();
        plot.draw(seen, plot.frame());
        return seen;
    }

    @Test
    void coloursRunFromTheSmallestValueToTheLargest() {
        Seen seen = drawn(map(Axis.linear("v"), 0, new double[] {1}, Plots.series("y = 1", 5, 6, 9)));
        assertThat(seen.shades).extracting(Shade::colour).startsWith(LOW).endsWith(HIGH);
        assertThat(seen.shades).extracting(Shade::step).containsExactly(0, 1, 4);
    }

    @Test
    void aLevelBetweenThemIsWhiteAndEqualDistancesAreAsStrong() {
        Seen seen = drawn(map(Axis.linear("v"), 0, new double[] {1}, Plots.series("y = 1", -4, 0, 4, 1)));
        assertThat(seen.shades).extracting(Shade::colour).startsWith(BLUE, WHITE, "#b2182b");
        Seen unequal = drawn(map(Axis.linear("v"), 0, new double[] {1}, Plots.series("y = 1", -4, 0, 1)));
        assertThat(unequal.shades.get(2))
                .isEqualTo(new Shade(4, seen.shades.get(3).colour()));
    }

    @Test
    void charactersHaveABoundAtTheLevel() {
        String text = map(Axis.linear("v"), 0, new double[] {1}, Plots.series("y = 1", -0.01, 0, 4))
                .text(60, 16, true);
        assertThat(text).contains("· -0.01 to 0   ░ 0 to 1   ▒ 1 to 2").contains("···", "░░░", "███");
    }

    @Test
    void powersOfTenAreSpacedByTheirExponents() {
        Seen seen = drawn(map(Axis.logarithmic("v"), 1, new double[] {1}, Plots.series("y = 1", 1e-8, 1e-4, 1e8)));
        assertThat(seen.shades).extracting(Shade::colour).containsExactly(BLUE, "#9cc7e0", "#b2182b");
    }

    @Test
    void cellsMeetHalfWayAndTheOuterOnesReachAsFarOutwards() {
        Seen seen = drawn(
                map(Axis.linear("v"), 0, new double[] {10, 30}, Plots.series("a", 1, 2), Plots.series("b", 3, 4)));
        assertThat(seen.low)
                .containsExactly(new Spot(-0.5, 0), new Spot(0.5, 0), new Spot(-0.5, 20), new Spot(0.5, 20));
        assertThat(seen.high)
                .containsExactly(new Spot(0.5, 20), new Spot(1.5, 20), new Spot(0.5, 40), new Spot(1.5, 40));
    }

    @Test
    void whatIsOffTheScaleIsMarkedAndWhatIsUndefinedIsAGap() {
        Plot plot = map(
                Axis.logarithmic("v"),
                1,
                new double[] {1},
                Plots.series("y = 1", 0, Double.POSITIVE_INFINITY, Double.NaN, 2));
        Seen seen = drawn(plot);
        assertThat(seen.marks).containsExactly(Mark.BELOW, Mark.ABOVE);
        assertThat(seen.shades).hasSize(1);
        assertThat(plot.notes())
                .containsExactly(
                        "1 of 4 points is exactly 0 (▽)",
                        "1 of 4 points is ∞ (△)",
                        "1 of 4 points is undefined, a gap");
    }

    @Test
    void everyFormHasTheScale() throws Exception {
        Plot plot = map(Axis.linear("v"), 0, new double[] {1, 2}, Plots.series("a", -1, 0), Plots.series("b", 0, 1));
        assertThat(plot.tex())
                .contains(
                        "colorbar, colormap={gradflow}{rgb255=(33,102,172) ",
                        "point meta min=-1, point meta max=1",
                        "\\fill[fill={rgb,255:red,33;green,102;blue,172}] (axis cs:-0.5,0.5) rectangle (axis cs:0.5,1.5);")
                .doesNotContain("addlegendentry");
        assertThat(plot.svg())
                .contains("<rect class=\"cell\" fill=\"" + BLUE + "\"", ".cell{shape-rendering:crispEdges}");
        var image = ImageIO.read(new ByteArrayInputStream(plot.png(720, 440, true)));
        assertThat(image.getRGB(200, 300) & 0xffffff).isEqualTo(0x2166ac);
        assertThat(plot.text(50, 16, false)).contains("\n\nv:   . -1 to ");
    }

    @Test
    void marksOfAnAxisAreWrittenWhereThereIsRoomForAllOfThem() {
        Axis few = new Axis("T", Scale.LINEAR, List.of(10.0, 20.0, 50.0));
        assertThat(Tick.of(few, new Span(5, 65), 6)).extracting(Tick::label).containsExactly("10", "20", "50");
        assertThat(Tick.of(few, new Span(5, 25), 4)).extracting(Tick::label).containsExactly("10", "20");
        assertThat(Tick.of(few, new Span(5, 65), 3)).extracting(Tick::label).containsExactly("50");
        Axis far = new Axis("T", Scale.LOGARITHMIC, List.of(1.0, 2.0, 1000.0));
        assertThat(Tick.of(far, new Span(0, 3), 4)).extracting(Tick::label).contains("10^{2}");
    }
}
