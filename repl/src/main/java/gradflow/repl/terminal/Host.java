package gradflow.repl.terminal;

import gradflow.repl.command.Surroundings;
import gradflow.repl.engine.Engine;
import java.util.List;
import java.util.function.Supplier;

/** What a command sees of the prompt. */
final class Host implements Surroundings {
    private final Supplier<Engine> engine;
    private final Log log;
    private final Chain chain;
    private boolean leaving;

    Host(Supplier<Engine> engine, Log log, Chain chain) {
        this.engine = engine;
        this.log = log;
        this.chain = chain;
    }

    /** {@return whether the person has asked to leave} */
    boolean isLeaving() {
        return leaving;
    }

    @Override
    public Engine engine() {
        return engine.get();
    }

    @Override
    public List<String> entries() {
        return log.entries();
    }

    @Override
    public void reset() {
        engine.get().reset();
        log.clear();
        chain.clear();
    }

    @Override
    public void leave() {
        leaving = true;
    }
}
