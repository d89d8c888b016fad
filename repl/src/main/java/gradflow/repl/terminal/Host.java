package gradflow.repl.terminal;

import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Piece;
import gradflow.repl.engine.VariableInfo;
import gradflow.repl.session.Entry;
import gradflow.repl.session.Log;
import gradflow.repl.session.Values;
import gradflow.repl.session.Wording;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** What a command sees of the prompt: the terminal, and the session. */
final class Host extends TerminalSurroundings {
    private final Supplier<Engine> engine;
    private final Log log;
    private final Values values;
    private final Chain chain;
    private final CtrlC ctrlC;
    private final Screen screen;
    private final LastSession lastSession;
    private final Round round;
    private final Answers answers;
    private final Course course;
    private final EntryRunner runner;

    Host(
            Supplier<Engine> engine,
            Log log,
            Values values,
            Chain chain,
            CtrlC ctrlC,
            Round round,
            Answers answers,
            Course course,
            Desk desk) {
        super(desk);
        this.engine = engine;
        this.log = log;
        this.values = values;
        this.chain = chain;
        this.ctrlC = ctrlC;
        this.round = round;
        this.answers = answers;
        this.course = course;
        screen = desk.screen();
        lastSession = desk.lastSession();
        runner = new EntryRunner(this, round, log, course, desk);
    }

    /** {@return what runs entries that see this} */
    EntryRunner runner() {
        return runner;
    }

    @Override
    public boolean answer(String text) {
        return runner.answer(text);
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
    public void offer(String example) {
        course.offer(example);
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
        return course.typed();
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
        course.leave(code);
    }
}
