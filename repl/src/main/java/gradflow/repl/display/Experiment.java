package gradflow.repl.display;

import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.rnn;

import gradflow.result.GradNorms;

/**
 * A small experiment that nobody sees: while one processor compiles a person's first experiment, another loads the classes
 * that it needs.
 */
public final class Experiment {
    private static final int WIDTH = 80;

    private Experiment() {}

    /** Runs it. */
    public static void run() {
        GradNorms norms = rnn().hidden(4)
                .whh(identity(0.5).plusNoise(0.05))
                .tanh()
                .unroll(20)
                .gradNorms();
        String unused = new ValueText(WIDTH, false).of(norms);
    }

    /** Begins it in a thread of its own, if there is a processor to spare. */
    public static void begin() {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            Thread thread = new Thread(Experiment::run, "experiment");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
