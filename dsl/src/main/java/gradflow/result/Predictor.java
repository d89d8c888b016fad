package gradflow.result;

import gradflow.internal.kernel.Scaled;
import java.util.List;

/**
 * A number that is put in place of ‖∂h_T/∂h_t‖₂, because it is easier to have.
 *
 * @param head its formula
 * @param bound whether ‖∂h_T/∂h_t‖₂ is never larger; otherwise it is an estimate, and may be
 * @param values for t = 0..T
 */
public record Predictor(String head, boolean bound, List<Scaled> values) {
    /** ∏ of the norms of the steps: ‖D_k‖‖W‖ for a vanilla network. An upper bound. */
    public static final String CHAIN = "∏‖D_k‖‖W‖";

    /** The same with a path around φ, a step of which is c·I + α·D·W. An upper bound. */
    public static final String AROUND = "∏(c+α‖D_k‖‖W‖)";

    /** ‖W‖₂^(T−t): an upper bound as long as |φ′| ≤ 1. */
    public static final String POWER = "‖W‖^(T−t)";

    /** ρ(W)^(T−t): no bound in either direction. */
    public static final String RADIUS = "ρ^(T−t)";

    /** ∏‖J_k‖₂ of the step Jacobians themselves. An upper bound. */
    public static final String STEPS = "∏‖J_k‖";

    /** e^(λ(T−t)) with the largest Lyapunov exponent λ of this run: an estimate. */
    public static final String LYAPUNOV = "e^(λ(T−t))";

    /** χ₁^((T−t)/2), by the mean-field theory of wide tanh networks with independent weights: an estimate. */
    public static final String MEAN_FIELD = "χ₁^((T−t)/2)";

    /** Copies. */
    public Predictor {
        values = List.copyOf(values);
    }

    /** {@return the formula as a column head, ≤ before a bound and ≈ before an estimate} */
    String column() {
        return (bound ? "≤ " : "≈ ") + head;
    }
}
