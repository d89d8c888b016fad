package gradflow.result;

import gradflow.internal.analysis.LyapunovSpectrum;
import gradflow.internal.kernel.Scaled;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Curves;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The Lyapunov exponents of a run: by how much, in the mean over its T steps, the step Jacobians ∂h_t/∂h_{t-1} stretch the
 * directions of the state, λ_1 ≥ … ≥ λ_n, in nats a step. A gradient on its way back through many steps grows or falls as
 * e^λ_1 a step; states that start close together part at the same rate.
 *
 * <p>An orthonormal frame is carried along the run: J_t·Q_{t-1} = Q_t·R_t, λ_i = (1/T)·Σ_t ln|r_ii(t)|. The frame has gone
 * over the run once before it counts; then each of the T steps counts, those of the network's own transient too. So
 * Σλ = (1/T)·Σ_t ln|det ∂h_t/∂h_{t-1}|, and a linear network's exponents are ln|eigenvalue| (a complex pair's share theirs
 * to O(1/T)). To leave the transient out, start where it ends: {@code .h0(…)}, or read {@link #secondHalf()}.
 *
 * <p>Accuracy: of where the frame started, a part e^(−T·(λ_i − λ_{i+1})) is left. Where neighbouring exponents are closer than
 * about 1/T, the run doesn't tell their directions apart, and frames of different size share the rates differently:
 * {@code lyapunov(1)} and the first of {@code lyapunov()} then differ, seldom by more than 1/T and at most by 4/T in LyapunovTest.
 *
 * <p>{@link #uncertainty()} is a standard error by batch means: the run is cut into an even number of stretches near √T (4 to
 * 32), s is the standard deviation of their averages, and s/√b the error. It supposes that the run is stationary;
 * where the halves of λ_1 differ by more than four times the error of their difference (T ≥ 64), a line under the table says that
 * it isn't.
 *
 * <p>Kaplan–Yorke dimension = j + (λ_1 + … + λ_j)/|λ_{j+1}|, j the most exponents with a sum that isn't negative.
 *
 * <p>−∞ stands for a direction that a singular Jacobian cuts off: dead or fully saturated units, a nilpotent W_hh.
 *
 * @see "Engelken, Wolf, Abbott (2023), Lyapunov spectra of chaotic recurrent neural networks; Vogt, Puelma Touzel,
 *     Shlizerman, Lajoie (2022), On Lyapunov exponents for RNNs; Kaplan, Yorke (1979)"
 */
public final class Lyapunov implements Result {
    private static final double DRIFT_OF_ROUNDING = 1e-9;

    /** With 6 degrees of freedom, the least here, chance exceeds this once in 140 runs. */
    private static final double MOST_ERRORS = 4;

    private static final Format EXPONENT = Format.fixed(6);

    private final Setting setting;
    private final String question;
    private final String state;
    private final LyapunovSpectrum spectrum;
    private final DoubleSupplier meanLogDeterminant;

    /**
     * @param setting the run
     * @param question as {@code lyapunov()}
     * @param state the letter of the state: h, or s for (h, c)
     * @param spectrum the exponents
     * @param meanLogDeterminant (1/T)·Σ ln|det ∂h_t/∂h_{t-1}|, computed when it is asked for
     */
    public Lyapunov(
            Setting setting,
            String question,
            String state,
            LyapunovSpectrum spectrum,
            DoubleSupplier meanLogDeterminant) {
        this.setting = setting;
        this.question = question;
        this.state = state;
        this.spectrum = spectrum;
        this.meanLogDeterminant = meanLogDeterminant;
    }

    /** {@return λ_1 ≥ λ_2 ≥ …, nats a step, a copy of shape {@code [k]}; NaN if the forward pass broke off} */
    public double[] exponents() {
        return spectrum.exponents();
    }

    /** {@return λ_1, nats a step: the rate of the direction that keeps most} */
    public double largest() {
        return exponents()[0];
    }

    /** {@return the standard error of each exponent, shape {@code [k]}; NaN with fewer than 8 steps, and of −∞} */
    public double[] uncertainty() {
        return spectrum.standardErrors();
    }

    /** {@return each exponent over the steps 1..T/2 alone, shape {@code [k]}} */
    public double[] firstHalf() {
        return spectrum.firstHalf();
    }

    /** {@return each exponent over the steps T/2+1..T alone, shape {@code [k]}} */
    public double[] secondHalf() {
        return spectrum.secondHalf();
    }

    /** {@return Σλ of the exponents that were asked for, nats a step: the growth of a volume} */
    public double sum() {
        return Arrays.stream(exponents()).sum();
    }

    /** {@return (1/T)·Σ_t ln|det ∂h_t/∂h_{t-1}|, by elimination, which {@link #sum()} of all n exponents must equal} */
    public double meanLogDeterminant() {
        return meanLogDeterminant.getAsDouble();
    }

    /** {@return how many of the exponents are positive by more than two standard errors} */
    public int expanding() {
        return (int) Arrays.stream(spectrum.signs()).filter(sign -> sign > 0).count();
    }

    /** {@return how many of the exponents are 0 within two standard errors} */
    public int neutral() {
        return (int) Arrays.stream(spectrum.signs()).filter(sign -> sign == 0).count();
    }

    /** {@return the Kaplan–Yorke dimension, 0..n; NaN if more exponents than k are needed for it} */
    public double dimension() {
        return spectrum.kaplanYorke();
    }

    @Override
    public Report report() {
        double[] exponents = exponents();
        double[] errors = uncertainty();
        double[] first = firstHalf();
        double[] second = secondHalf();
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < exponents.length; i++) {
            rows.add(List.of(
                    Cell.whole(i + 1),
                    shown(exponents[i]),
                    Double.isNaN(errors[i]) ? Cell.blank() : Cell.real(errors[i]),
                    half(first[i]),
                    half(second[i]),
                    Cell.real(Scaled.exp(exponents[i]))));
        }
        Table table = Table.of(
                List.of(
                        Column.of("k"),
                        Column.of("λ_k", EXPONENT),
                        Column.of("±", Format.significant(2)),
                        Column.of("1st half", EXPONENT),
                        Column.of("2nd half", EXPONENT),
                        Column.of("×/step", Format.significant(4))),
                rows);
        List<String> closing = new ArrayList<>(findings(exponents, first, second));
        closing.add(sentence());
        return Report.of(
                        setting.title("Lyapunov exponents of " + state + "_t, nats a step"
                                + (state.equals("s") ? ", s = (h, c)" : "")),
                        facts(),
                        table,
                        setting.closing(String.join("\n", closing)).stream()
                                .flatMap(String::lines)
                                .toList(),
                        setting.provenance(
                                question,
                                "QR along the run, after one pass that isn't counted; ± by batch means, float64"))
                .drawn(Curves.linear("λ_k, nats a step", 1).withLevel());
    }

    private Cell half(double rate) {
        return Double.isNaN(rate) ? Cell.blank() : shown(rate);
    }

    /** {@return λ_k as a table shows it, k from 1; empty if there are fewer} */
    public Cell shown(int k) {
        double[] exponents = exponents();
        return k <= exponents.length ? shown(exponents[k - 1]) : Cell.blank();
    }

    private Cell shown(double rate) {
        return Cell.real(Math.abs(rate) <= spectrum.rounding() ? 0 : rate);
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(setting.facts().get());
        int k = exponents().length;
        if (k < spectrum.size()) {
            facts.add(Fact.of("k", k + " of " + spectrum.size()));
        } else {
            facts.add(new Fact("Σλ", shown(sum()), EXPONENT));
            facts.add(new Fact("mean ln|det|", shown(meanLogDeterminant()), EXPONENT));
        }
        if (!Double.isNaN(dimension())) {
            facts.add(Fact.of("Kaplan–Yorke dimension", dimension(), Format.significant(4)));
        }
        return facts;
    }

    private List<String> findings(double[] exponents, double[] first, double[] second) {
        List<String> findings = new ArrayList<>();
        long cut = Arrays.stream(exponents)
                .filter(x -> x == Double.NEGATIVE_INFINITY)
                .count();
        if (cut > 0) {
            findings.add(cut + " of " + exponents.length + (cut == 1 ? " direction is" : " directions are")
                    + " cut off: a step Jacobian is singular, and nothing of " + (cut == 1 ? "it" : "them")
                    + " comes back");
        }
        if (spectrum.drifts()[0] > MOST_ERRORS && Math.abs(second[0] - first[0]) > DRIFT_OF_ROUNDING) {
            findings.add("the run isn't stationary: λ_1 was " + EXPONENT.text(first[0]) + " in the first half and "
                    + EXPONENT.text(second[0]) + " in the second");
        }
        return findings;
    }

    /** {@return what the exponents mean for the signal, in words} */
    public String sentence() {
        double most = largest();
        if (Double.isNaN(most)) {
            return "undefined: the forward pass broke off";
        }
        if (most == Double.NEGATIVE_INFINITY) {
            return "dead: every direction is cut off, and no gradient comes back over all " + setting.steps()
                    + " steps";
        }
        int sign = spectrum.signs()[0];
        String factor = "×" + Sentences.magnitude(Scaled.exp(most)) + " a step";
        if (sign == 0) {
            return "neutral: λ_1 is 0 within its uncertainty; the direction that keeps most neither grows nor falls"
                    + " exponentially";
        }
        String period = Sentences.factor(StrictMath.log(2) / Math.abs(most)) + " steps";
        if (sign > 0) {
            return "expanding: " + expanding() + " of " + spectrum.size() + " directions grow, the fastest " + factor
                    + " (doubling every " + period + "); nearby states part, and gradients explode";
        }
        return "contracting: even the direction that keeps most falls " + factor + " (half-life " + period
                + "); gradients vanish";
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
