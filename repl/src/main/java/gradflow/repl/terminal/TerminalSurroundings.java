package gradflow.repl.terminal;

import gradflow.repl.command.Setting;
import gradflow.repl.command.Surroundings;
import gradflow.repl.display.ValueText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a command sees of the terminal and the person at it. */
abstract class TerminalSurroundings implements Surroundings {
    private final Screen screen;
    private final Editor editor;
    private final OwnEditor ownEditor;
    private final Optional<Path> startFile;
    private final List<Setting> settings;

    TerminalSurroundings(Desk desk) {
        screen = desk.screen();
        editor = desk.editor();
        ownEditor = desk.ownEditor();
        startFile = desk.startFile();
        settings = new Choices(screen, editor, ownEditor).all();
    }

    @Override
    public final int width() {
        return screen.width();
    }

    @Override
    public final ValueText text() {
        return screen.values();
    }

    @Override
    public final List<Setting> settings() {
        return settings;
    }

    @Override
    public final Optional<Path> startFile() {
        return startFile;
    }

    @Override
    public final void say(String words) {
        screen.show(words);
    }

    @Override
    public final void aside(String words) {
        screen.aside(words);
    }

    @Override
    public final void page(String text) {
        screen.page(text);
    }

    @Override
    public final Optional<String> toClipboard(String text) {
        return screen.toClipboard(text);
    }

    @Override
    public final Optional<String> read(String question) {
        screen.freshLine();
        return editor.line(question);
    }

    @Override
    public final List<String> earlier() {
        return editor.earlier();
    }

    @Override
    public final Optional<String> edit(String text) {
        try {
            return Optional.of(ownEditor.edit(text));
        } catch (IOException e) {
            screen.error("/edit: " + e.getMessage());
            return Optional.empty();
        }
    }
}
