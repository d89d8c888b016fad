package gradflow.repl.display;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A picture in sixels: rows of six pixels, of each colour those that have it, as a character of six bits. Colours are told
 * apart in steps of 8 of 255, and of those the 255 most frequent are kept; a drawing has a few dozen.
 */
final class Sixel {
    private static final int BAND = 6;
    private static final int MOST_COLOURS = 255;
    private static final int KEPT_BITS = 0xF8F8F8;
    private static final int FULL = 255;
    private static final int PERCENT = 100;
    private static final int LEAST_REPEATED = 4;

    private final int width;
    private final int height;
    private final int[] indices;
    private final List<Integer> palette;

    private Sixel(BufferedImage image) {
        width = image.getWidth();
        height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= KEPT_BITS;
            counts.merge(pixels[i], 1, Integer::sum);
        }
        palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COLOURS)
                .map(Map.Entry::getKey)
                .toList();
        Map<Integer, Integer> nearest = new HashMap<>();
        indices = Arrays.stream(pixels)
                .map(colour -> nearest.computeIfAbsent(colour, this::nearest))
                .toArray();
    }

    static String of(byte[] png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            return new Sixel(image).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int nearest(int colour) {
        int best = 0;
        for (int i = 1; i < palette.size(); i++) {
            if (distance(palette.get(i), colour) < distance(palette.get(best), colour)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = (a >> shift & FULL) - (b >> shift & FULL);
            sum += difference * difference;
        }
        return sum;
    }

    private String text() {
        StringBuilder text =
                new StringBuilder("\033P0;1;0q\"1;1;").append(width).append(';').append(height);
        for (int i = 0; i < palette.size(); i++) {
            int colour = palette.get(i);
            text.append('#').append(i).append(";2");
            for (int shift = 16; shift >= 0; shift -= 8) {
                // What was cut off is halfway back, so that white is white.
                int part = (colour >> shift & FULL) * FULL / (KEPT_BITS & FULL);
                text.append(';').append((part * PERCENT + FULL / 2) / FULL);
            }
        }
        for (int top = 0; top < height; top += BAND) {
            band(top, text);
        }
        return text.append("\033\\").toString();
    }

    private void band(int top, StringBuilder text) {
        boolean first = true;
        for (int colour = 0; colour < palette.size(); colour++) {
            char[] row = new char[width];
            boolean any = false;
            for (int x = 0; x < width; x++) {
                int bits = bits(top, x, colour);
                any |= bits != 0;
                row[x] = (char) ('?' + bits);
            }
            if (any) {
                text.append(first ? "" : "$").append('#').append(colour);
                runs(row, text);
                first = false;
            }
        }
        text.append('-');
    }

    private int bits(int top, int x, int colour) {
        int bits = 0;
        for (int y = top; y < Math.min(top + BAND, height); y++) {
            bits |= indices[y * width + x] == colour ? 1 << (y - top) : 0;
        }
        return bits;
    }

    private static void runs(char[] row, StringBuilder text) {
        for (int from = 0; from < row.length; ) {
            int to = from;
            while (to < row.length && row[to] == row[from]) {
                to++;
            }
            if (to - from >= LEAST_REPEATED) {
                text.append('!').append(to - from).append(row[from]);
            } else {
                text.append(row, from, to - from);
            }
            from = to;
        }
    }
}
