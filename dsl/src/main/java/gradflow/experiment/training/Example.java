package gradflow.experiment.training;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;

/** One sequence and the answer that is wanted of it. */
public final class Example {
    private final Mat inputs;
    private final Mat target;

    private Example(Mat inputs, Mat target) {
        this.inputs = inputs;
        this.target = target;
    }

    /** {@return x_1..x_T, a row each, and what is wanted of h_T} */
    public static Example of(double[][] inputs, double... target) {
        Given given = new Given("example(inputs, target)", "example(new double[][] {{0.1}, {0.2}}, 0.3)");
        return new Example(
                given.matrix("inputs", inputs), given.matrix("target", new double[][] {given.present(target)}));
    }

    static Example of(Mat inputs, Mat target) {
        return new Example(inputs, target);
    }

    Mat inputs() {
        return inputs;
    }

    Mat target() {
        return target;
    }

    /** {@return this, or refuses it where its shapes aren't those of the first one} */
    @CanIgnoreReturnValue
    Example check(Example first, int i, String word, String remedy) {
        if (!shapes().equals(first.shapes())) {
            throw new Refusal(
                    word + ": sequences must have one shape, but the first is " + first.shapes() + " and number " + i
                            + " is " + shapes(),
                    word,
                    remedy);
        }
        return this;
    }

    private String shapes() {
        return inputs.shape() + " with a target of " + target.shape();
    }

    @Override
    public String toString() {
        return "example of " + shapes();
    }
}
