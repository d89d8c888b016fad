package gradflow.network;

import gradflow.internal.analysis.Eigenvalues;
import gradflow.internal.kernel.Batch;
import gradflow.internal.kernel.GatedTask;
import gradflow.internal.kernel.Mat;
import gradflow.model.TorchRandom;
import java.util.List;
import java.util.stream.IntStream;

/** A gated network in training: W_ih, W_hh, b_ih and b_hh. */
record GatedTrainee(Gated<?> network, GatedTask model, TorchRandom random, int sequences, TorchPart torch)
        implements Trainee {
    @Override
    public int hidden() {
        return model.hidden();
    }

    @Override
    public long seed() {
        return network.said.or(Word.SEED, 0L);
    }

    @Override
    public List<Mat> weights() {
        return List.of(model.wih(), model.whh(), model.bih(), model.bhh());
    }

    @Override
    public List<String> names() {
        return List.of("W_ih", "W_hh", "b_ih", "b_hh");
    }

    @Override
    public Batch room() {
        return Batch.of(model, sequences);
    }

    @Override
    public double radius(List<Mat> weights) {
        return IntStream.range(0, model.cell().gates())
                .mapToDouble(gate -> Eigenvalues.spectralRadius(GateBlocks.block(weights.get(1), gate, model.hidden())))
                .max()
                .orElseThrow();
    }

    @Override
    public Description with(List<Mat> weights, Mat inputs, String expression) {
        Learnt learnt = Learnt.of(network.said, inputs)
                .with(Word.WIH, weights.get(0))
                .with(Word.WHH, weights.get(1))
                .with(Word.BIH, weights.get(2))
                .with(Word.BHH, weights.get(3))
                .instead(Word.H0, row(0));
        Learnt all = model.cell().vectors() > 1 ? learnt.instead(Word.C0, row(1)) : learnt;
        return network.with(all.said().impliedBy(expression));
    }

    private Mat row(int vector) {
        return Mat.of(new double[][] {model.start().row(vector)});
    }
}
