package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.terminal.Theme.Part;
import java.util.List;
import org.jline.utils.Colors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
    private static final List<Part> COLOURED =
            List.of(Part.KEYWORD, Part.WORD, Part.TYPE, Part.LITERAL, Part.NUMBER, Part.COMMENT, Part.WRONG);
    private static final double READABLE = 3.9;

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void canBeReadOnItsGround(Theme theme) {
        assertThat(COLOURED).allSatisfy(part -> {
            double light = luminance(Colors.rgbColor(theme.colour(part)));
            if (theme != Theme.DARK) {
                assertThat(1.05 / (light + 0.05)).as("%s on white", part).isGreaterThan(READABLE);
            }
            if (theme != Theme.LIGHT) {
                assertThat((light + 0.05) / 0.05).as("%s on black", part).isGreaterThan(READABLE);
            }
        });
    }

    /** As the guidelines for accessible web pages (WCAG) define it. */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
