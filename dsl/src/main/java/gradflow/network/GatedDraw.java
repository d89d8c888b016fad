package gradflow.network;

import gradflow.internal.check.Check;
import gradflow.internal.kernel.GatedTape;
import gradflow.internal.kernel.GatedTask;
import gradflow.internal.kernel.Mat;
import gradflow.model.Defaults;
import gradflow.model.Loss;
import gradflow.model.Recipe;
import gradflow.model.Recipes;
import gradflow.model.TorchRandom;
import gradflow.result.Spectrum;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Draws a gated network in PyTorch's order: W_ih, W_hh, b_ih, b_hh as the constructor of its cell does, whether or not they
 * are replaced; then what the person set, in the order wih, whh, bih, bhh, the forget bias, h0, c0; then the inputs.
 */
final class GatedDraw {
    private final Said said;
    private final GatedKind kind;
    private final Chosen chosen;
    private final Sizes sizes;
    private final int rows;

    GatedDraw(Said said, GatedKind kind) {
        this.said = said;
        this.kind = kind;
        chosen = new Chosen(said, habits());
        sizes = Sizes.of(said, Word.WIH, kind.cell().gates(), Word.BIH);
        rows = kind.cell().gates() * sizes.n();
    }

    private record Weights(Mat wih, Mat whh, Mat bih, Mat bhh) {}

    private Weights weights(Drawing drawing) {
        double bound = 1 / Math.sqrt(sizes.n());
        TorchRandom random = drawing.random();
        Mat wih = random.uniform(rows, sizes.m(), -bound, bound);
        Mat whh = random.uniform(rows, sizes.n(), -bound, bound);
        Mat bih = random.uniform(1, rows, -bound, bound);
        Mat bhh = random.uniform(1, rows, -bound, bound);
        Weights drawn = new Weights(
                drawing.drawn(Word.WIH, rows, sizes.m(), wih),
                chosen.scaled(drawing.drawn(Word.WHH, rows, sizes.n(), whh)),
                drawing.drawn(Word.BIH, 1, rows, bih),
                drawing.drawn(Word.BHH, 1, rows, bhh));
        return forgetBias()
                .map(bias -> new Weights(
                        drawn.wih,
                        drawn.whh,
                        bias.input(drawn.bih, sizes.n(), random),
                        bias.recurrent(drawn.bhh, sizes.n())))
                .orElse(drawn);
    }

    private Optional<ForgetBias> forgetBias() {
        boolean given =
                said.heard(Word.BIH).isPresent() || said.heard(Word.LOAD).isPresent();
        if (!kind.hasCell() || given || said.heard(Word.FORGET).isPresent()) {
            return said.heard(Word.FORGET);
        }
        return habits().flatMap(defaults -> defaults.forgetBias().isPresent()
                ? Optional.of(new ForgetBias.Constant(defaults.forgetBias().getAsDouble()))
                : Optional.empty());
    }

    /** The textbook's listing has no gated network, and its W_hh wouldn't mean the same. */
    private Optional<Defaults> habits() {
        return said.heard(Word.DEFAULTS).filter(defaults -> defaults != Defaults.CHAPTER);
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
        Memory.check(where, sizes, rows, steps, t -> GatedTape.bytes(kind.cell(), sizes.n(), t));
        Drawing drawing = new Drawing(chosen, sizes, where);
        Weights weights = weights(drawing);
        GatedTask task = task(weights, start(drawing), drawing.inputs(inputs, steps), steps);
        TorchNetwork torch = new GatedInTorch(chosen, forgetBias(), kind, sizes, inputs, steps);
        return new Unrolled(GatedRun.of(task, kind, new Told(described(), where, torch)), Loss.sumLast());
    }

    private Mat start(Drawing drawing) {
        double[][] start = new double[kind.cell().vectors()][];
        start[0] = drawing.row(Word.H0, sizes.n()).toRows()[0];
        if (start.length > 1) {
            start[1] = drawing.row(Word.C0, sizes.n()).toRows()[0];
        }
        return Mat.of(start);
    }

    private GatedTask task(Weights weights, Mat start, Mat inputs, int steps) {
        return new GatedTask(kind.cell(), weights.wih, weights.whh, weights.bih, weights.bhh, start, inputs, steps);
    }

    /** {@return the network drawn for a training, on so many sequences at once, of so many steps} */
    Trainee trainee(int steps, int sequences, String where) {
        Memory.check(where, sizes, rows, steps, sequences, GatedTape.bytesAtOnce(kind.cell(), sizes.n(), steps));
        Drawing drawing = new Drawing(chosen, sizes, where);
        GatedTask model = task(weights(drawing), start(drawing), Mat.filled(0, sizes.m(), (i, j) -> 0), steps);
        return new GatedTrainee(
                described(),
                model,
                drawing.random(),
                sequences,
                new GatedInTorch(chosen, forgetBias(), kind, sizes, chosen.inputs(), steps).trained());
    }

    private Gated<?> described() {
        return kind.hasCell() ? Lstm.standard().with(said) : Gru.standard().with(said);
    }

    Spectrum spectrum() {
        String where = said + ".spectrum()";
        return GateBlocks.spectrum(
                weights(new Drawing(chosen, sizes, where)).whh,
                kind,
                said.heard(Word.NAMED),
                where,
                OptionalLong.of(chosen.seed()));
    }
}
