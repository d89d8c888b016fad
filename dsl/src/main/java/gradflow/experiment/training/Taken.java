package gradflow.experiment.training;

import gradflow.internal.analysis.Clipping;
import gradflow.internal.kernel.Batch;
import gradflow.internal.kernel.Descent;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Pass;
import gradflow.internal.kernel.Readout;
import gradflow.internal.kernel.Scaled;
import gradflow.result.Sentences;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A step that was taken.
 *
 * @param step its numbers
 * @param after the weights after it; those before it where something went out of range
 * @param flaw what went out of range, in words; empty if nothing did
 */
record Taken(Step step, Weights after, String flaw) {

    /**
     * {@return the step from these weights}
     *
     * @param batch room for the sequences
     * @param task what the sequences are of
     * @param clip the most that ‖g‖ may be
     * @param descent makes new weights
     * @param weights before the step
     * @param sequences of the step
     */
    static Taken of(
            Batch batch, Task task, OptionalDouble clip, Descent descent, Weights weights, Sequences sequences) {
        Pass pass = batch.forward(weights.network(), sequences.inputs());
        if (pass.brokenAt() > 0) {
            Step undefined = new Step(Double.NaN, Scaled.of(Double.NaN), 1);
            return new Taken(
                    undefined, weights, "the forward pass left the range of a double at t = " + pass.brokenAt());
        }
        Readout readout =
                new Readout(weights.readout(), weights.bias(), task.objective(), sequences.targets(), task.steps());
        List<Pass.Gradient> gradients = Stream.of(pass.backward(readout), readout.gradients())
                .flatMap(List::stream)
                .toList();
        Scaled norm = norm(gradients);
        double coefficient = clip.isPresent() ? Clipping.coefficient(norm, clip.getAsDouble()) : 1;
        Step step = new Step(readout.loss(), norm, coefficient);
        if (!Double.isFinite(step.loss())) {
            return new Taken(step, weights, "the loss left the range of a double");
        }
        if (!Double.isFinite(norm.value())) {
            return new Taken(step, weights, "‖g‖ left the range of a double: " + Sentences.magnitude(norm));
        }
        List<Mat> totals = gradients.stream().map(Pass.Gradient::total).toList();
        Weights after = new Weights(descent.next(weights.all(), totals, coefficient));
        return after.isFinite()
                ? new Taken(step, after, "")
                : new Taken(step, weights, "the update made weights that left the range of a double");
    }

    private static Scaled norm(List<Pass.Gradient> gradients) {
        return gradients.stream()
                .map(Pass.Gradient::norm)
                .map(norm -> norm.times(norm))
                .reduce(Scaled.ZERO, Scaled::plus)
                .squareRoot();
    }
}
