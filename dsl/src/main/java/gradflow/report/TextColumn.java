package gradflow.report;

import gradflow.report.text.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A column in a terminal. Numbers stand with their decimal points under each other, so that mantissas and exponents do
 * too; the whole block, and words among numbers, stand to the right.
 *
 * @param numeric whether the column stands to the right
 * @param lines the head, then the rows; numbers already aligned with each other
 */
record TextColumn(boolean numeric, List<String> lines) {
    private static final Pattern KIND = Pattern.compile("^(≤|≈|<=|~) ");

    /** {@return a column of numbers with these lines, the head first, which stand for these cells} */
    static TextColumn numbers(List<String> lines, List<Cell> cells) {
        List<Integer> points = IntStream.range(0, cells.size())
                .filter(row -> hasPoint(cells.get(row)))
                .boxed()
                .toList();
        int before =
                points.stream().mapToInt(row -> point(lines.get(row + 1))).max().orElse(0);
        int after = points.stream()
                .mapToInt(row -> lines.get(row + 1).length() - point(lines.get(row + 1)))
                .max()
                .orElse(0);
        List<String> aligned = new ArrayList<>(lines);
        for (int row : points) {
            String number = lines.get(row + 1);
            int left = before - point(number);
            aligned.set(row + 1, DisplayWidth.left(" ".repeat(left) + number, before + after));
        }
        return new TextColumn(true, aligned);
    }

    /** {@return this without the blank behind the sign that says what kind of number a column of numbers has} */
    TextColumn closed() {
        if (!numeric) {
            return this;
        }
        List<String> closed = new ArrayList<>(lines);
        closed.set(0, KIND.matcher(lines.get(0)).replaceFirst("$1"));
        return new TextColumn(true, closed);
    }

    int width() {
        return lines.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    }

    /** {@return {@code text}, as wide as the column: with spaces, or cut and ending in {@code ellipsis}} */
    String fitted(String text, int width, String ellipsis) {
        String fit = DisplayWidth.of(text) > width
                ? DisplayWidth.cut(text, width - DisplayWidth.of(ellipsis)).stripTrailing() + ellipsis
                : text;
        return numeric ? DisplayWidth.right(fit, width) : DisplayWidth.left(fit, width);
    }

    private static boolean hasPoint(Cell cell) {
        return cell instanceof Cell.Whole
                || (cell instanceof Cell.Real real && !Double.isNaN(real.value().significand()));
    }

    /** {@return where the decimal point stands, or would stand} */
    private static int point(String number) {
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) == '.' || number.charAt(i) == 'e') {
                return i;
            }
        }
        return number.length();
    }
}
