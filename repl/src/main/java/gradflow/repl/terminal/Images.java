package gradflow.repl.terminal;

import gradflow.repl.display.ImageEscape;
import gradflow.report.plot.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.terminal.Size;

/**
 * Whether plots are shown as images, and how. The terminal is known by the variables that it sets, and asked only when that
 * was chosen: how large its characters are, since a picture that is too wide is cut.
 */
final class Images {
    static final String OFF = "off";
    static final String ON = "on";

    /** Where the terminal doesn't say; most characters are larger. */
    private static final Traits.Cell SMALL = new Traits.Cell(8, 16);

    private static final int LEAST_PIXELS = 200;
    private static final int MOST_PIXELS = 8000;
    private static final int MOST_COLUMNS = 100;
    private static final int ROWS_OF_PROMPTS = 2;
    private static final int HEIGHT_PARTS = 11;
    private static final int WIDTH_PARTS = 18;

    private final Environment environment;
    private final Supplier<Traits> terminal;
    private Optional<ImageEscape> escape = Optional.empty();

    /** @param terminal asks it about itself */
    Images(Environment environment, Supplier<Traits> terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    /** {@return what can be chosen} */
    static List<String> values() {
        return Stream.concat(
                        Stream.of(OFF, ON), Arrays.stream(ImageEscape.values()).map(Images::word))
                .toList();
    }

    private static String word(ImageEscape one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** {@return what is chosen} */
    String now() {
        return escape.map(Images::word).orElse(OFF);
    }

    /** {@return why it can't be so; empty if it is} */
    String choose(String value) {
        if (value.equals(OFF)) {
            escape = Optional.empty();
            return "";
        }
        Optional<ImageEscape> named = Arrays.stream(ImageEscape.values())
                .filter(one -> word(one).equals(value))
                .findFirst();
        if (named.isEmpty() && !value.equals(ON)) {
            return "images is one of " + String.join(", ", values()) + ", not " + value;
        }
        Optional<ImageEscape> found = named.or(this::known).or(this::said);
        if (found.isEmpty()) {
            return "this terminal doesn't say that it can show images; if you know better: /set images kitty, iterm or sixel";
        }
        escape = found;
        return "";
    }

    /** {@return the protocol of the terminal, by what it says of itself} */
    Optional<ImageEscape> known() {
        String type = environment.value("TERM").orElse("");
        String program = environment.value("TERM_PROGRAM").orElse("");
        if (environment.says("TMUX") || type.startsWith("screen") || type.startsWith("tmux")) {
            // It keeps what it doesn't understand from the terminal behind it, whose variables these are.
            return Optional.empty();
        }
        if (environment.says("KITTY_WINDOW_ID")
                || type.contains("kitty")
                || type.contains("ghostty")
                || program.equals("ghostty")) {
            return Optional.of(ImageEscape.KITTY);
        }
        if (List.of("iTerm.app", "WezTerm", "mintty").contains(program)
                || environment.value("LC_TERMINAL").filter("iTerm2"::equals).isPresent()) {
            return Optional.of(ImageEscape.ITERM);
        }
        return type.startsWith("foot")
                        || type.startsWith("mlterm")
                        || type.contains("sixel")
                        || type.startsWith("contour")
                ? Optional.of(ImageEscape.SIXEL)
                : Optional.empty();
    }

    private Optional<ImageEscape> said() {
        return Optional.of(ImageEscape.SIXEL).filter(sixel -> terminal.get().sixel());
    }

    /**
     * {@return what draws a plot, as wide as the terminal and not higher, if images are on}
     *
     * @param theme which may say what the ground is like
     */
    Optional<Supplier<String>> of(Plot plot, Size size, Theme theme) {
        return escape.map(how -> {
            Traits traits = terminal.get();
            Traits.Cell cell = traits.cell().orElse(SMALL);
            int width = pixels(Math.min(size.getColumns(), MOST_COLUMNS) * cell.width());
            int most = (size.getRows() - ROWS_OF_PROMPTS) * cell.height();
            int height = pixels(Math.min(width * HEIGHT_PARTS / WIDTH_PARTS, most));
            boolean dark = theme == Theme.DARK
                    || (theme != Theme.LIGHT && traits.dark().orElse(false));
            return () -> how.of(plot.png(width, height, dark));
        });
    }

    private static int pixels(int wanted) {
        return Math.max(LEAST_PIXELS, Math.min(wanted, MOST_PIXELS));
    }
}
