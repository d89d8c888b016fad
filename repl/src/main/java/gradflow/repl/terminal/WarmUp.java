package gradflow.repl.terminal;

import gradflow.repl.completion.KnownNames;
import gradflow.repl.display.Experiment;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.StoppableLibrary;
import gradflow.repl.help.HelpIndex;
import java.util.List;
import java.util.Optional;

/**
 * Does in the background, while the first line is being typed, what the first Enter and the first Tab would else have to
 * wait for: loading the compiler and the classes of a small experiment. First of all it loads what has to be loaded before
 * anything else asks for it.
 */
final class WarmUp implements Runnable {
    /** A block, since that leaves no variable behind. */
    private static final String EXPERIMENT =
            "{ Object warm = rnn().hidden(2).whh(identity(0.5)).tanh().unroll(3).gradNorms().toString(); }";

    /** What is answered without the engine: a chain, and a name that may be that of any class. */
    private static final List<String> WITHOUT_ENGINE = List.of("rnn().", "new Ar");

    /** A question of each kind: the first of a kind takes up to ten times as long as the next. */
    private static final List<String> QUESTIONS = List.of("\"\".", "rn", "Math.s", "new Ar");

    private final EngineToCome engine;
    private final KnownNames names;
    private volatile boolean done;

    WarmUp(EngineToCome engine, KnownNames names) {
        this.engine = engine;
        this.names = names;
    }

    /** Begins. */
    void begin() {
        Thread thread = new Thread(this, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /** {@return whether the engine answers at once from now on} */
    boolean isDone() {
        return done;
    }

    @Override
    public void run() {
        TerminalOpener.silenceJLine();
        WITHOUT_ENGINE.forEach(asked -> {
            Optional<?> unusedWords = names.offers(asked);
        });
        if (HelpIndex.isThere()) {
            HelpIndex unusedYet = HelpIndex.standard();
        }
        StoppableLibrary.load();
        Experiment.run();
        try {
            Engine java = engine.whenThere();
            // What has been entered already warms it up as well, and sooner.
            if (!engine.isAwaited()) {
                Outcome unused = java.eval(EXPERIMENT, "warm-up");
            }
            for (String asked : QUESTIONS) {
                if (!engine.isAwaited()) {
                    List<?> unused = java.suggestions(asked, asked.length());
                }
            }
            done = true;
        } catch (EngineToCome.NoEngine e) {
            // The first entry meets the same failure, and says it.
        }
    }
}
