package gradflow.repl.terminal;

import gradflow.repl.command.Setting;
import gradflow.repl.display.Precision;
import java.util.Arrays;
import java.util.List;

/** What can be chosen while the prompt runs. */
final class Choices {
    private static final String ON = "on";
    private static final String OFF = "off";

    private final Screen screen;
    private final Editor editor;
    private final OwnEditor ownEditor;

    Choices(Screen screen, Editor editor, OwnEditor ownEditor) {
        this.screen = screen;
        this.editor = editor;
        this.ownEditor = ownEditor;
    }

    List<Setting> all() {
        return List.of(
                new Setting(
                        "digits",
                        "significant digits of numbers, 1 to " + Precision.MOST
                                + "; tables have their own until it is set",
                        List.of("4", "6", "10", Integer.toString(Precision.MOST)),
                        () -> Integer.toString(screen.precision().digits()),
                        this::digits),
                new Setting(
                        "images",
                        "a plot as an image, in terminals that can show one",
                        Images.values(),
                        () -> screen.images().now(),
                        value -> screen.images().choose(value)),
                Setting.choice(
                        "bars",
                        "bars beside a table",
                        List.of(ON, OFF),
                        () -> word(screen.hasBars()),
                        value -> screen.bars(value.equals(ON))),
                Setting.choice(
                        "signs",
                        "ρ and ‖∂L/∂h_t‖, or rho and |dL/dh_t|",
                        List.of("unicode", "ascii"),
                        () -> screen.isAscii() ? "ascii" : "unicode",
                        value -> screen.ascii(value.equals("ascii"))),
                Setting.choice(
                        "keys",
                        "how a line is edited",
                        List.of("emacs", "vi"),
                        () -> editor.keys(),
                        value -> editor.keys(value)),
                new Setting(
                        "theme",
                        "colours for any background, or for one",
                        themes(),
                        () -> editor.theme().word(),
                        this::theme),
                Setting.choice(
                        "hints",
                        "the rest of an earlier entry, and help under a call",
                        List.of(ON, OFF),
                        () -> word(editor.hasHints()),
                        value -> editor.hints(value.equals(ON))),
                new Setting(
                        "editor",
                        "what /edit opens",
                        List.of("vi", "nano", "emacs -nw", "code --wait"),
                        () -> ownEditor.command().isEmpty() ? "none" : ownEditor.command(),
                        value -> {
                            ownEditor.choose(value);
                            return "";
                        }));
    }

    private static String word(boolean on) {
        return on ? ON : OFF;
    }

    private String digits(String value) {
        if (!value.matches("\\d{1,2}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > Precision.MOST) {
            return "digits is a number from 1 to " + Precision.MOST + ", not " + value;
        }
        screen.writeNumbers(Precision.of(Integer.parseInt(value)));
        return "";
    }

    private static List<String> themes() {
        return Arrays.stream(Theme.values())
                .filter(theme -> theme != Theme.NONE)
                .map(Theme::word)
                .toList();
    }

    private String theme(String value) {
        if (!screen.isColoured()) {
            return "colours are off: --color always, or without NO_COLOR, has them on";
        }
        if (!themes().contains(value)) {
            return "theme is one of " + String.join(", ", themes()) + ", not " + value;
        }
        Arrays.stream(Theme.values())
                .filter(theme -> theme.word().equals(value))
                .forEach(editor::theme);
        return "";
    }
}
