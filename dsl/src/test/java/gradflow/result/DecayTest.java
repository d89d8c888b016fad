package gradflow.result;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.internal.kernel.Scaled;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the course of a signal is called; the norms are given for t = 0..T, so it runs from right to left. */
class DecayTest {
    private static Decay decay(double... norms) {
        return new Decay(Arrays.stream(norms).mapToObj(Scaled::of).toList());
    }

    private static Verdict verdict(double... norms) {
        return decay(norms).verdict();
    }

    @Test
    void aTenthOfTheSignalOrOfAStepDecides() {
        assertThat(verdict(0.5, 1)).isEqualTo(Verdict.VANISHING);
        assertThat(verdict(0.91, 1)).isEqualTo(Verdict.STABLE);
        assertThat(verdict(1, 1, 1)).isEqualTo(Verdict.STABLE);
        assertThat(verdict(1.12, 1)).isEqualTo(Verdict.EXPLODING);
        double[] slow = new double[41];
        Arrays.setAll(slow, t -> Math.pow(0.93, 40 - t));
        assertThat(verdict(slow)).isEqualTo(Verdict.VANISHING);
    }

    @Test
    void aDipOrAPeakIsMixed() {
        assertThat(decay(0.5, 0.01, 1).sentence())
                .isEqualTo("mixed: neither vanishing nor exploding, the signal falls to 0.01 of its start at t = 1"
                        + " and comes back to 0.5 at t = 0 (a U-shape)");
        assertThat(decay(2, 30, 1).sentence())
                .isEqualTo("mixed: neither vanishing nor exploding, the signal rises to 30 of its start at t = 1"
                        + " and falls back to 2 at t = 0 (a hump)");
        assertThat(verdict(1, 0.2, 1)).isEqualTo(Verdict.STABLE);
        assertThat(verdict(0.01, 5, 1)).isEqualTo(Verdict.VANISHING);
    }

    @Test
    void zeroIsVanishedAndNoNumberIsNone() {
        assertThat(verdict(0, 0, 1)).isEqualTo(Verdict.VANISHING);
        assertThat(decay(0, 0, 1).sentence()).startsWith("vanishing: exactly 0 from t = 1 back; ");
        assertThat(verdict(0, 0)).isEqualTo(Verdict.UNDEFINED);
        assertThat(decay(0, 0).sentence()).isEqualTo("no signal: the loss does not depend on h_T");
        assertThat(verdict(Double.NaN, Double.NaN)).isEqualTo(Verdict.UNDEFINED);
        assertThat(decay(Double.NaN, 1).sentence()).isEqualTo("undefined: the forward pass left the range of a double");
    }

    @Test
    void rateHalfLifeAndHorizon() {
        Decay halving = decay(0.125, 0.25, 0.5, 1);
        assertThat(halving.perStep()).isEqualTo(0.5);
        assertThat(halving.halfLife()).isEqualTo(1);
        assertThat(halving.horizon(0.3)).isEqualTo(2);
        assertThat(halving.horizon(0.01)).isEqualTo(4);
        assertThat(halving.horizon(0.25)).isEqualTo(2);
        assertThat(halving.sentence())
                .isEqualTo(
                        "vanishing: ×0.5 a step on the way back, half-life 1 step; 0.125 of the signal arrives at t = 0");
        assertThat(decay(4, 2, 1).sentence())
                .isEqualTo(
                        "exploding: ×2 a step on the way back, doubling every 1 step; 4 of the signal arrives at t = 0");
        assertThat(decay(1, 1).sentence())
                .isEqualTo("stable: ×1 a step on the way back; 1 of the signal arrives at t = 0");
    }
}
