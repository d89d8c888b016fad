package gradflow.experiment.training;

import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.check.Refusal;
import gradflow.network.Description;
import gradflow.network.Trainee;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A training that hasn't begun: an immutable value. Modifiers come in any order, the last one of a kind wins, and steps(n) runs it.
 *
 * <pre>{@code
 * train(rnn().hidden(16), addingProblem(10)).adam(0.01)
 * }</pre>
 *
 * <p>Defaults: Adam with a rate of 0.001, as in PyTorch; 20 sequences a step, of data of your own at most as many as there are;
 * no clipping.
 *
 * <p>Trained are the network's input and recurrent weights, the biases that it has, and a readout y = V·h_t + c, an
 * {@code nn.Linear} drawn after the network by the same generator; h_0 isn't. The sequences are drawn last, batch by batch, and take
 * the place of the description's own inputs.
 */
public final class Training {
    private static final String RATE = "0.01";

    private final Description network;
    private final Task task;
    private final Optimiser optimiser;
    private final int batch;
    private final OptionalDouble clip;
    /** What was said, by what it is about, in the order in which it was said. */
    private final Map<String, String> said;

    private Training(
            Description network,
            Task task,
            Optimiser optimiser,
            int batch,
            OptionalDouble clip,
            Map<String, String> said) {
        this.network = network;
        this.task = task;
        this.optimiser = optimiser;
        this.batch = batch;
        this.clip = clip;
        this.said = said;
    }

    /** {@return a training with every default} */
    public static Training of(Description network, Task task) {
        String word = "train(network, task)";
        String remedy = "train(rnn().hidden(16), addingProblem(10))";
        Check.present(network, word, "network", "train(null, …)", remedy);
        Check.present(task, word, "task", "train(" + network + ", null)", remedy);
        Training training =
                new Training(network, task, new Optimiser.Adam(0.001), task.batch(), OptionalDouble.empty(), Map.of());
        Trainee.check(network, task.input(), task.toString(), training.toString());
        return training;
    }

    private Map<String, String> and(String about, String words) {
        Map<String, String> more = new LinkedHashMap<>(said);
        more.remove(about);
        more.put(about, words);
        return more;
    }

    /** {@return the same by stochastic gradient descent, w ← w − lr·g: {@code torch.optim.SGD}} */
    public Training sgd(double lr) {
        return by(new Optimiser.Sgd(positive(lr, "sgd(lr)", "lr", "sgd(" + Numerals.plain(lr) + ")", "sgd(0.1)")));
    }

    /** {@return the same by Adam with β = (0.9, 0.999), ε = 1e-8: {@code torch.optim.Adam}} */
    public Training adam(double lr) {
        String text = "adam(" + Numerals.plain(lr) + ")";
        return by(new Optimiser.Adam(positive(lr, "adam(lr)", "lr", text, "adam(" + RATE + ")")));
    }

    private Training by(Optimiser other) {
        return new Training(network, task, other, batch, clip, and("optimiser", other.toString()));
    }

    /** {@return the same with n sequences a step; the loss and its gradient are the mean over them} */
    public Training batch(int n) {
        String text = "batch(" + n + ")";
        Check.atLeast(1, n, "batch(n)", "n", this + "." + text, "batch(20)");
        return new Training(network, task, optimiser, n, clip, and("batch", text));
    }

    /**
     * {@return the same with the gradient of all that is trained clipped to a norm of c: g ← min(1, c/(‖g‖ + 1e-6))·g, PyTorch's
     * {@code clip_grad_norm_}}
     */
    public Training clipNorm(double c) {
        String text = "clipNorm(" + Numerals.plain(c) + ")";
        OptionalDouble most = OptionalDouble.of(positive(c, "clipNorm(c)", "c", text, "clipNorm(1)"));
        return new Training(network, task, optimiser, batch, most, and("clip", text));
    }

    private double positive(double value, String word, String argument, String text, String remedy) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new Refusal(
                    word + ": " + argument + " must be a positive number, but was " + Numerals.plain(value),
                    this + "." + text,
                    remedy);
        }
        return value;
    }

    /**
     * Runs n ≥ 1 steps: each draws a batch, takes the gradient of its mean loss back through all time steps, and updates the
     * weights. It ends early where the loss or the gradient leaves the range of a double; where it is stopped, it keeps the steps
     * that were made.
     *
     * @return what came of it
     */
    public Trained steps(int n) {
        return TrainingRun.of(this, checked(n, "steps"));
    }

    /**
     * {@return n steps of the same training as a Python script for PyTorch 1.13 or newer: the same seed and draws; run, it prints the
     * loss and the norms of every step}
     */
    public String pytorch(int n) {
        return TrainingScript.of(this, checked(n, "pytorch"));
    }

    private int checked(int n, String word) {
        Check.atLeast(1, n, word + "(n)", "n", this + "." + word + "(" + n + ")", word + "(100)");
        return n;
    }

    Trainee trainee(String where) {
        return Trainee.of(network, task.input(), task.steps(), batch, where);
    }

    /** {@return what is seen, with the network's name before it if it has one} */
    String title(String what) {
        return network.label().map(name -> name + ": " + what).orElse(what);
    }

    Task task() {
        return task;
    }

    Optimiser optimiser() {
        return optimiser;
    }

    int batch() {
        return batch;
    }

    OptionalDouble clip() {
        return clip;
    }

    /** {@return the expression of so many steps} */
    String expression(int steps) {
        return this + ".steps(" + steps + ")";
    }

    /** {@return the expression that makes this} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("train(" + network + ", " + task + ")");
        said.values().forEach(words -> text.append('.').append(words));
        return text.toString();
    }
}
