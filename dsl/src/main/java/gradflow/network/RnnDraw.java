package gradflow.network;

import gradflow.internal.check.Check;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.RnnTask;
import gradflow.internal.kernel.Trajectory;
import gradflow.model.Activation;
import gradflow.model.Loss;
import gradflow.model.Recipe;
import gradflow.model.Recipes;
import gradflow.result.Spectrum;
import gradflow.result.Stability;
import java.util.OptionalLong;

/**
 * Draws a vanilla network in PyTorch's order: W_xh and W_hh as two bias-free {@code nn.Linear} do, whether or not they are
 * replaced; then what the person set, in the order wxh, whh, bias, h0; then the inputs. So the same seed gives the digits
 * that the same program in PyTorch prints.
 */
final class RnnDraw {
    private final Said said;
    private final Chosen chosen;
    private final Sizes sizes;

    RnnDraw(Said said) {
        this.said = said;
        chosen = new Chosen(said, said.heard(Word.DEFAULTS));
        sizes = Sizes.of(said, Word.WXH, 1, Word.BIAS);
    }

    private record Weights(Mat wxh, Mat whh, Mat bias, Mat h0) {}

    private Weights weights(Drawing drawing) {
        int n = sizes.n();
        Mat defaultWxh = Recipes.torchLinear().draw(n, sizes.m(), drawing.random());
        Mat defaultWhh = Recipes.torchLinear().draw(n, n, drawing.random());
        return new Weights(
                drawing.drawn(Word.WXH, n, sizes.m(), defaultWxh),
                chosen.scaled(drawing.drawn(Word.WHH, n, n, defaultWhh)),
                drawing.row(Word.BIAS, n),
                drawing.row(Word.H0, n));
    }

    Unrolled unroll(int steps) {
        String where = said + ".unroll(" + steps + ")";
        Check.atLeast(1, steps, "unroll(T)", "T", where, "unroll(20)");
        return unroll(steps, where, chosen.inputs());
    }

    /** {@return a run over inputs that are not drawn here} */
    Unrolled over(Mat inputs, String where) {
        return unroll(inputs.rows(), where, Recipes.matrix(inputs.toRows()));
    }

    private Unrolled unroll(int steps, String where, Recipe inputs) {
        Memory.check(where, sizes, sizes.n(), steps, t -> Trajectory.bytes(sizes.n(), t));
        Drawing drawing = new Drawing(chosen, sizes, where);
        Weights weights = weights(drawing);
        Activation phi = said.or(Word.ACTIVATION, new Activation.Tanh());
        PathAround path = said.or(Word.PATH, PathAround.NONE);
        RnnTask task = new RnnTask(
                weights.whh,
                weights.wxh,
                weights.bias,
                weights.h0,
                drawing.inputs(inputs, steps),
                steps,
                phi.pointwise(),
                path.carry(),
                path.gain());
        TorchNetwork torch = new RnnInTorch(chosen, sizes, inputs, steps, phi, path);
        return new Unrolled(RnnRun.of(task, phi, new Told(Rnn.standard().with(said), where, torch)), Loss.sumLast());
    }

    /** {@return the network drawn for a training, on so many sequences at once, of so many steps} */
    Trainee trainee(int steps, int sequences, String where) {
        Memory.check(where, sizes, sizes.n(), steps, sequences, Trajectory.bytesAtOnce(sizes.n(), steps));
        Drawing drawing = new Drawing(chosen, sizes, where);
        Weights weights = weights(drawing);
        PathAround path = said.or(Word.PATH, PathAround.NONE);
        Activation phi = said.or(Word.ACTIVATION, new Activation.Tanh());
        RnnTask model = new RnnTask(
                weights.whh,
                weights.wxh,
                weights.bias,
                weights.h0,
                Mat.filled(0, sizes.m(), (i, j) -> 0),
                steps,
                phi.pointwise(),
                path.carry(),
                path.gain());
        return new RnnTrainee(
                said,
                model,
                chosen.recipe(Word.BIAS).isPresent(),
                drawing.random(),
                sequences,
                new RnnInTorch(chosen, sizes, chosen.inputs(), steps, phi, path).trained());
    }

    Spectrum spectrum() {
        String where = said + ".spectrum()";
        return Spectrum.of(
                weights(new Drawing(chosen, sizes, where)).whh,
                said.heard(Word.NAMED).map(name -> name + ": W_hh").orElse("W_hh"),
                where,
                OptionalLong.of(chosen.seed()));
    }

    Stability stability() {
        String where = said + ".stability()";
        Activation phi = said.or(Word.ACTIVATION, new Activation.Tanh());
        if (!phi.equals(new Activation.Tanh()) || said.heard(Word.PATH).isPresent()) {
            throw new Refusal(
                    "stability(): known of tanh networks h_t = tanh(…) alone",
                    where,
                    "tanh() without residual or leak, or jacobians() of the unrolled network");
        }
        return Provocation.stability(
                weights(new Drawing(chosen, sizes, where)).whh,
                said.heard(Word.NAMED).map(name -> "the W_hh of " + name).orElse("this W_hh"),
                where,
                OptionalLong.of(chosen.seed()));
    }
}
