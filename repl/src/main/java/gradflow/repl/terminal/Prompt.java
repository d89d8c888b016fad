package gradflow.repl.terminal;

import gradflow.repl.completion.KnownNames;
import gradflow.repl.engine.Engine;
import gradflow.repl.session.Log;
import gradflow.repl.session.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jline.terminal.Terminal;

/** The interactive prompt. */
public final class Prompt {
    private static final int FAILED = 1;

    private Prompt() {}

    /**
     * Runs until the person leaves.
     *
     * @param engine the engine, which may still be starting: the prompt doesn't wait for it
     * @param chosen variables that stand before those of the environment
     * @return the exit code
     */
    public static int run(Future<Engine> engine, Map<String, String> chosen) {
        Environment environment = Environment.ofProcess().under(chosen);
        try (Terminal terminal = TerminalOpener.open(environment)) {
            return run(terminal, environment, new EngineToCome(engine));
        } catch (IOException e) {
            System.err.println("gradflow: the terminal can't be used: " + e.getMessage());
            return FAILED;
        }
    }

    /** Runs on a terminal. */
    static int run(Terminal terminal, Environment environment, EngineToCome engine) {
        CtrlC ctrlC = new CtrlC(terminal);
        Screen screen = new Screen(terminal, Ink.of(terminal.getType(), environment), environment);
        Chain chain = new Chain();
        Values values = new Values();
        Preferences preferences = Preferences.of(environment, screen.isColoured());
        KnownNames names = new KnownNames();
        WarmUp warmUp = new WarmUp(engine, names);
        Path home = environment.home();
        Optional<Path> history = HistoryFile.prepare(environment, home);
        JavaLanguage language = new JavaLanguage(engine, chain, values, names, warmUp::isDone);
        Editor editor =
                new Editor(terminal, screen.isAscii() ? new SpeltLanguage(language) : language, history, preferences);
        Shell shell = new Shell(terminal);
        OwnEditor ownEditor = new OwnEditor(terminal, shell, environment);
        editor.leavesTo(shell, ownEditor);
        screen.editedBy(editor.reader());
        Log log = new Log();
        Answers answers = new Answers(engine, ctrlC, new Faults(log), log, screen, editor::theme);
        Round round = new Round(engine, chain, ctrlC, log, values, names, answers, screen);
        Course course = new Course();
        Host host = new Host(
                engine,
                log,
                values,
                chain,
                ctrlC,
                round,
                answers,
                course,
                new Desk(
                        screen,
                        editor,
                        ownEditor,
                        shell,
                        new LastSession(history),
                        StartFile.location(environment, home)));
        language.knows(host);
        editor.evaluatesBy(entry -> {
            boolean unused = host.answer(entry);
        });
        TypedInput typed = new TypedInput(editor, screen, () -> engine.get().stop());
        StandardStreams replaced = StandardStreams.on(screen, typed, terminal.outputEncoding());
        try {
            Banner.show(screen);
            if (!editor.historyIsKept()) {
                screen.aside("the history file can't be read and is left as it is");
            }
            warmUp.begin();
            StartFile.run(host.startFile(), host, screen);
            new Conversation(editor, screen, engine, round, course, host.runner()).hold();
            return course.status();
        } catch (EngineToCome.NoEngine e) {
            screen.error(String.valueOf(e.getMessage()));
            return FAILED;
        } finally {
            replaced.putBack();
        }
    }
}
