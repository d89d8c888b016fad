package gradflow.internal.kernel;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Room for sequences of one length that go through one network side by side, as a step of training wants it. The room is used
 * again by each step, so that only the last pass can go back.
 */
@FunctionalInterface
public interface Batch {

    /**
     * {@return a pass of all sequences through the network}
     *
     * @param weights W_xh, W_hh and, if it is trained, b; of a gated network W_ih, W_hh, b_ih, b_hh
     * @param inputs T×m of each sequence
     */
    Pass forward(List<Mat> weights, List<Mat> inputs);

    /**
     * {@return room for sequences of a vanilla network}
     *
     * @param model T, h_0, φ and the path around it, and b where it isn't trained; weights and inputs come with each pass
     * @param sequences how many
     */
    static Batch of(RnnTask model, int sequences) {
        List<RnnStretch> runs =
                many(sequences, k -> new RnnStretch(0, model.steps(), model.h0().shared()[0], 0, model.hidden(), 0));
        return (weights, inputs) -> new RnnPass(model, runs, weights, inputs).run();
    }

    /** {@return room for sequences of a gated network} */
    static Batch of(GatedTask model, int sequences) {
        double[] start = model.flatStart();
        List<GatedStretch> runs =
                many(sequences, k -> new GatedStretch(model.cell(), model.hidden(), 0, model.steps(), start, 0));
        return (weights, inputs) -> new GatedPass(model, runs, weights, inputs).run();
    }

    /** {@return one for each sequence} */
    static <S> List<S> many(int sequences, IntFunction<S> one) {
        return IntStream.range(0, sequences).mapToObj(one).toList();
    }
}
