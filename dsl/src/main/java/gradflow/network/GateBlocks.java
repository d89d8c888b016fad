package gradflow.network;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.GatedTape;
import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import gradflow.result.Gates;
import gradflow.result.Predictor;
import gradflow.result.Spectrum;
import gradflow.result.States;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** What can be said of a gated run gate by gate. */
final class GateBlocks {
    /** σ′ ≤ ¼ and tanh′ ≤ 1; a gate is saturated where it has a tenth of that or less. */
    private static final double STEEPEST_SIGMOID = 0.25;

    private GateBlocks() {}

    /** {@return the rows of one gate} */
    static Mat block(Mat stacked, int gate, int n) {
        return Mat.filled(n, stacked.columns(), (i, j) -> stacked.at(gate * n + i, j));
    }

    static Spectrum spectrum(Mat whh, GatedKind kind, Optional<String> label, String where, OptionalLong seed) {
        Map<String, Mat> blocks = new LinkedHashMap<>();
        for (int gate = 0; gate < kind.gates().size(); gate++) {
            blocks.put(kind.gates().get(gate), block(whh, gate, whh.columns()));
        }
        return Spectrum.ofBlocks(
                blocks, label.map(name -> name + ": W_hh").orElse("W_hh") + ", gate by gate", where, seed);
    }

    /** {@return the mean of a gate over all units and steps} */
    static double mean(GatedTape tape, int gate) {
        return IntStream.rangeClosed(1, tape.reached())
                .mapToDouble(
                        t -> Arrays.stream(tape.gateValues(t, gate)).average().orElseThrow())
                .average()
                .orElse(Double.NaN);
    }

    static List<Gates.Step> steps(GatedTape tape, GatedKind kind) {
        return IntStream.rangeClosed(1, tape.steps())
                .mapToObj(t -> t <= tape.reached() ? step(tape, kind, t) : undefinedStep(kind))
                .toList();
    }

    private static Gates.Step undefinedStep(GatedKind kind) {
        List<Double> undefined = Collections.nCopies(kind.gates().size(), Double.NaN);
        return new Gates.Step(undefined, undefined);
    }

    private static Gates.Step step(GatedTape tape, GatedKind kind, int t) {
        Interrupts.poll();
        List<Double> means = new ArrayList<>();
        List<Double> spreads = new ArrayList<>();
        for (int gate = 0; gate < kind.gates().size(); gate++) {
            double[] values = tape.gateValues(t, gate);
            double[] moduli = Arrays.stream(values).map(Math::abs).toArray();
            double mean = Arrays.stream(moduli).average().orElseThrow();
            double centre = Arrays.stream(values).average().orElseThrow();
            double variance = Arrays.stream(values)
                    .map(x -> (x - centre) * (x - centre))
                    .average()
                    .orElseThrow();
            means.add(mean);
            spreads.add(Math.sqrt(variance));
        }
        return new Gates.Step(means, spreads);
    }

    /** {@return norms of the states, and how many gate units are saturated} */
    static List<States.Step> occupation(GatedTape tape, GatedKind kind) {
        List<States.Step> steps = new ArrayList<>();
        for (int t = 0; t <= tape.reached(); t++) {
            Interrupts.poll();
            double[] h = tape.stateVector(t, 0);
            double mean = Arrays.stream(h).map(Math::abs).average().orElseThrow();
            double saturated = Double.NaN;
            double slopes = Double.NaN;
            if (t > 0) {
                double[] shares = shares(tape, kind, t);
                saturated = Arrays.stream(shares)
                                .filter(s -> s <= Occupation.SATURATED)
                                .count()
                        / (double) shares.length;
                slopes = Arrays.stream(shares).average().orElseThrow();
            }
            steps.add(new States.Step(
                    Arrays.stream(h).boxed().toList(),
                    kind.hasCell()
                            ? Arrays.stream(tape.stateVector(t, 1)).boxed().toList()
                            : List.of(),
                    tape.stateNorm(t, 0),
                    Scaled.of(mean),
                    saturated,
                    slopes));
        }
        return steps;
    }

    /** {@return the slopes of all gate units at step t, each as a share of its function's steepest} */
    private static double[] shares(GatedTape tape, GatedKind kind, int t) {
        return IntStream.range(0, kind.gates().size())
                .boxed()
                .flatMapToDouble(gate -> Arrays.stream(tape.gateSlopes(t, gate))
                        .map(s -> kind.candidate() == gate ? s : s / STEEPEST_SIGMOID))
                .toArray();
    }

    /** {@return ∏ max f_k (max z_k): what the direct path alone lets through at most} */
    static Predictor keptAtMost(GatedTape tape, GatedKind kind) {
        String head = "∏ max " + kind.keeperLetter();
        if (tape.brokenAt() > 0) {
            return new Predictor(head, false, Collections.nCopies(tape.steps() + 1, Scaled.of(Double.NaN)));
        }
        Scaled[] products = new Scaled[tape.steps() + 1];
        products[tape.steps()] = Scaled.of(1);
        for (int t = tape.steps(); t >= 1; t--) {
            double most = Arrays.stream(tape.gateValues(t, kind.keeper())).max().orElseThrow();
            products[t - 1] = products[t].times(Scaled.of(most));
        }
        return new Predictor(head, false, List.of(products));
    }

    static Refusal onlyLast(String expression) {
        return new Refusal(
                "gates(): paths are told apart for a loss that sees h_T alone",
                expression + ".gates()",
                "loss(sumLast()), or gradNorms() for this loss");
    }
}
