package gradflow.repl.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Values in brackets, in as many lines as they need; of many values the first and the last. */
final class SequenceText {
    private static final int MOST = 200;
    private static final int LAST = 3;
    private static final int MOST_CHARACTERS = 2000;
    private static final int LAST_CHARACTERS = 40;
    private static final int NONE_LEFT_OUT = -1;

    private final int width;
    private final Signs signs;
    private final int significant;
    private final int most;

    SequenceText(int width, Signs signs, int significant, boolean whole) {
        this.width = width;
        this.signs = signs;
        this.significant = significant;
        most = whole ? Integer.MAX_VALUE : MOST;
    }

    /** {@return the indices that are shown of so many} */
    private int[] shown(int count) {
        return count <= most
                ? IntStream.range(0, count).toArray()
                : IntStream.range(0, MOST)
                        .map(i -> i < MOST - LAST ? i : count - MOST + i)
                        .toArray();
    }

    /** Numbers share a format, and columns where they need several lines. */
    String numbers(double[] values) {
        int[] shown = shown(values.length);
        double[] picked = IntStream.of(shown).mapToDouble(i -> values[i]).toArray();
        Digits digits = Digits.of(picked, significant);
        List<String> texts = IntStream.range(0, picked.length)
                .mapToObj(i -> digits.text(picked[i]))
                .toList();
        boolean severalLines = length(texts) > width;
        int cell = severalLines ? texts.stream().mapToInt(String::length).max().orElse(0) : 0;
        return bracketed(
                "[",
                texts.stream()
                        .map(text -> " ".repeat(Math.max(0, cell - text.length())) + text)
                        .toList(),
                "]",
                values.length);
    }

    /** A matrix on one line, whose entries share a format. */
    String rows(double[][] rows) {
        Digits digits =
                Digits.of(Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray(), significant);
        return of("[", rows.length, i -> of("[", rows[i].length, j -> digits.text(rows[i][j]), "]"), "]");
    }

    /** A text in quotes; of a long one the beginning and the end. */
    String text(String value) {
        if (value.length() <= MOST_CHARACTERS || most > MOST) {
            return Quoted.of(value);
        }
        String start = Quoted.of(value.substring(0, MOST_CHARACTERS - LAST_CHARACTERS));
        String end = Quoted.of(value.substring(value.length() - LAST_CHARACTERS));
        return start.substring(0, start.length() - 1) + signs.more() + end.substring(1) + "\n(" + value.length()
                + " characters)";
    }

    String of(String open, int count, IntFunction<String> item, String close) {
        return bracketed(open, IntStream.of(shown(count)).mapToObj(item).toList(), close, count);
    }

    private static int length(List<String> texts) {
        return texts.stream().mapToInt(text -> text.length() + 2).sum();
    }

    private String bracketed(String open, List<String> texts, String close, int count) {
        int gap = texts.size() < count ? MOST - LAST : NONE_LEFT_OUT;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(open);
        for (int i = 0; i < texts.size(); i++) {
            String text = (i == gap ? signs.more() + ", " : "") + texts.get(i) + (i + 1 < texts.size() ? ", " : close);
            if (line.length() > 1 && line.length() + text.stripTrailing().length() > width) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ");
            }
            line.append(text);
        }
        lines.add(texts.isEmpty() ? open + close : line.toString());
        if (gap != NONE_LEFT_OUT) {
            lines.add("(" + count + " values)");
        }
        return String.join("\n", lines);
    }
}
