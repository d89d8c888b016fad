package gradflow.repl.display;

import static gradflow.Gradflow.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The escapes are read back as a terminal would read them, and hold the picture. */
class ImageEscapeTest {
    private static final byte[] PLOT =
            scalar(0.5).linear().unroll(9).gradNorms().plot().png(400, 250, false);

    @Test
    void kittysChunksAreOnePng() {
        String escape = ImageEscape.KITTY.of(PLOT);

        List<MatchResult> chunks = Pattern.compile("\033_G([^;]*);([^\033]*)\033\\\\")
                .matcher(escape)
                .results()
                .toList();
        assertThat(chunks.stream().mapToInt(chunk -> chunk.group().length()).sum())
                .isEqualTo(escape.length());
        assertThat(chunks)
                .hasSizeGreaterThan(1)
                .allMatch(chunk -> chunk.group(2).length() <= 4096);
        assertThat(chunks.get(0).group(1)).isEqualTo("f=100,a=T,q=2,m=1");
        assertThat(chunks.subList(1, chunks.size() - 1))
                .allMatch(chunk -> chunk.group(1).equals("m=1"));
        assertThat(chunks.get(chunks.size() - 1).group(1)).isEqualTo("m=0");
        StringBuilder code = new StringBuilder();
        chunks.forEach(chunk -> code.append(chunk.group(2)));
        assertThat(Base64.getDecoder().decode(code.toString())).isEqualTo(PLOT);
    }

    @Test
    void aPictureThatFitsIntoOneChunkIsTheLastToo() {
        assertThat(ImageEscape.KITTY.of(new byte[] {1, 2, 3})).isEqualTo("\033_Gf=100,a=T,q=2,m=0;AQID\033\\");
    }

    @Test
    void itermsFileIsThePng() {
        Matcher escape = Pattern.compile("\033]1337;File=inline=1;preserveAspectRatio=1;size=(\\d+):([^\007]*)\007")
                .matcher(ImageEscape.ITERM.of(PLOT));

        assertThat(escape.matches()).isTrue();
        assertThat(Integer.parseInt(escape.group(1))).isEqualTo(PLOT.length);
        assertThat(Base64.getDecoder().decode(escape.group(2).getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(PLOT);
    }

    @Test
    void sixelsOfFewColoursAreThePictureItself() throws IOException {
        BufferedImage image = new BufferedImage(13, 8, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 13; x++) {
                image.setRGB(x, y, x < 6 ? 0xFFFFFF : (x + y) % 3 == 0 ? 0xFF0000 : 0x000000);
            }
        }

        int[][] read = decoded(ImageEscape.SIXEL.of(png(image)), 13, 8);

        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 13; x++) {
                assertThat(read[y][x]).as("(%d, %d)", x, y).isEqualTo(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
    }

    @Test
    void sixelsOfAPlotAreCloseToIt() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PLOT));

        int[][] read = decoded(ImageEscape.SIXEL.of(PLOT), 400, 250);

        for (int y = 0; y < 250; y++) {
            for (int x = 0; x < 400; x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    assertThat(read[y][x] >> shift & 255).isCloseTo(image.getRGB(x, y) >> shift & 255, within(12));
                }
            }
        }
    }

    @Test
    void morePicturesColoursThanATerminalHasAreTheNearest() throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            image.setRGB(i % 64, i / 64, (i % 64 * 4) << 16 | (i / 64 * 4) << 8 | 128);
        }

        String escape = ImageEscape.SIXEL.of(png(image));

        assertThat(Pattern.compile("#\\d+;2;").matcher(escape).results().count())
                .isEqualTo(255);
        assertThat(decoded(escape, 64, 64)).hasDimensions(64, 64);
    }

    private static Offset<Integer> within(int most) {
        return Offset.offset(most);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "png", png)).isTrue();
        return png.toByteArray();
    }

    /** Reads sixels as the VT340's manual has them. Every pixel must be set. */
    private static int[][] decoded(String escape, int width, int height) {
        String start = "\033P0;1;0q\"1;1;" + width + ";" + height;
        assertThat(escape).startsWith(start).endsWith("\033\\");
        int[][] pixels = new int[height][width];
        boolean[][] set = new boolean[height][width];
        Map<Integer, Integer> palette = new HashMap<>();
        Matcher token = Pattern.compile("#(\\d+)(?:;2;(\\d+);(\\d+);(\\d+))?|!(\\d+)([?-~])|([?-~])|([$-])")
                .matcher(escape.substring(start.length(), escape.length() - 2));
        int colour = 0;
        int x = 0;
        int top = 0;
        int end = 0;
        while (token.find()) {
            assertThat(token.start()).as("nothing between tokens").isEqualTo(end);
            end = token.end();
            if (token.group(2) != null) {
                int rgb = 0;
                for (int part = 2; part <= 4; part++) {
                    rgb = rgb << 8 | Math.round(Integer.parseInt(token.group(part)) * 255 / 100f);
                }
                palette.put(Integer.parseInt(token.group(1)), rgb);
            } else if (token.group(1) != null) {
                colour = palette.get(Integer.parseInt(token.group(1)));
            } else if (token.group(8) != null) {
                x = 0;
                top += token.group(8).equals("-") ? 6 : 0;
            } else {
                int times = token.group(5) == null ? 1 : Integer.parseInt(token.group(5));
                int bits = (token.group(6) == null ? token.group(7) : token.group(6)).charAt(0) - '?';
                for (int i = 0; i < times; i++, x++) {
                    for (int bit = 0; bit < 6; bit++) {
                        if ((bits & 1 << bit) != 0) {
                            pixels[top + bit][x] = colour;
                            set[top + bit][x] = true;
                        }
                    }
                }
            }
        }
        for (boolean[] row : set) {
            assertThat(row).doesNotContain(false);
        }
        return pixels;
    }
}
