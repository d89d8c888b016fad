package gradflow.report.plot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotFilesTest {
    private static final Plot PLOT = Plots.norms(Plots.series("net", 1e-8, 1e-4, 1));

    @TempDir
    Path directory;

    @Test
    void eachFormIsWrittenAndItsFileAnswered() throws Exception {
        Path svg = PLOT.svg(directory.resolve("a.svg").toString());
        Path tex = PLOT.tex(directory.resolve("a.tex").toString());
        Path png = PLOT.png(directory.resolve("a.png").toString());
        assertThat(svg).hasContent(PLOT.svg());
        assertThat(Files.readString(tex, UTF_8)).isEqualTo(PLOT.tex() + "\n");
        assertThat(ImageIO.read(png.toFile()))
                .returns(1440, BufferedImage::getWidth)
                .returns(880, BufferedImage::getHeight);
    }

    @Test
    void aDirectoryThatIsNotThereIsRefused() {
        String path = directory.resolve("none/a.svg").toString();
        assertThatThrownBy(() -> PLOT.svg(path)).hasMessage("""
                svg(path): can't write "%s": there is no directory %s
                  in:  rnn().unroll(4).gradNorms().svg("%s")
                  try: svg("figure.svg"), in a directory that is there and may be written to""".formatted(path, directory.resolve("none"), path));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThatThrownBy(() -> PLOT.png("")).hasMessageContaining("can't write \"\": it must name a file");
        assertThatThrownBy(() -> PLOT.tex(directory.toString())).hasMessageContaining(": it must name a file");
        assertThatThrownBy(() -> PLOT.tex("a\0b"))
                .hasMessageContaining("can't write \"a b\": no file can have this name");
    }

    @Test
    void pixelsForAScreen() throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(PLOT.png(640, 400, dark)));
            assertThat(image.getWidth()).isEqualTo(640);
            assertThat(image.getHeight()).isEqualTo(400);
            assertThat(image.getRGB(0, 0)).isEqualTo(dark ? 0xFF0D1117 : 0xFFFFFFFF);
            int line = dark ? 0xFF56B4E9 : 0xFF0072B2;
            long drawn = IntStream.range(0, 640 * 400)
                    .filter(i -> image.getRGB(i % 640, i / 640) == line)
                    .count();
            assertThat(drawn).isBetween(100L, 5000L);
        }
        assertThatThrownBy(() -> PLOT.png(10, 400, false)).hasMessage("""
                png(width, height, dark): width must be in 200..8000, but was 10
                  in:  rnn().unroll(4).gradNorms().plot().png(10, 400, false)
                  try: png(1440, 880, false)""");
    }
}
