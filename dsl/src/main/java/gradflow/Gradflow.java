package gradflow;

import gradflow.experiment.Comparison;
import gradflow.experiment.CriticalScale;
import gradflow.experiment.Ensemble;
import gradflow.experiment.RealAxis;
import gradflow.experiment.RealSweep;
import gradflow.experiment.Spaced;
import gradflow.experiment.WholeAxis;
import gradflow.experiment.WholeSweep;
import gradflow.experiment.training.AddingProblem;
import gradflow.experiment.training.CopyMemory;
import gradflow.experiment.training.Example;
import gradflow.experiment.training.OwnData;
import gradflow.experiment.training.Task;
import gradflow.experiment.training.Training;
import gradflow.model.Defaults;
import gradflow.model.Loss;
import gradflow.model.Recipe;
import gradflow.model.Recipes;
import gradflow.network.Description;
import gradflow.network.Gru;
import gradflow.network.Layer;
import gradflow.network.Lstm;
import gradflow.network.Rnn;
import gradflow.network.Scalar;
import gradflow.network.Tables;
import gradflow.result.Activations;
import gradflow.result.MeanField;
import gradflow.result.Pieces;
import gradflow.result.Powers;
import gradflow.result.Spectrum;
import gradflow.result.Stability;
import gradflow.result.Tensors;
import gradflow.result.Trace;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The words a person types first, one line each: the table of contents.
 *
 * <pre>{@code
 * rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20).gradNorms()
 * }</pre>
 */
public final class Gradflow {
    private Gradflow() {}

    // Networks

    /** {@return a vanilla network, h_t = φ(W_xh·x_t + W_hh·h_{t-1} + b), with every default} */
    public static Rnn rnn() {
        return Rnn.standard();
    }

    /** {@return the network of one unit, h_t = φ(w·h_{t-1}), h_0 = 0.1} */
    public static Scalar scalar(double w) {
        return Scalar.of(w);
    }

    /** {@return PyTorch's LSTM cell with every default; its state is (h, c)} */
    public static Lstm lstm() {
        return Lstm.standard();
    }

    /** {@return PyTorch's GRU cell with every default} */
    public static Gru gru() {
        return Gru.standard();
    }

    /** PyTorch's habits, which hold where nothing is said. */
    public static final Defaults PYTORCH = Defaults.PYTORCH;

    /** Keras's habits: orthogonal W_hh, Glorot input weights, biases 0, forget bias 1. */
    public static final Defaults KERAS = Defaults.KERAS;

    /** The textbook listing's habit: W_hh = ½I + 0.05·N(0, 1). */
    public static final Defaults CHAPTER = Defaults.CHAPTER;

    // How a matrix is drawn

    /** {@return s on the diagonal, 0 elsewhere; any shape} */
    public static Recipe identity(double s) {
        return Recipes.identity(s);
    }

    /** {@return 0 everywhere; any shape} */
    public static Recipe zeros() {
        return Recipes.zeros();
    }

    /** {@return these values on the diagonal, as many as there are rows; square} */
    public static Recipe diagonal(double... v) {
        return Recipes.diagonal(v);
    }

    /** {@return planes turned by θ (radians), two units each; where n is odd, the last unit is kept; square} */
    public static Recipe rotation(double theta) {
        return Recipes.rotation(theta);
    }

    /** {@return λ on the diagonal, 1 above it: one eigenvalue, one eigenvector; square} */
    public static Recipe jordan(double lambda) {
        return Recipes.jordan(lambda);
    }

    /** {@return λ on the diagonal, {@code off} above it; square} */
    public static Recipe jordan(double lambda, double off) {
        return Recipes.jordan(lambda, off);
    }

    /** {@return α above the diagonal, 0 elsewhere: ρ = 0, and yet ‖W^k‖ = α^k for k &lt; n; square} */
    public static Recipe chain(double alpha) {
        return Recipes.chain(alpha);
    }

    /** {@return a copy of this matrix, row by row; its own shape} */
    public static Recipe matrix(double[][] rows) {
        return Recipes.matrix(rows);
    }

    /** {@return a copy of this matrix; its own shape} */
    public static Recipe matrix(RealMatrix matrix) {
        return Recipes.matrix(matrix);
    }

    /** {@return entries N(0, std²): {@code std * torch.randn(n, m)}; any shape} */
    public static Recipe gaussian(double std) {
        return Recipes.gaussian(std);
    }

    /** {@return entries uniform on ±bound: {@code torch.empty(n, m).uniform_(-bound, bound)}; any shape} */
    public static Recipe uniform(double bound) {
        return Recipes.uniform(bound);
    }

    /** {@return entries N(0, g²/m), so that ρ of a large square matrix is near g; any shape} */
    public static Recipe ginibre(double g) {
        return Recipes.ginibre(g);
    }

    /** {@return a random matrix with orthonormal rows or columns, {@code torch.nn.init.orthogonal_}; any shape} */
    public static Recipe orthogonal() {
        return Recipes.orthogonal();
    }

    /** {@return {@code gain} times a random matrix with orthonormal rows or columns; any shape} */
    public static Recipe orthogonal(double gain) {
        return Recipes.orthogonal(gain);
    }

    /** {@return a random unitary matrix, each complex unit written as two real ones; square, n even} */
    public static Recipe unitary() {
        return Recipes.unitary();
    }

    /** {@return entries uniform on ±1/√m, the weight of PyTorch's {@code nn.Linear}; any shape} */
    public static Recipe torchLinear() {
        return Recipes.torchLinear();
    }

    /** {@return entries uniform with variance 2/(n+m), {@code torch.nn.init.xavier_uniform_}; any shape} */
    public static Recipe xavierUniform() {
        return Recipes.xavierUniform();
    }

    /** {@return entries N(0, 2/(n+m)), {@code torch.nn.init.xavier_normal_}; any shape} */
    public static Recipe xavierNormal() {
        return Recipes.xavierNormal();
    }

    /** {@return entries uniform with variance 2/m, {@code torch.nn.init.kaiming_uniform_}; any shape} */
    public static Recipe kaimingUniform() {
        return Recipes.kaimingUniform();
    }

    /** {@return entries N(0, 2/m), {@code torch.nn.init.kaiming_normal_}; any shape} */
    public static Recipe kaimingNormal() {
        return Recipes.kaimingNormal();
    }

    /** {@return a matrix of the textbooks, by name and size: {@code gallery("grcar", 32)}; its own shape} */
    public static Recipe gallery(String name, int n) {
        return Recipes.gallery(name, n);
    }

    /** {@return a matrix of the textbooks, by name, in its usual size; its own shape} */
    public static Recipe gallery(String name) {
        return Recipes.gallery(name);
    }

    /** {@return the names that the gallery has, a line each} */
    public static Pieces gallery() {
        return new Pieces();
    }

    /** {@return a matrix that a safetensors, .npz or .npy file has under a name} */
    public static Recipe fromFile(String file, String name) {
        return Recipes.fromFile(file, name);
    }

    // What is differentiated

    /** {@return L = sum(h_T), the default} */
    public static Loss sumLast() {
        return Loss.sumLast();
    }

    /** {@return L = h_T[i], i from 0} */
    public static Loss unitOfLast(int i) {
        return Loss.unitOfLast(i);
    }

    /** {@return L = Σ_t sum(h_t), t = 1..T} */
    public static Loss sumEveryStep() {
        return Loss.sumEveryStep();
    }

    /** {@return L = v·h_T} */
    public static Loss direction(double... v) {
        return Loss.direction(v);
    }

    // A matrix by itself

    /** {@return the spectrum of a square matrix} */
    public static Spectrum spectrum(RealMatrix w) {
        return Tables.spectrum(Recipes.matrix(w));
    }

    /** {@return the spectrum of a square matrix} */
    public static Spectrum spectrum(double[][] w) {
        return Tables.spectrum(Recipes.matrix(w));
    }

    /** {@return the spectrum of a recipe with a size of its own: {@code spectrum(gallery("grcar", 32))}} */
    public static Spectrum spectrum(Recipe w) {
        return Tables.spectrum(w);
    }

    /**
     * {@return whether inputs can make the gradient of a tanh network with this W_hh explode: a proof that none can, or
     * inputs that do, or neither}
     */
    public static Stability stability(RealMatrix w) {
        return Tables.stability(Recipes.matrix(w));
    }

    /** {@return the same for a matrix given by its rows} */
    public static Stability stability(double[][] w) {
        return Tables.stability(Recipes.matrix(w));
    }

    /** {@return the same for a recipe with a size of its own: {@code stability(gallery("chain4"))}} */
    public static Stability stability(Recipe w) {
        return Tables.stability(w);
    }

    // A network of infinite width

    /**
     * {@return the mean-field theory of wide tanh networks, W_ij ~ N(0, σ_w²/n), b_i ~ N(0, σ_b²): q*, χ₁, ξ}
     *
     * @param weightDeviation σ_w
     * @param biasDeviation σ_b
     */
    public static MeanField meanField(double weightDeviation, double biasDeviation) {
        return MeanField.of(weightDeviation, biasDeviation);
    }

    // Several networks

    /** {@return networks side by side, to be unrolled over the same inputs} */
    public static Comparison compare(Description... networks) {
        return Comparison.of(networks);
    }

    // A number over a range

    /** {@return a number over real values of a quantity, computed at once: {@code sweep("g", linspace(0.5, 2, 31), g -> …)}} */
    public static RealSweep sweep(String name, double[] values, DoubleUnaryOperator value) {
        return RealSweep.of(name, values, value);
    }

    /** {@return a number over whole values of a quantity, computed at once: {@code sweep("T", ints(10, 20, 50), T -> …)}} */
    public static WholeSweep sweep(String name, int[] values, IntToDoubleFunction value) {
        return WholeSweep.of(name, values, value);
    }

    /** {@return real values of a quantity, to which {@code .by(…)} gives a second one} */
    public static RealAxis sweep(String name, double[] values) {
        return RealAxis.of(name, values);
    }

    /** {@return whole values of a quantity, to which {@code .by(…)} gives a second one} */
    public static WholeAxis sweep(String name, int[] values) {
        return WholeAxis.of(name, values);
    }

    /** {@return n values from a to b, both among them, evenly spaced, as NumPy's {@code linspace}} */
    public static double[] linspace(double a, double b, int n) {
        return Spaced.linspace(a, b, n);
    }

    /** {@return n values from a to b, both among them, each the same factor from the last; NumPy's {@code geomspace}} */
    public static double[] logspace(double a, double b, int n) {
        return Spaced.logspace(a, b, n);
    }

    /** {@return these whole numbers, for an axis} */
    public static int[] ints(int... values) {
        return Spaced.ints(values);
    }

    /** {@return the whole numbers first, first + 1, …, last} */
    public static int[] rangeClosed(int first, int last) {
        return Spaced.rangeClosed(first, last);
    }

    /** {@return the network under n seeds, its own and those that follow; {@code .of(net -> …)} asks a number of each} */
    public static <S extends Layer<S>> Ensemble<S> ensemble(S network, int seeds) {
        return Ensemble.over(network, seeds);
    }

    /** {@return the factor k at which λ_1 of the network with k·W_hh crosses 0, looked for with runs of 1000 steps} */
    public static CriticalScale criticalScale(Description network) {
        return CriticalScale.of(network, CriticalScale.STEPS);
    }

    /** {@return the factor k at which λ_1 of the network with k·W_hh crosses 0, looked for with runs of T steps} */
    public static CriticalScale criticalScale(Description network, int steps) {
        return CriticalScale.of(network, steps);
    }

    // Training

    /**
     * {@return a training of the network on the task, by backpropagation through time; {@code steps(n)} runs it}
     *
     * <pre>{@code
     * train(rnn().hidden(16), addingProblem(10)).adam(0.01).steps(200)
     * }</pre>
     */
    public static Training train(Description network, Task task) {
        return Training.of(network, task);
    }

    /**
     * {@return the adding problem: of T numbers two are marked, and their sum is wanted at the end; chance is 1/6}
     *
     * <pre>{@code
     * train(rnn().hidden(16), addingProblem(10)).adam(0.01).steps(200)
     * }</pre>
     */
    public static AddingProblem addingProblem(int steps) {
        return AddingProblem.of(steps);
    }

    /**
     * {@return the copy memory problem: 10 symbols of S kinds are wanted back after T steps; chance is 10·ln S/(T + 20)}
     *
     * <pre>{@code
     * train(gru().hidden(16), copyMemory(5, 8)).adam(0.01).steps(50)
     * }</pre>
     *
     * @param delay T, at least 1
     * @param symbols S, at least 2; 8 in the literature
     */
    public static CopyMemory copyMemory(int delay, int symbols) {
        return CopyMemory.of(delay, symbols);
    }

    /**
     * {@return the copy memory problem with K symbols of S kinds to be kept for T steps; chance is K·ln S/(T + 2K)}
     *
     * <pre>{@code
     * train(lstm().hidden(16).forgetBias(2), copyMemory(4, 2, 2)).adam(0.02).steps(200)
     * }</pre>
     *
     * @param delay T, at least 1
     * @param symbols S, at least 2
     * @param length K, at least 1
     */
    public static CopyMemory copyMemory(int delay, int symbols, int length) {
        return CopyMemory.of(delay, symbols, length);
    }

    /**
     * {@return sequences of your own, a row a step, and the numbers that are wanted of each at its last step}
     *
     * <pre>{@code
     * train(rnn(), data(new double[][][] {{{0}, {1}}, {{1}, {0}}}, new double[][] {{0}, {1}})).adam(0.01).steps(50)
     * }</pre>
     */
    public static OwnData data(double[][][] inputs, double[][] targets) {
        return OwnData.of(inputs, targets);
    }

    /** {@return sequences of your own, and the numbers that are wanted of each at every step, a row a step} */
    public static OwnData data(double[][][] inputs, double[][][] targets) {
        return OwnData.of(inputs, targets);
    }

    /** {@return sequences of your own, and the class 0, 1, … that is wanted of each at its last step} */
    public static OwnData data(double[][][] inputs, int[] classes) {
        return OwnData.of(inputs, classes);
    }

    /** {@return sequences that a function makes, for i = 0, 1, …, as many as training takes} */
    public static OwnData data(IntFunction<Example> examples) {
        return OwnData.of(examples);
    }

    /**
     * {@return a sequence, a row a step, and the numbers that are wanted at its last step}
     *
     * <pre>{@code
     * train(rnn(), data(i -> example(new double[][] {{i % 2}, {0}, {0}}, i % 2))).adam(0.01).steps(50)
     * }</pre>
     */
    public static Example example(double[][] inputs, double... target) {
        return Example.of(inputs, target);
    }

    // Networks trained elsewhere

    /** {@return what a safetensors, .npz or .npy file holds, as a table} */
    public static Tensors tensors(String file) {
        return Tables.tensors(file);
    }

    // The textbook's tables

    /** {@return w^T for each weight, beside the true gradient of the tanh network: {@code powers(20, 0.5, 0.9, 1.1)}} */
    public static Powers powers(int steps, double... weights) {
        return Tables.powers(steps, weights);
    }

    /** {@return the activations by what they do to a gradient} */
    public static Activations activations() {
        return Tables.activations();
    }

    /** {@return ∂h_t/∂h_0 of h_t = tanh(w·h_{t-1}), h_0 = 0.1, step by step to t = T} */
    public static Trace trace(double w, int steps) {
        return Tables.trace(w, steps);
    }
}
