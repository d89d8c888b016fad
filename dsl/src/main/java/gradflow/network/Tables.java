package gradflow.network;

import gradflow.internal.check.Check;
import gradflow.internal.check.Literals;
import gradflow.internal.check.Numerals;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.FastRnn;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.Trajectory;
import gradflow.model.Activation;
import gradflow.model.Gallery;
import gradflow.model.Recipe;
import gradflow.model.TensorFile;
import gradflow.result.Activations;
import gradflow.result.Powers;
import gradflow.result.Spectrum;
import gradflow.result.Stability;
import gradflow.result.Tensors;
import gradflow.result.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The tables that need no description of a network. */
public final class Tables {
    private Tables() {}

    /** {@return the spectrum of a matrix that is given, or refuses a recipe that leaves the size open} */
    public static Spectrum spectrum(Recipe given) {
        String expression = "spectrum(" + given + ")";
        Check.present(given, "spectrum(W)", "W", expression, "spectrum(gallery(\"grcar\", 32))");
        Mat matrix = sized(given, "spectrum", expression);
        return Spectrum.of(matrix, named(given, matrix), expression, OptionalLong.empty());
    }

    /** {@return whether inputs can make the gradient of a tanh network with a matrix that is given explode} */
    public static Stability stability(Recipe given) {
        String expression = "stability(" + given + ")";
        String remedy = "stability(new double[][] {{1.8, -3}, {1, -1.5}})";
        Check.present(given, "stability(W)", "W", expression, remedy);
        Mat matrix = sized(given, "stability", expression);
        if (matrix.rows() != matrix.columns()) {
            throw new Refusal("stability(W): W must be square, but was " + matrix.shape(), expression, remedy);
        }
        return Provocation.stability(matrix, named(given, matrix), expression, OptionalLong.empty());
    }

    private static Mat sized(Recipe recipe, String word, String expression) {
        return recipe.given()
                .orElseThrow(() -> new Refusal(
                        word + "(recipe): " + recipe + " has no size of its own",
                        expression,
                        word + "(" + recipe + ".sample(4))"));
    }

    private static String named(Recipe recipe, Mat matrix) {
        return recipe instanceof Gallery ? recipe.toString() : "a " + matrix.shape() + " matrix";
    }

    /** {@return the activations, with leaky ReLU at PyTorch's default slope} */
    public static Activations activations() {
        return new Activations(List.of(
                new Activation.Sigmoid(),
                new Activation.Tanh(),
                new Activation.Relu(),
                new Activation.LeakyRelu(0.01),
                new Activation.Linear()));
    }

    /** {@return what a file of tensors holds} */
    public static Tensors tensors(String file) {
        String expression = "tensors(" + (file == null ? "null" : Literals.quoted(file)) + ")";
        Check.present(file, "tensors(file)", "file", expression, "tensors(\"net.safetensors\")");
        return Tensors.of(TensorFile.open(file, expression), expression);
    }

    /** {@return ∂h_t/∂h_0 of the one-unit tanh network for t = 1..steps} */
    public static Trace trace(double w, int steps) {
        String expression = "trace(" + Numerals.plain(w) + ", " + steps + ")";
        Check.finite(w, "trace(w, T)", "w", expression, "trace(0.5, 10)");
        Check.atLeast(1, steps, "trace(w, T)", "T", expression, "trace(" + Numerals.plain(w) + ", 10)");
        return new Trace(w, expression, steps(w, steps));
    }

    /** {@return w^T and the tanh network's ∂h_T/∂h_0 for each weight} */
    public static Powers powers(int steps, double... weights) {
        String expression = "powers(" + steps
                + Arrays.stream(weights).mapToObj(w -> ", " + Numerals.plain(w)).collect(Collectors.joining()) + ")";
        String remedy = "powers(20, 0.5, 0.9, 1.1)";
        Check.atLeast(1, steps, "powers(T, w…)", "T", expression, remedy);
        if (weights.length == 0) {
            throw new Refusal("powers(T, w…): at least one weight is wanted", expression, remedy);
        }
        List<Powers.Row> rows = new ArrayList<>();
        for (double w : weights) {
            Check.finite(w, "powers(T, w…)", "w", expression, remedy);
            List<Trace.Step> trace = steps(w, steps);
            rows.add(new Powers.Row(
                    w, Scaled.of(w).power(steps), trace.get(steps - 1).product()));
        }
        return new Powers(steps, expression, rows);
    }

    private static List<Trace.Step> steps(double w, int steps) {
        Trajectory run = new FastRnn().forward(Scalar.of(w).task(steps));
        List<Trace.Step> trace = new ArrayList<>();
        Scaled product = Scaled.of(1);
        for (int t = 1; t <= steps; t++) {
            Scaled local = run.slope(t, 0).times(Scaled.of(w));
            product = product.times(local);
            trace.add(new Trace.Step(run.state(t)[0], local, product));
        }
        return trace;
    }
}
