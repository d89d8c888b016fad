package gradflow.report.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A grid of characters to draw on: 2×4 dots a character in braille, one in ASCII. Several series are told apart by a letter
 * on each.
 */
final class Raster implements Canvas {
    private static final char BLANK = '\u2800';
    private static final int LETTERS_A_LINE = 4;

    /** Bits of the braille dots, by row and column. */
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private static final int ACROSS = 2;
    private static final int UP = 4;
    private static final int GUIDE_EVERY = 3;

    private final Frame frame;
    private final boolean braille;
    private final int series;
    private final int columns;
    private final int rows;
    private final int[][] dots;
    private final char[][] signs;
    private final List<Runnable> letters = new ArrayList<>();

    Raster(Frame frame, int columns, int rows, boolean braille, int series) {
        this.frame = frame;
        this.columns = columns;
        this.rows = rows;
        this.braille = braille;
        this.series = series;
        dots = new int[rows][columns];
        signs = new char[rows][columns];
    }

    /** {@return the letter that stands for a series among several} */
    static char letter(int series) {
        return (char) ('a' + series % ('z' - 'a' + 1));
    }

    private int dotsAcross() {
        return braille ? columns * ACROSS : columns;
    }

    private int dotsUp() {
        return braille ? rows * UP : rows;
    }

    private int dotX(double x) {
        return (int) Math.round(frame.across().share(x) * (dotsAcross() - 1));
    }

    private int dotY(double y) {
        return (int) Math.round((1 - frame.up().share(y)) * (dotsUp() - 1));
    }

    /** {@return the column that shows {@code x}} */
    int column(double x) {
        return braille ? dotX(x) / ACROSS : dotX(x);
    }

    /** {@return the row that shows {@code y}} */
    int row(double y) {
        return braille ? dotY(y) / UP : dotY(y);
    }

    private void dot(int x, int y, char plain) {
        if (x < 0 || y < 0 || x >= dotsAcross() || y >= dotsUp()) {
            return;
        }
        if (braille) {
            dots[y / UP][x / ACROSS] |= BITS[y % UP][x % ACROSS];
        } else if (signs[y][x] == 0 || signs[y][x] == '-' || signs[y][x] == '.') {
            signs[y][x] = plain;
        }
    }

    private char pen(int number) {
        return series > 1 ? letter(number) : '*';
    }

    @Override
    public void line(List<Spot> spots, int number) {
        for (int i = 1; i < spots.size(); i++) {
            segment(spots.get(i - 1), spots.get(i), pen(number));
        }
        if (series > 1 && braille) {
            letters.add(() -> letter(spots, number));
        }
    }

    /** Bresenham's line. */
    private void segment(Spot from, Spot to, char plain) {
        int x = dotX(from.x());
        int y = dotY(from.y());
        int toX = dotX(to.x());
        int toY = dotY(to.y());
        int wide = Math.abs(toX - x);
        int high = -Math.abs(toY - y);
        int error = wide + high;
        dot(x, y, plain);
        while (x != toX || y != toY) {
            int twice = 2 * error;
            if (twice >= high) {
                error += high;
                x += x < toX ? 1 : -1;
            }
            if (twice <= wide) {
                error += wide;
                y += y < toY ? 1 : -1;
            }
            dot(x, y, plain);
        }
    }

    /** Spread over the line, and for each series at other places, so that letters don't cover one another. */
    private void letter(List<Spot> spots, int number) {
        for (int k = 0; k < LETTERS_A_LINE; k++) {
            double share = (k + (number + 1.0) / (series + 1)) / LETTERS_A_LINE;
            Spot spot = spots.get((int) (share * (spots.size() - 1)));
            over(spot, letter(number));
        }
    }

    private void over(Spot spot, char sign) {
        signs[row(spot.y())][column(spot.x())] = sign;
    }

    @Override
    public void cell(Spot low, Spot high, Shade shade) {
        int left = edge(frame.across().share(low.x()), columns);
        int right = edge(frame.across().share(high.x()), columns);
        int top = edge(1 - frame.up().share(high.y()), rows);
        int bottom = edge(1 - frame.up().share(low.y()), rows);
        // A cell that is smaller than a character has one all the same, until its neighbour takes it.
        for (int row = Math.min(top, rows - 1); row < Math.max(top + 1, bottom) && row < rows; row++) {
            Arrays.fill(
                    signs[row],
                    Math.min(left, columns - 1),
                    Math.max(Math.min(left, columns - 1) + 1, right),
                    Shades.sign(shade.step(), braille));
        }
    }

    private static int edge(double share, int length) {
        return (int) Math.round(share * length);
    }

    @Override
    public void guide(Spot from, Spot to) {
        int y = dotY(from.y());
        for (int x = 0; x < dotsAcross(); x += braille ? GUIDE_EVERY : 1) {
            dot(x, y, '-');
        }
    }

    @Override
    public void ring(Spot centre, double radius) {
        int around = 4 * (dotsAcross() + dotsUp());
        for (int i = 0; i < around; i++) {
            double angle = 2 * Math.PI * i / around;
            dot(
                    dotX(centre.x() + radius * StrictMath.cos(angle)),
                    dotY(centre.y() + radius * StrictMath.sin(angle)),
                    '.');
        }
    }

    @Override
    public void mark(Spot spot, Mark mark, int number) {
        switch (mark) {
            case DOT -> dot(dotX(spot.x()), dotY(spot.y()), pen(number));
            case POINT -> letters.add(() -> over(spot, series > 1 ? letter(number) : braille ? '●' : '*'));
            case BELOW -> letters.add(() -> over(spot, braille ? '▽' : 'v'));
            case ABOVE -> letters.add(() -> over(spot, braille ? '△' : '^'));
        }
    }

    /** {@return the rows, from above} */
    List<String> lines() {
        letters.forEach(Runnable::run);
        letters.clear();
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                char blank = braille ? (char) (BLANK | dots[row][column]) : ' ';
                line.append(signs[row][column] == 0 ? blank : signs[row][column]);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
