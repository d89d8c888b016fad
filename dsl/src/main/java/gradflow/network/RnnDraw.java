package gradflow.network;

import gradflow.internal.check.Check;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.RnnTask;
import gradflow.model.Activation;
import gradflow.model.Loss;
import gradflow.model.Recipe;
import gradflow.model.Recipes;
import gradflow.model.TorchRandom;
import gradflow.result.Spectrum;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Draws a vanilla network in PyTorch's order: W_xh and W_hh as two bias-free {@code nn.Linear} do, whether or not they are
 * replaced; then what the person set, in the order wxh, whh, bias, h0; then the inputs. So the same seed gives the digits
 * that the same program in PyTorch prints.
 */
final class RnnDraw {
    static final int HIDDEN = 4;
    private static final int INPUT = 2;
    private static final Recipe INPUTS = Recipes.gaussian(0.05);

    private final Said said;
    private final int n;
    private final int m;

    RnnDraw(Said said) {
        this.said = said;
        n = said.heard(Word.HIDDEN)
                .or(() -> given(Word.WHH).map(Mat::rows))
                .or(() -> given(Word.WXH).map(Mat::rows))
                .or(() -> given(Word.BIAS).map(Mat::columns))
                .or(() -> given(Word.H0).map(Mat::columns))
                .orElse(HIDDEN);
        m = said.heard(Word.INPUT)
                .or(() -> given(Word.WXH).map(Mat::columns))
                .or(() -> given(Word.INPUTS).map(Mat::columns))
                .orElse(INPUT);
    }

    private Optional<Mat> given(Word<Recipe> word) {
        return said.heard(word).flatMap(Recipe::given);
    }

    Unrolled unroll(int steps) {
        String where = said + ".unroll(" + steps + ")";
        Check.atLeast(1, steps, "unroll(T)", "T", where, "unroll(20)");
        Memory.check(said.toString(), n, m, steps);
        Weights weights = weights(where);
        Mat x = draw(Word.INPUTS, INPUTS, steps, m, weights.random, "T is " + steps + " and input is " + m, where);
        PathAround path = said.or(Word.PATH, PathAround.NONE);
        Activation phi = said.or(Word.ACTIVATION, new Activation.Tanh());
        RnnTask task = new RnnTask(
                weights.whh,
                weights.wxh,
                weights.bias,
                weights.h0,
                x,
                steps,
                phi.pointwise(),
                path.carry(),
                path.gain());
        return new Unrolled(RnnRun.of(task, phi, said.heard(Word.NAMED), where, seed()), Loss.sumLast());
    }

    Spectrum spectrum() {
        String where = said + ".spectrum()";
        return Spectrum.of(
                weights(where).whh,
                said.heard(Word.NAMED).map(name -> name + ": W_hh").orElse("W_hh"),
                where,
                seed());
    }

    private OptionalLong seed() {
        return OptionalLong.of(said.or(Word.SEED, 0L));
    }

    /** Everything but the inputs, and the generator as it stands after them. */
    private record Weights(Mat wxh, Mat whh, Mat bias, Mat h0, TorchRandom random) {}

    private Weights weights(String where) {
        TorchRandom random = new TorchRandom(seed().getAsLong());
        Mat defaultWxh = Recipes.torchLinear().draw(n, m, random);
        Mat defaultWhh = Recipes.torchLinear().draw(n, n, random);
        String sizes = "hidden is " + n;
        Mat wxh = said.heard(Word.WXH).isEmpty()
                ? defaultWxh
                : draw(Word.WXH, Recipes.zeros(), n, m, random, sizes + " and input is " + m, where);
        Mat whh = said.heard(Word.WHH).isEmpty()
                ? defaultWhh
                : draw(Word.WHH, Recipes.zeros(), n, n, random, sizes, where);
        Mat bias = draw(Word.BIAS, Recipes.zeros(), 1, n, random, sizes, where);
        Mat h0 = draw(Word.H0, Recipes.zeros(), 1, n, random, sizes, where);
        return new Weights(wxh, whh, bias, h0, random);
    }

    private Mat draw(
            Word<Recipe> word, Recipe unsaid, int rows, int columns, TorchRandom random, String why, String where) {
        Recipe recipe = said.or(word, unsaid);
        Optional<Mat> given = given(word);
        if (given.isPresent() && (given.get().rows() != rows || given.get().columns() != columns)) {
            throw new Refusal(
                    word.name() + "(…): " + rows + "×" + columns + " is wanted, as " + why + ", but was "
                            + given.get().shape(),
                    where,
                    word == Word.INPUTS
                            ? "unroll(" + given.get().rows() + ") and input("
                                    + given.get().columns() + ")"
                            : "hidden(" + given.get().columns() + "), or a matrix of " + rows + "×" + columns);
        }
        return recipe.draw(rows, columns, random);
    }
}
