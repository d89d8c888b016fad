package gradflow.network;

import gradflow.internal.check.Check;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.RnnTask;
import gradflow.model.Activation;
import gradflow.model.Loss;
import gradflow.result.Spectrum;
import java.util.OptionalLong;

/** Makes the one-unit network run. Nothing in it is random. */
final class ScalarDraw {
    private static final double START = 0.1;

    private final Mat w;
    private final Said said;

    ScalarDraw(double w, Said said) {
        this.w = single(w);
        this.said = said;
    }

    private static Mat single(double value) {
        return Mat.of(new double[][] {{value}});
    }

    Unrolled unroll(int steps) {
        String where = said + ".unroll(" + steps + ")";
        Check.atLeast(1, steps, "unroll(T)", "T", where, "unroll(20)");
        return new Unrolled(
                RnnRun.of(task(steps), phi(), said.heard(Word.NAMED), where, OptionalLong.empty()), Loss.sumLast());
    }

    RnnTask task(int steps) {
        Memory.check(said.toString(), 1, 0, steps);
        return new RnnTask(
                w,
                Mat.of(new double[1][0]),
                single(0),
                single(said.or(Word.START, START)),
                Mat.of(new double[0][0]),
                steps,
                phi().pointwise(),
                0,
                1);
    }

    private Activation phi() {
        return said.or(Word.ACTIVATION, new Activation.Tanh());
    }

    Spectrum spectrum() {
        return Spectrum.of(w, "w", said + ".spectrum()", OptionalLong.empty());
    }
}
