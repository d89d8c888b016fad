package gradflow.repl.terminal;

import gradflow.repl.display.ImageEscape;
import gradflow.report.plot.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether plots are shown as images, and how. The terminal is known by the variables that it sets; asking it would take time,
 * and its answer could be taken for typed keys.
 */
final class Images {
    static final String OFF = "off";
    static final String ON = "on";

    private static final int PIXELS_A_COLUMN = 10;
    private static final int LEAST_WIDTH = 400;
    private static final int MOST_WIDTH = 1000;
    private static final int HEIGHT_PARTS = 11;
    private static final int WIDTH_PARTS = 18;

    private final Environment environment;
    private Optional<ImageEscape> escape = Optional.empty();

    Images(Environment environment) {
        this.environment = environment;
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
        Optional<ImageEscape> found = named.or(this::known);
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

    /** {@return the escape that shows a plot, if images are on} */
    Optional<String> of(Plot plot, int columns, boolean dark) {
        int width = Math.max(LEAST_WIDTH, Math.min(columns * PIXELS_A_COLUMN, MOST_WIDTH));
        return escape.map(how -> how.of(plot.png(width, width * HEIGHT_PARTS / WIDTH_PARTS, dark)));
    }
}
