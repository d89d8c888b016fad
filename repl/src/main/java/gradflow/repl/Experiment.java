package gradflow.repl;

import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.rnn;

import gradflow.repl.display.ValueText;
import gradflow.result.GradNorms;

/**
 * A small experiment that nobody sees, in a thread of its own: the classes that a person's first experiment needs are
 * loaded while its Java is still being compiled, which one processor does alone.
 */
final class Experiment implements Runnable {
    private final Runnable preparation;

    private Experiment(Runnable preparation) {
        this.preparation = preparation;
    }

    /** Begins; returns at once. */
    static void begin() {
        begin(() -> {});
    }

    /** Begins with what has to come before it; returns at once. */
    static void begin(Runnable preparation) {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            Thread thread = new Thread(new Experiment(preparation), "experiment");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        preparation.run();
        GradNorms norms = rnn().hidden(2)
                .whh(identity(0.5).plusNoise(0.05))
                .tanh()
                .unroll(3)
                .gradNorms();
        String unused = new ValueText(ScriptRunner.WIDTH, false).of(norms);
    }
}
