package gradflow.repl.terminal;

import gradflow.repl.command.Command;
import gradflow.repl.command.Commands;
import gradflow.repl.command.Setting;
import gradflow.repl.command.Surroundings;
import gradflow.repl.display.ValueText;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Piece;
import gradflow.repl.engine.VariableInfo;
import gradflow.repl.session.Entry;
import gradflow.repl.session.Log;
import gradflow.repl.session.Values;
import gradflow.repl.session.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** What a command sees of the prompt. */
final class Host implements Surroundings {
    private final Supplier<Engine> engine;
    private final Log log;
    private final Values values;
    private final Chain chain;
    private final CtrlC ctrlC;
    private final Screen screen;
    private final Editor editor;
    private final OwnEditor ownEditor;
    private final Shell shell;
    private final LastSession lastSession;
    private final Optional<Path> startFile;
    private final Round round;
    private final Answers answers;
    private final List<Setting> settings;
    private final List<String> typed = new ArrayList<>();
    private Optional<String> offer = Optional.empty();
    private boolean leaving;
    private int status;

    /** What belongs together for one person at one terminal. */
    record Desk(
            Screen screen,
            Editor editor,
            OwnEditor ownEditor,
            Shell shell,
            LastSession lastSession,
            Optional<Path> startFile) {}

    Host(
            Supplier<Engine> engine,
            Log log,
            Values values,
            Chain chain,
            CtrlC ctrlC,
            Round round,
            Answers answers,
            Desk desk) {
        this.engine = engine;
        this.log = log;
        this.values = values;
        this.chain = chain;
        this.ctrlC = ctrlC;
        this.round = round;
        this.answers = answers;
        screen = desk.screen();
        editor = desk.editor();
        ownEditor = desk.ownEditor();
        shell = desk.shell();
        lastSession = desk.lastSession();
        startFile = desk.startFile();
        settings = new Choices(screen, editor, ownEditor).all();
    }

    /** {@return whether the person has asked to leave} */
    boolean isLeaving() {
        return leaving;
    }

    /** {@return the status that the program ends with} */
    int status() {
        return status;
    }

    /** {@return the line that Enter runs, once} */
    Optional<String> takeOffer() {
        Optional<String> taken = offer;
        offer = Optional.empty();
        return taken;
    }

    /** Something else was typed. */
    void forgetOffer() {
        offer = Optional.empty();
    }

    /** Keeps what was typed. */
    void remember(String entry) {
        typed.add(entry);
    }

    /** Does what a command says. */
    void command(String entry) {
        String[] parts = Commands.parts(entry);
        Optional<Command> command = Commands.named(parts[0]);
        if (command.isEmpty()) {
            screen.error(Prose.fitted(Commands.unknown(parts[0]), screen.width() - 1));
            return;
        }
        String shown = command.get().run(this, parts[1]);
        if (!shown.isEmpty()) {
            screen.show(command.get().speaksInSentences() ? Prose.fitted(shown, screen.width() - 1) : shown);
        }
    }

    /** Runs a command of the system's shell. */
    void shell(String line) {
        try {
            int code = shell.run(line);
            if (code != 0) {
                screen.aside("status " + code);
            }
        } catch (IOException e) {
            screen.error("the shell can't be run: " + e.getMessage());
        }
    }

    @Override
    public boolean answer(String text) {
        List<Piece> pieces = engine.get().split(Values.parseable(text));
        if (pieces.stream().noneMatch(piece -> Commands.isCommand(piece.source()))) {
            return javaRan(text);
        }
        StringBuilder java = new StringBuilder();
        for (Piece piece : pieces) {
            String source = text.substring(
                    piece.offset(), piece.offset() + piece.source().length());
            if (Commands.isCommand(source)) {
                if (!java.isEmpty() && !javaRan(java)) {
                    return false;
                }
                java.setLength(0);
                command(source);
                if (leaving) {
                    return true;
                }
            } else {
                java.append(source).append('\n');
            }
        }
        return java.isEmpty() || javaRan(java);
    }

    private boolean javaRan(CharSequence java) {
        boolean ran = round.answer(java.toString().strip());
        lastSession.keep(log.entries());
        return ran;
    }

    @Override
    public String replay(List<String> script, boolean quiet) {
        int ran = 0;
        for (String source : script) {
            if (!quiet) {
                screen.aside(source);
            }
            ran += round.repeat(source) ? 1 : 0;
            screen.freshLine();
        }
        chain.clear();
        lastSession.keep(log.entries());
        return "ran " + (ran == script.size() ? "" : ran + " of ") + script.size()
                + (script.size() == 1 ? " entry" : " entries") + " again";
    }

    @Override
    public List<String> previous() {
        String text = lastSession.before();
        return engine.get().split(text).stream().map(Piece::source).toList();
    }

    @Override
    public Optional<Outcome.Value> evaluate(String expression) {
        Optional<String> refusal = values.refusal(expression);
        if (refusal.isPresent()) {
            screen.error("error: " + refusal.get());
            return Optional.empty();
        }
        Engine java = engine.get();
        Wording wording = values.wording(expression);
        Outcome outcome = ctrlC.stopping(java::stop, () -> java.evalAside(wording.java(), "aside"));
        if (outcome instanceof Outcome.Value value) {
            return Optional.of(value);
        }
        boolean failed = outcome instanceof Outcome.Rejected
                || outcome instanceof Outcome.Thrown
                || outcome instanceof Outcome.Interrupted;
        if (failed) {
            answers.show(outcome, wording);
        } else {
            screen.error("error: " + expression + " is no expression");
        }
        return Optional.empty();
    }

    @Override
    public int width() {
        return screen.width();
    }

    @Override
    public ValueText text() {
        return screen.values();
    }

    @Override
    public List<Setting> settings() {
        return settings;
    }

    @Override
    public Optional<Path> startFile() {
        return startFile;
    }

    @Override
    public void say(String words) {
        screen.show(words);
    }

    @Override
    public void aside(String words) {
        screen.aside(words);
    }

    @Override
    public void page(String text) {
        screen.page(text);
    }

    @Override
    public Optional<String> toClipboard(String text) {
        return screen.toClipboard(text);
    }

    @Override
    public Optional<String> read(String question) {
        screen.freshLine();
        return editor.line(question);
    }

    @Override
    public Optional<String> edit(String text) {
        try {
            return Optional.of(ownEditor.edit(text));
        } catch (IOException e) {
            screen.error("/edit: " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void offer(String example) {
        offer = Optional.of(example);
    }

    @Override
    public Outcome call(Callable<?> task) {
        Engine java = engine.get();
        return ctrlC.stopping(java::stop, () -> java.call(task));
    }

    @Override
    public void list(VariableInfo variable) {
        answers.list(variable);
    }

    @Override
    public void show(Outcome outcome) {
        answers.show(outcome);
    }

    @Override
    public String explanation() {
        return log.lastFailure();
    }

    @Override
    public boolean failedLast() {
        return log.failedLast();
    }

    @Override
    public Engine engine() {
        return engine.get();
    }

    @Override
    public List<Entry> entries() {
        return log.entries();
    }

    @Override
    public List<String> history() {
        return List.copyOf(typed);
    }

    @Override
    public List<String> earlier() {
        return editor.earlier();
    }

    @Override
    public Values values() {
        return values;
    }

    @Override
    public boolean drop(String name) {
        boolean there = engine.get().drop(name);
        if (there) {
            values.drop(name);
            log.drop(name);
            round.forget();
        }
        return there;
    }

    @Override
    public void reset() {
        lastSession.reset(log.entries());
        engine.get().reset();
        log.clear();
        values.clear();
        round.forget();
        chain.clear();
    }

    @Override
    public void leave(int code) {
        leaving = true;
        status = code;
    }
}
