package gradflow.network;

import gradflow.model.Loss;
import gradflow.report.Cell;
import gradflow.result.Condition;
import gradflow.result.Diagnosis;
import gradflow.result.Evidence;
import gradflow.result.Lyapunov;
import gradflow.result.Sentences;
import gradflow.result.States;
import gradflow.result.Trial;
import gradflow.result.Verdict;
import gradflow.result.WeightGrad;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Measures what a diagnosis rests on, names it, and has the remedies run that apply. */
final class Examination {
    /** A state that still changes by this part of itself has not settled. */
    private static final double MOVING = 1e-3;

    /** Standard errors by which a positive exponent must stand off from 0. */
    private static final double CLEARLY = 2;

    /** A standard error as small as this comes from rounding: every step was the same. */
    private static final double ROUNDING = 1e-12;

    private final Run run;
    private final Loss loss;
    private final Trial asItIs;
    private final Lyapunov lyapunov;
    private final int dead;
    private final int overflow;

    private Examination(Run run, Loss loss) {
        this.run = run;
        this.loss = loss;
        asItIs = new Trial("as it is", "", run.told().expression(loss), run.signal(loss));
        lyapunov = run.lyapunov(1);
        dead = run.deadUnits();
        overflow = run.overflowAt();
    }

    static Diagnosis of(Run run, Loss loss) {
        return new Examination(run, loss).diagnosis();
    }

    private Diagnosis diagnosis() {
        Condition condition = condition();
        boolean mend = condition != Condition.STABLE && condition != Condition.NO_SIGNAL;
        List<Trial> remedies = mend ? Remedies.of(run, loss, explodes(condition)) : List.of();
        return new Diagnosis(
                run.setting(loss), condition, sentence(condition), evidence(), asItIs, remedies, notes(remedies));
    }

    private Condition condition() {
        if (overflow > 0) {
            return Condition.OVERFLOW;
        }
        Verdict verdict = asItIs.verdict();
        if (verdict == Verdict.UNDEFINED) {
            return Condition.NO_SIGNAL;
        }
        if (dead > 0 && (2 * dead > run.hidden() || asItIs.endsAt() >= 0)) {
            return Condition.DEAD_UNITS;
        }
        if (isChaotic()) {
            return Condition.CHAOTIC;
        }
        return switch (verdict) {
            case MIXED -> asItIs.dips() ? Condition.U_SHAPED : Condition.HUMPED;
            case VANISHING -> Condition.VANISHING;
            case EXPLODING -> Condition.EXPLODING;
            default -> Condition.STABLE;
        };
    }

    private boolean isChaotic() {
        double standardError = lyapunov.uncertainty()[0];
        return run.bounded() && lyapunov.largest() > CLEARLY * standardError && moves() && !leaves();
    }

    /** Next to an unstable fixed point the exponent is positive too, and nothing is chaotic. */
    private boolean moves() {
        States states = run.states();
        double[] last = states.state(run.steps());
        double[] before = states.state(run.steps() - 1);
        double change = Math.sqrt(IntStream.range(0, last.length)
                .mapToDouble(i -> (last[i] - before[i]) * (last[i] - before[i]))
                .sum());
        return change > MOVING * states.norm(run.steps());
    }

    /**
     * {@return whether the state itself grows from one half of the run to the other by at least the root of what the exponent says:
     * it is still on its way off an unstable fixed point, where a positive exponent is no more than the slope of one map}
     */
    private boolean leaves() {
        States states = run.states();
        int half = run.steps() / 2;
        double early =
                IntStream.rangeClosed(0, half).mapToDouble(states::norm).max().orElse(0);
        double late = IntStream.rangeClosed(half + 1, run.steps())
                .mapToDouble(states::norm)
                .max()
                .orElse(0);
        return late >= early * StrictMath.exp(lyapunov.largest() * (run.steps() - half) / 2);
    }

    private static boolean explodes(Condition condition) {
        return condition == Condition.EXPLODING
                || condition == Condition.CHAOTIC
                || condition == Condition.HUMPED
                || condition == Condition.OVERFLOW;
    }

    private String sentence(Condition condition) {
        String course = asItIs.sentence();
        return switch (condition) {
            case OVERFLOW ->
                "overflow at step t = " + overflow + ": a state is more than a double can hold"
                        + (run.hasBrokenOff() ? "; there is no gradient" : "; the gradient is " + course);
            case DEAD_UNITS ->
                "dead units: " + dead + " of " + run.hidden() + " let nothing through at any step; " + course;
            case CHAOTIC ->
                "chaotic: states that differ a little part by " + Sentences.factor(lyapunov.largest())
                        + " nats a step; the gradient is " + course;
            default -> course;
        };
    }

    private List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        int steps = run.steps();
        evidence.add(new Evidence("rate per step", Cell.real(asItIs.perStep()), "the mean factor of one step back"));
        evidence.add(horizon(steps));
        if (!run.hasBrokenOff()) {
            evidence.add(new Evidence(
                    "Lyapunov exponent", Cell.real(lyapunov.largest()), "in nats a step" + uncertainty() + meaning()));
            lastSteps(evidence, steps);
            evidence.add(new Evidence("why", Cell.blank(), run.why(loss).sentence()));
        }
        if (dead > 0) {
            evidence.add(new Evidence("dead units", Cell.whole(dead), "of " + run.hidden() + ": φ′ = 0 at every step"));
        }
        saturation(evidence);
        return evidence;
    }

    /** {@return the standard error of the exponent, unless there is none, or no more than rounding} */
    private String uncertainty() {
        double error = lyapunov.uncertainty()[0];
        return error > ROUNDING ? ", ± " + Sentences.factor(error) : "";
    }

    private String meaning() {
        if (lyapunov.neutral() > 0) {
            return ": 0 as far as it is known, this trajectory neither amplifies nor forgets";
        }
        return lyapunov.largest() > 0 ? ": above 0 this trajectory amplifies" : ": below 0 this trajectory forgets";
    }

    private Evidence horizon(int steps) {
        int horizon = asItIs.horizon();
        return horizon > steps
                ? new Evidence(
                        "horizon",
                        Cell.blank(),
                        steps == 1
                                ? "more than 1 % is left after the one step"
                                : "more than 1 % is left over all " + steps + " steps")
                : new Evidence("horizon", Cell.whole(horizon), "the steps back until 1 % is left");
    }

    private void lastSteps(List<Evidence> evidence, int steps) {
        WeightGrad gradient = run.weightGrad(loss);
        int last = Math.max(1, steps / 4);
        double share = gradient.shareOfLast(last);
        if (!Double.isNaN(share)) {
            evidence.add(new Evidence(
                    last == 1 ? "share of the last step" : "share of the last " + last + " steps",
                    Cell.real(share),
                    "of what all " + steps + " contribute to ∂L/∂W_hh"));
        }
    }

    private void saturation(List<Evidence> evidence) {
        States states = run.states();
        int reached = run.reached();
        IntStream.rangeClosed(1, reached)
                .mapToDouble(states::saturated)
                .average()
                .ifPresent(share -> evidence.add(new Evidence(
                        "saturated",
                        Cell.real(share),
                        "the mean share of units with φ′ at most a tenth of its maximum")));
    }

    private List<String> notes(List<Trial> remedies) {
        List<String> notes = new ArrayList<>();
        if (remedies.isEmpty()) {
            return notes;
        }
        notes.add(
                "remedies, best first, each run over the same inputs: a line with a dot is added to the network, another takes"
                        + " its place. By itself it may draw other inputs from the same seed; .remedy(0).expression() runs the"
                        + " best one over these again, and its diagnose() begins with the same numbers");
        notes.add("strays: the largest |ln(‖g_t‖/‖g_T‖)|, g the gradient of the whole state, of an LSTM h and c");
        boolean scaled = remedies.stream().anyMatch(trial -> trial.name().equals("critical scale"));
        notes.add(
                scaled
                        ? "critical scale: the factor of W_hh with which as much arrives at t = 0 as was sent, solved on"
                                + " these inputs"
                        : "critical scale: no factor of W_hh from 1/32 to 32 lets as much arrive at t = 0 as was sent");
        if (run.told().network().said.heard(Word.LOAD).isPresent()) {
            notes.add("the weights that a remedy replaces have to be trained again");
        }
        return notes;
    }
}
