package gradflow.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A kind of picture that no renderer has heard of is drawn by all of them. */
class NewKindTest {
    /** A column from the lower edge to each point. */
    private record Columns(Series points) implements Layer {
        @Override
        public Frame widen(Frame frame) {
            return Curve.widen(frame, points);
        }

        @Override
        public void draw(Canvas canvas, Frame frame, int series) {
            points.points().stream().map(frame::place).filter(Spot::isFinite).forEach(top -> {
                canvas.line(List.of(new Spot(top.x(), frame.up().low()), top), series);
                canvas.mark(top, Mark.POINT, series);
            });
        }

        @Override
        public Optional<Series> series() {
            return Optional.of(points);
        }
    }

    private static final Plot PLOT = Plot.curves(
                    "gates", "lstm().gates()", Axis.linear("unit"), Axis.linear("f"), List.of())
            .over(new Columns(Plots.series("f", 0, 2, 1)));

    @Test
    void inCharacters() {
        assertThat(PLOT.text(30, 12, false)).isEqualTo("""
                gates
                lstm().gates()

                f
                2 +             *
                  |             *
                  |             *
                1 +             *            *
                  |             *            *
                0 +*            *            *
                  ++------------+------------+
                   0            1            2
                              unit""");
        assertThat(PLOT.text(30, 12, true)).contains("⢸", "●");
    }

    @Test
    void inFiles() {
        assertThat(PLOT.svg()).contains("<polyline class=\"", "<circle class=\"");
        assertThat(PLOT.tex()).contains("\\addplot[gradflow0, thick, solid, forget plot] coordinates {");
        assertThat(PLOT.png(400, 300, false)).isNotEmpty();
        assertThat(FigureData.read(PLOT.svg())).isEqualTo(FigureData.of(PLOT));
    }
}
