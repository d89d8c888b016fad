package gradflow.repl.terminal;

import gradflow.repl.command.Surroundings;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.VariableInfo;
import gradflow.repl.session.Entry;
import gradflow.repl.session.Log;
import gradflow.repl.session.Values;
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
    private Optional<Round> round = Optional.empty();
    private Optional<Answers> answers = Optional.empty();
    private Optional<String> offer = Optional.empty();
    private final List<String> typed = new ArrayList<>();
    private boolean leaving;

    Host(Supplier<Engine> engine, Log log, Values values, Chain chain, CtrlC ctrlC, Screen screen) {
        this.engine = engine;
        this.log = log;
        this.values = values;
        this.chain = chain;
        this.ctrlC = ctrlC;
        this.screen = screen;
    }

    /** {@return whether the person has asked to leave} */
    boolean isLeaving() {
        return leaving;
    }

    /** Tells what evaluates and shows, once it is there: it is made after this. */
    void answeredBy(Round made, Answers shown) {
        round = Optional.of(made);
        answers = Optional.of(shown);
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

    @Override
    public int width() {
        return screen.width();
    }

    @Override
    public void offer(String example) {
        offer = Optional.of(example);
    }

    @Override
    public void answer(String java) {
        round.orElseThrow().answer(java);
    }

    @Override
    public Outcome call(Callable<?> task) {
        Engine java = engine.get();
        return ctrlC.stopping(java::stop, () -> java.call(task));
    }

    @Override
    public void show(Outcome outcome) {
        answers.orElseThrow().show(outcome);
    }

    @Override
    public String explanation() {
        return log.lastFailure();
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

    /** Keeps what was typed. */
    void remember(String entry) {
        typed.add(entry);
    }

    @Override
    public void list(VariableInfo variable) {
        answers.orElseThrow().list(variable);
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
        }
        return there;
    }

    @Override
    public void reset() {
        engine.get().reset();
        log.clear();
        values.clear();
        round.ifPresent(Round::forget);
        chain.clear();
    }

    @Override
    public void leave() {
        leaving = true;
    }
}
