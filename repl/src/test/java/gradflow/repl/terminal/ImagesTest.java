package gradflow.repl.terminal;

import static gradflow.Gradflow.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.display.ImageEscape;
import gradflow.report.plot.Plot;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Size;
import org.junit.jupiter.api.Test;

class ImagesTest {
    private static final Plot PLOT = scalar(0.5).linear().unroll(9).gradNorms().plot();
    private static final Size SIZE = Size.of(80, 24);
    private static final Traits NOTHING = new Traits(Optional.empty(), Optional.empty(), false);

    @Test
    void aTerminalIsKnownByWhatItSaysOfItself() {
        assertThat(known(Map.of("TERM", "xterm-kitty"))).contains(ImageEscape.KITTY);
        assertThat(known(Map.of("TERM", "xterm-256color", "KITTY_WINDOW_ID", "1")))
                .contains(ImageEscape.KITTY);
        assertThat(known(Map.of("TERM", "xterm-ghostty"))).contains(ImageEscape.KITTY);
        assertThat(known(Map.of("TERM_PROGRAM", "iTerm.app"))).contains(ImageEscape.ITERM);
        assertThat(known(Map.of("LC_TERMINAL", "iTerm2"))).contains(ImageEscape.ITERM);
        assertThat(known(Map.of("TERM_PROGRAM", "WezTerm"))).contains(ImageEscape.ITERM);
        assertThat(known(Map.of("TERM", "foot"))).contains(ImageEscape.SIXEL);
        assertThat(known(Map.of("TERM", "mlterm"))).contains(ImageEscape.SIXEL);
        assertThat(known(Map.of("TERM", "xterm-256color"))).isEmpty();
        assertThat(known(Map.of("TERM", "tmux-256color", "KITTY_WINDOW_ID", "1")))
                .isEmpty();
        assertThat(known(Map.of("TERM", "xterm-kitty", "TMUX", "/tmp/tmux"))).isEmpty();
    }

    @Test
    void onIsRefusedWhereNothingIsKnownAndTheWaysHaveNames() {
        Images images = new Images(environment(Map.of("TERM", "xterm")), () -> NOTHING);

        assertThat(images.of(PLOT, SIZE, Theme.BOTH)).isEmpty();
        assertThat(images.choose("on"))
                .isEqualTo("this terminal doesn't say that it can show images; if you know better:"
                        + " /set images kitty, iterm or sixel");
        assertThat(images.now()).isEqualTo("off");
        assertThat(images.choose("sixel")).isEmpty();
        assertThat(images.now()).isEqualTo("sixel");
        assertThat(drawn(images, SIZE, Theme.BOTH)).startsWith("\033P0;1;0q\"1;1;640;352");
        assertThat(images.choose("gif")).isEqualTo("images is one of off, on, kitty, iterm, sixel, not gif");
        assertThat(images.choose("off")).isEmpty();
        assertThat(images.of(PLOT, SIZE, Theme.BOTH)).isEmpty();
    }

    @Test
    void onTakesTheWordOfATerminalThatSaysThatItShowsSixels() {
        Images images = new Images(
                environment(Map.of("TERM", "xterm")), () -> new Traits(Optional.empty(), Optional.empty(), true));

        assertThat(images.choose("on")).isEmpty();
        assertThat(images.now()).isEqualTo("sixel");
    }

    @Test
    void aPictureIsAsWideAsTheTerminalAndNotHigherWhateverTheSizeOfItsCharacters() {
        assertThat(extent(Size.of(80, 60), new Traits.Cell(9, 18))).isEqualTo("720;440");
        assertThat(extent(Size.of(80, 60), new Traits.Cell(6, 13))).isEqualTo("480;293");
        assertThat(extent(Size.of(80, 60), new Traits.Cell(20, 40))).isEqualTo("1600;977");
        assertThat(extent(Size.of(40, 60), new Traits.Cell(9, 18))).isEqualTo("360;220");
        assertThat(extent(Size.of(250, 60), new Traits.Cell(9, 18))).isEqualTo("900;550");
        assertThat(extent(Size.of(80, 24), new Traits.Cell(9, 18))).isEqualTo("720;396");
    }

    private static String extent(Size size, Traits.Cell cell) {
        Images images = sixel(new Traits(Optional.of(cell), Optional.empty(), true));
        String drawn = drawn(images, size, Theme.BOTH);
        return drawn.substring(drawn.indexOf("1;1;") + 4, drawn.indexOf('#'));
    }

    @Test
    void theGroundIsWhatTheThemeSaysAndOtherwiseWhatTheTerminalSays() {
        Images light = sixel(new Traits(Optional.empty(), Optional.of(false), true));
        Images dark = sixel(new Traits(Optional.empty(), Optional.of(true), true));
        Images unknown = sixel(NOTHING);
        String onDark = drawn(unknown, SIZE, Theme.DARK);
        String onLight = drawn(unknown, SIZE, Theme.LIGHT);

        assertThat(onDark).isNotEqualTo(onLight);
        assertThat(drawn(dark, SIZE, Theme.BOTH)).isEqualTo(onDark);
        assertThat(drawn(light, SIZE, Theme.BOTH)).isEqualTo(onLight);
        assertThat(drawn(unknown, SIZE, Theme.BOTH)).isEqualTo(onLight);
        assertThat(drawn(dark, SIZE, Theme.LIGHT)).isEqualTo(onLight);
        assertThat(drawn(light, SIZE, Theme.DARK)).isEqualTo(onDark);
    }

    private static Images sixel(Traits traits) {
        Images images = new Images(environment(Map.of("TERM", "foot")), () -> traits);
        assertThat(images.choose("on")).isEmpty();
        return images;
    }

    private static String drawn(Images images, Size size, Theme theme) {
        return images.of(PLOT, size, theme).orElseThrow().get();
    }

    private static Optional<ImageEscape> known(Map<String, String> variables) {
        return new Images(environment(variables), () -> NOTHING).known();
    }

    private static Environment environment(Map<String, String> variables) {
        return name -> Optional.ofNullable(variables.get(name));
    }
}
