package gradflow.experiment.training;

import gradflow.internal.check.Check;
import gradflow.internal.check.Refusal;
import gradflow.network.Description;
import gradflow.report.Report;
import gradflow.report.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What came of a training, step by step: the loss, beside what one gets who remembers nothing; the norm of the gradient before and
 * after it was clipped; and where the weights went, as ρ(W_hh) and as the horizon of the gradient.
 *
 * <p>loss(i) and gradNorm(i) are those of batch i = 1, 2, …, with the weights before step i. radius(i) and horizon(i) are those of
 * the weights after it, 0 before the first: measured after each of the first 50 steps, every 5th to 125, every 10th to 500, every
 * 50th to 1250, and so on, and after the last.
 *
 * <p>ρ(W_hh) of a gated network is the largest of its gates' blocks. The horizon is that of {@code gradNorms().horizon(0.01)}, L =
 * sum(h_T), over the first sequence that was drawn: the steps back until 1 % of the gradient is left.
 *
 * <p>{@link #network()} is the network with the weights that it has learnt.
 */
public final class Trained implements Result {
    private final Training training;
    private final Course course;
    private final long seed;
    private final Description network;
    private final Weights weights;
    private final List<String> names;

    Trained(Training training, Course course, long seed, Description network, Weights weights, List<String> names) {
        this.training = training;
        this.course = course;
        this.seed = seed;
        this.network = network;
        this.weights = weights;
        this.names = names;
    }

    /** {@return how many steps changed the weights} */
    public int steps() {
        return course.made();
    }

    /** {@return the mean loss of batch i = 1, 2, …, before step i changed the weights} */
    public double loss(int i) {
        return step("loss", i).loss();
    }

    /** {@return the losses of all batches, that of the first at index 0} */
    public double[] losses() {
        return course.losses();
    }

    /** {@return ‖g‖ of all that is trained at step i = 1, 2, …, before it was clipped} */
    public double gradNorm(int i) {
        return step("gradNorm", i).norm().value();
    }

    /** {@return ‖g‖ of all that is trained at step i = 1, 2, …, after it was clipped} */
    public double clippedNorm(int i) {
        return step("clippedNorm", i).clipped().value();
    }

    private Step step(String word, int i) {
        int last = course.steps().size();
        Check.within(1, last, i, word + "(i)", "i", asked(word, i), word + "(" + last + ")");
        return course.steps().get(i - 1);
    }

    /** {@return ρ(W_hh) after step i, i = 0 before the first} */
    public double radius(int i) {
        return mark("radius", i).radius();
    }

    /**
     * {@return how many steps back 1 % of ∂sum(h_T)/∂h_T is left, after step i, i = 0 before the first; T + 1 where more arrives at
     * t = 0}
     */
    public int horizon(int i) {
        return mark("horizon", i)
                .horizon()
                .orElseThrow(() -> new Refusal(
                        "horizon(i): the run of the network after step " + i + " leaves the range of a double",
                        asked("horizon", i),
                        "network().unroll(T).states(), which tells where"));
    }

    private Mark mark(String word, int i) {
        Check.within(0, steps(), i, word + "(i)", "i", asked(word, i), word + "(" + steps() + ")");
        return course.mark(i)
                .orElseThrow(() -> new Refusal(
                        word + "(i): it is measured after some steps only, and " + i + " isn't one of them",
                        asked(word, i),
                        word + "(" + course.measuredBefore(i) + ")"));
    }

    private String asked(String word, int i) {
        return training.expression(course.steps().size()) + "." + word + "(" + i + ")";
    }

    /** {@return the loss of one who remembers nothing, where it is known} */
    public OptionalDouble chance() {
        return training.task().chance();
    }

    /** {@return why the training ended before it was meant to: it was stopped, or something left the range of a double} */
    public Optional<String> ending() {
        return Optional.of(course.ending()).filter(words -> !words.isEmpty());
    }

    /** {@return what became of ρ(W_hh) and of the gradient's horizon, at the steps after which they were measured} */
    public Drift drift() {
        return new Drift(training, course, seed);
    }

    /** {@return the network with what it has learnt; its inputs are the first sequence that was drawn} */
    public Description network() {
        return network;
    }

    /**
     * {@return copies of all weights that were trained, by name and in the order of PyTorch's parameters: W_xh, W_hh and b, if there is
     * one, or W_ih, W_hh, b_ih and b_hh; then V and c of the readout y = V·h_t + c}
     */
    public Map<String, RealMatrix> weights() {
        return weights.named(names);
    }

    /** {@return a Python script that does the same with PyTorch, as {@code Training.pytorch(n)} has it} */
    public String pytorch() {
        return training.pytorch(course.steps().size());
    }

    @Override
    public Report report() {
        return new TrainingReport(training, course, seed).report();
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
