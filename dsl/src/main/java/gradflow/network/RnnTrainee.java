package gradflow.network;

import gradflow.internal.analysis.Eigenvalues;
import gradflow.internal.kernel.Batch;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.RnnTask;
import gradflow.model.TorchRandom;
import java.util.List;

/** A vanilla network in training: W_xh, W_hh, and b where the description has one. */
record RnnTrainee(Said said, RnnTask model, boolean biased, TorchRandom random, int sequences, TorchPart torch)
        implements Trainee {
    @Override
    public int hidden() {
        return model.hidden();
    }

    @Override
    public long seed() {
        return said.or(Word.SEED, 0L);
    }

    @Override
    public List<Mat> weights() {
        return biased ? List.of(model.wxh(), model.whh(), model.bias()) : List.of(model.wxh(), model.whh());
    }

    @Override
    public List<String> names() {
        return List.of("W_xh", "W_hh", "b").subList(0, biased ? 3 : 2);
    }

    @Override
    public Batch room() {
        return Batch.of(model, sequences);
    }

    @Override
    public double radius(List<Mat> weights) {
        return Eigenvalues.spectralRadius(weights.get(1));
    }

    @Override
    public Description with(List<Mat> weights, Mat inputs, String expression) {
        Learnt learnt = Learnt.of(said, inputs).with(Word.WXH, weights.get(0)).with(Word.WHH, weights.get(1));
        Learnt all = biased ? learnt.with(Word.BIAS, weights.get(2)) : learnt;
        return Rnn.standard().with(all.instead(Word.H0, model.h0()).said().impliedBy(expression));
    }
}
