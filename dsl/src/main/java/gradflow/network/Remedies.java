package gradflow.network;

import gradflow.internal.check.Numerals;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import gradflow.model.Loss;
import gradflow.model.Recipes;
import gradflow.result.Trial;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Runs remedies on a network, with its sizes, seed, inputs and loss. */
final class Remedies {
    private static final int LEAST_MEMORY = 3;

    private final Run run;
    private final Loss loss;
    private final Subject<?> network;
    private final int steps;
    private final List<Trial> trials = new ArrayList<>();

    private Remedies(Run run, Loss loss) {
        this.run = run;
        this.loss = loss;
        network = run.told().network();
        steps = run.steps();
    }

    /**
     * {@return what has been tried}
     *
     * @param run the network as it is
     * @param loss what is differentiated
     * @param clip whether something explodes, so that clipping has something to do
     */
    static List<Trial> of(Run run, Loss loss, boolean clip) {
        Remedies remedies = new Remedies(run, loss);
        if (remedies.network instanceof Rnn rnn) {
            remedies.vanilla(rnn);
        } else if (remedies.network instanceof Lstm lstm) {
            remedies.lstm(lstm);
        } else if (remedies.network instanceof Gru gru) {
            remedies.gru(gru);
        } else if (remedies.network instanceof Scalar scalar) {
            remedies.scalar(scalar);
        }
        if (clip) {
            remedies.clipping();
        }
        return remedies.trials;
    }

    private void vanilla(Rnn rnn) {
        changed("identity", rnn, Rnn.standard(), net -> unscaled(net, rnn).whh(Recipes.identity(1)));
        changed("orthogonal", rnn, Rnn.standard(), net -> unscaled(net, rnn).whh(Recipes.orthogonal()));
        changed(
                "ReLU + identity",
                rnn,
                Rnn.standard(),
                net -> unscaled(net, rnn).relu().whh(Recipes.identity(1)));
        if (rnn.said.heard(Word.PATH).isEmpty()) {
            double alpha = rounded(1.0 / steps, 1);
            changed("residual", rnn, Rnn.standard(), net -> net.residual(alpha));
        }
        critical(rnn, Rnn.standard());
        other("LSTM", sized(Lstm.standard()));
        other("LSTM, forget", sized(Lstm.standard()).forgetBias(memory()));
        other("LSTM, chrono", sized(Lstm.standard()).chrono(longest()));
        other("GRU", sized(Gru.standard()));
    }

    private void lstm(Lstm lstm) {
        changed("forget bias", lstm, Lstm.standard(), net -> net.forgetBias(memory()));
        changed("chrono", lstm, Lstm.standard(), net -> net.chrono(longest()));
        changed("orthogonal", lstm, Lstm.standard(), net -> unscaled(net, lstm).whh(Recipes.orthogonal()));
        critical(lstm, Lstm.standard());
        other("GRU", sized(Gru.standard()));
    }

    private void gru(Gru gru) {
        changed("orthogonal", gru, Gru.standard(), net -> unscaled(net, gru).whh(Recipes.orthogonal()));
        critical(gru, Gru.standard());
        other("LSTM", sized(Lstm.standard()));
        other("LSTM, forget", sized(Lstm.standard()).forgetBias(memory()));
        other("LSTM, chrono", sized(Lstm.standard()).chrono(longest()));
    }

    private void scalar(Scalar scalar) {
        other("identity", scalar.weight(1));
        other("ReLU + identity", scalar.weight(1).relu());
        GradientScale.of(run, loss)
                .ifPresent(k -> other("critical scale", scalar.weight(rounded(k * scalar.weight(), 9))));
    }

    private <S extends Layer<S>> void critical(S network, S bare) {
        double already = network.said.or(Word.WHH_TIMES, 1.0);
        GradientScale.of(run, loss)
                .ifPresent(k -> changed("critical scale", network, bare, net -> net.whhTimes(rounded(k * already, 9))));
    }

    /** Another W_hh is not to be multiplied by what the old one was. */
    private static <S extends Layer<S>> S unscaled(S net, S asked) {
        return asked.said.heard(Word.WHH_TIMES).isPresent() ? net.whhTimes(1) : net;
    }

    private void clipping() {
        List<Scaled> signal = run.signal(loss);
        Scaled sent = signal.get(signal.size() - 1);
        double max = rounded(sent.value(), 6);
        if (!(max > 0) || Double.isInfinite(max) || run.hasBrokenOff()) {
            return;
        }
        String line = ".clipSteps(" + Numerals.plain(max) + ")";
        trials.add(new Trial(
                "clipping",
                line,
                run.told().expression(loss) + line,
                run.clipSteps(loss, max).signal()));
    }

    /** Tries a network with some words more, which are told by themselves. */
    private <S extends Layer<S>> void changed(String name, S network, S bare, UnaryOperator<S> words) {
        String line = words.apply(bare).toString().substring(bare.toString().length());
        tried(name, line, words.apply(network));
    }

    /** Tries another network altogether. */
    private void other(String name, Subject<?> instead) {
        tried(name, instead.toString(), instead);
    }

    private void tried(String name, String line, Subject<?> variant) {
        Optional<Mat> inputs = run.inputs();
        Unrolled unrolled;
        if (inputs.isPresent() && variant instanceof Layer<?> layer) {
            unrolled = layer.over(inputs.get(), expression(layer, inputs.get()));
        } else {
            unrolled = variant.unroll(steps);
        }
        Unrolled asked = unrolled.loss(loss);
        trials.add(new Trial(name, line, asked.toString(), asked.run().signal(loss)));
    }

    /** {@return what runs this network over the inputs of the one that is examined} */
    private String expression(Layer<?> variant, Mat inputs) {
        boolean own = run.told().unrolled().equals(network + ".unroll(" + steps + ")");
        return own
                ? "compare(" + network + ", " + variant + ").unroll(" + steps + ").run(1)"
                : variant + ".inputs(" + Recipes.matrix(inputs.toRows()) + ").unroll(" + steps + ")";
    }

    private <S extends Layer<S>> S sized(S net) {
        S sized = run.hidden() == Sizes.HIDDEN ? net : net.hidden(run.hidden());
        int m = run.inputs().map(Mat::columns).orElse(Sizes.INPUT);
        sized = m == Sizes.INPUT ? sized : sized.input(m);
        Optional<Long> seed = network.said.heard(Word.SEED);
        return seed.isPresent() ? sized.seed(seed.get()) : sized;
    }

    /** {@return b with σ(b)^T ≈ 1/e, rounded to a tenth} */
    private double memory() {
        return Math.max(1, Math.round(10 * StrictMath.log(steps)) / 10.0);
    }

    private int longest() {
        return Math.max(LEAST_MEMORY, steps);
    }

    private static double rounded(double x, int digits) {
        return Double.isFinite(x)
                ? new BigDecimal(x).round(new MathContext(digits)).doubleValue()
                : x;
    }
}
