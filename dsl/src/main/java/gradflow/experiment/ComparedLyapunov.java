package gradflow.experiment;

import gradflow.report.Curves;
import gradflow.report.Format;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.result.Lyapunov;
import java.util.List;

/** The Lyapunov exponents of several networks over the same inputs, the largest first, in nats a step. */
public final class ComparedLyapunov implements Result {
    private final SideBySide<Lyapunov> answers;

    ComparedLyapunov(String expression, List<String> names, List<Lyapunov> exponents) {
        answers = new SideBySide<>(expression, names, exponents);
    }

    /** {@return the exponents of network i, from 0} */
    public Lyapunov of(int i) {
        return answers.of(i);
    }

    @Override
    public Report report() {
        int most = answers.answers().stream()
                .mapToInt(answer -> answer.exponents().length)
                .max()
                .orElse(0);
        return answers.report(
                "λ_k, nats a step,",
                "k",
                1,
                most,
                Format.fixed(6),
                Curves.linear("λ_k, nats a step"),
                Lyapunov::shown,
                Lyapunov::sentence,
                "QR along each run");
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
