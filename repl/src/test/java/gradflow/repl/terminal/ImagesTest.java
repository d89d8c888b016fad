package gradflow.repl.terminal;

import static gradflow.Gradflow.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.display.ImageEscape;
import gradflow.report.plot.Plot;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImagesTest {
    private static final Plot PLOT = scalar(0.5).linear().unroll(9).gradNorms().plot();

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
        Images images = new Images(environment(Map.of("TERM", "xterm")));

        assertThat(images.of(PLOT, 80, false)).isEmpty();
        assertThat(images.choose("on"))
                .isEqualTo("this terminal doesn't say that it can show images; if you know better:"
                        + " /set images kitty, iterm or sixel");
        assertThat(images.now()).isEqualTo("off");
        assertThat(images.choose("sixel")).isEmpty();
        assertThat(images.now()).isEqualTo("sixel");
        assertThat(images.of(PLOT, 80, false)).get().asString().startsWith("\033P0;1;0q\"1;1;800;488");
        assertThat(images.choose("gif")).isEqualTo("images is one of off, on, kitty, iterm, sixel, not gif");
        assertThat(images.choose("off")).isEmpty();
        assertThat(images.of(PLOT, 80, false)).isEmpty();
    }

    @Test
    void aNarrowTerminalGetsASmallerPicture() {
        Images images = new Images(environment(Map.of("TERM", "foot")));
        assertThat(images.choose("on")).isEmpty();

        assertThat(images.of(PLOT, 40, false)).get().asString().contains("\"1;1;400;244");
        assertThat(images.of(PLOT, 250, false)).get().asString().contains("\"1;1;1000;611");
        assertThat(images.of(PLOT, 80, true)).isNotEqualTo(images.of(PLOT, 80, false));
    }

    private static Optional<ImageEscape> known(Map<String, String> variables) {
        return new Images(environment(variables)).known();
    }

    private static Environment environment(Map<String, String> variables) {
        return name -> Optional.ofNullable(variables.get(name));
    }
}
