package gradflow.report.plot;

import gradflow.report.text.DisplayWidth;
import gradflow.report.text.Signs;
import gradflow.report.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A picture in characters: title, the grid between its axes, a legend where there are several series, notes. */
final class TextPlot {
    private static final String LEGEND_GAP = "   ";
    private static final int LEAST_ROWS = 6;
    private static final int LEAST_COLUMNS = 10;
    private static final int COLUMNS_A_TICK = 9;
    private static final int ROWS_A_TICK = 3;

    /** A character is about twice as high as it is wide. */
    private static final int ASPECT = 2;

    private final Plot plot;
    private final int width;
    private final boolean signs;
    private final UnaryOperator<String> said;

    private TextPlot(Plot plot, int width, boolean signs) {
        this.plot = plot;
        this.width = width;
        this.signs = signs;
        said = signs ? UnaryOperator.identity() : Signs::ascii;
    }

    static String render(Plot plot, int width, int height, boolean signs) {
        return new TextPlot(plot, width, signs).render(height);
    }

    private String render(int height) {
        List<String> head = new ArrayList<>();
        plot.titles().forEach(title -> head.addAll(Wrap.chain(said.apply(title), width)));
        List<String> foot = new ArrayList<>(legend());
        plot.notes().forEach(note -> foot.addAll(Wrap.words(said.apply(note), width)));
        int others = head.size() + foot.size() + 5 + (foot.isEmpty() ? 0 : 1);
        List<String> area = area(Math.max(LEAST_ROWS, height - others));
        return List.of(head, area, foot).stream()
                .filter(block -> !block.isEmpty())
                .map(block -> block.stream().map(String::stripTrailing).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private List<String> legend() {
        if (plot.shades().isPresent()) {
            List<String> legend =
                    new ArrayList<>(List.of(said.apply(plot.values().label() + ":")));
            legend.addAll(plot.shades().get().legend(signs));
            return Wrap.pieces(legend, LEGEND_GAP, width);
        }
        List<Series> series = plot.series();
        return series.size() < 2
                ? List.of()
                : Wrap.pieces(
                        IntStream.range(0, series.size())
                                .mapToObj(i -> Raster.letter(i) + " "
                                        + said.apply(series.get(i).name()))
                                .toList(),
                        LEGEND_GAP,
                        width);
    }

    private List<String> area(int rows) {
        Frame frame = plot.frame();
        int margin = margin(frame, rows);
        int columns = Math.max(LEAST_COLUMNS, width - margin - 1);
        if (plot.square()) {
            columns = Math.min(columns, rows * ASPECT);
            rows = Math.min(rows, (columns + 1) / ASPECT);
            frame = frame.square(columns, (double) rows * ASPECT);
            margin = margin(frame, rows);
        }
        Raster raster = new Raster(frame, columns, rows, signs, plot.series().size());
        plot.draw(raster, frame);
        return framed(raster, frame, margin, columns, rows);
    }

    private int margin(Frame frame, int rows) {
        return frame.ticksUp(ticksUp(rows)).stream()
                        .mapToInt(tick -> DisplayWidth.of(Script.plain(tick.label(), signs)))
                        .max()
                        .orElse(0)
                + 1;
    }

    private static int ticksUp(int rows) {
        return Math.max(2, rows / ROWS_A_TICK + 1);
    }

    private List<String> framed(Raster raster, Frame frame, int margin, int columns, int rows) {
        List<String> lines = new ArrayList<>();
        String[] labels = new String[rows];
        for (Tick tick : frame.ticksUp(ticksUp(rows))) {
            labels[raster.row(tick.at())] = Script.plain(tick.label(), signs);
        }
        lines.add(said.apply(plot.y().label()));
        List<String> grid = raster.lines();
        for (int row = 0; row < rows; row++) {
            String label = labels[row] == null ? "" : labels[row];
            String edge = labels[row] == null ? signs ? "│" : "|" : signs ? "┤" : "+";
            lines.add(DisplayWidth.right(label, margin - 1) + " " + edge + grid.get(row));
        }
        StringBuilder axis = new StringBuilder((signs ? "─" : "-").repeat(columns));
        StringBuilder numbers = new StringBuilder(" ".repeat(margin + 1 + columns));
        int free = 0;
        for (Tick tick : frame.ticksAcross(Math.max(2, columns / COLUMNS_A_TICK + 1))) {
            String label = Script.plain(tick.label(), signs);
            int at = raster.column(tick.at());
            axis.setCharAt(at, signs ? '┬' : '+');
            int start = Math.min(
                    Math.max(free, margin + 1 + at - label.length() / 2), margin + 1 + columns - label.length());
            numbers.replace(start, start + label.length(), label);
            free = start + label.length() + 1;
        }
        lines.add(" ".repeat(margin) + (signs ? "└" : "+") + axis);
        lines.add(numbers.toString());
        String label = said.apply(plot.x().label());
        lines.add(" ".repeat(margin + 1 + Math.max(0, (columns - DisplayWidth.of(label)) / 2)) + label);
        return lines;
    }
}
