package gradflow.experiment;

import gradflow.network.Description;
import gradflow.network.Unrolled;
import java.util.ArrayList;
import java.util.List;

/** Several networks that have run over the same inputs, and can be asked together. */
public final class Compared {
    private final List<String> names;
    private final List<Unrolled> runs;
    private final int steps;
    private final String expression;

    Compared(List<Description> networks, List<Unrolled> runs, int steps, String expression) {
        this.steps = steps;
        this.names = names(networks);
        this.runs = List.copyOf(runs);
        this.expression = expression;
    }

    /** {@return ‖∂L/∂h_t‖ of each network, one column each, and one verdict each} */
    public ComparedNorms gradNorms() {
        return new ComparedNorms(
                expression + ".gradNorms()",
                names,
                steps,
                runs.stream().map(Unrolled::gradNorms).toList());
    }

    /** {@return ‖∂h_T/∂h_t‖₂ of each network, one column each} */
    public ComparedJacobians jacobians() {
        return new ComparedJacobians(
                expression + ".jacobians()",
                names,
                steps,
                runs.stream().map(Unrolled::jacobians).toList());
    }

    /** {@return every Lyapunov exponent of each network, one column each, and one verdict each} */
    public ComparedLyapunov lyapunov() {
        return new ComparedLyapunov(
                expression + ".lyapunov()",
                names,
                runs.stream().map(Unrolled::lyapunov).toList());
    }

    /** {@return the k largest exponents of each network} */
    public ComparedLyapunov lyapunov(int k) {
        return new ComparedLyapunov(
                expression + ".lyapunov(" + k + ")",
                names,
                runs.stream().map(run -> run.lyapunov(k)).toList());
    }

    /** {@return the run of network i, from 0} */
    public Unrolled run(int i) {
        return runs.get(i);
    }

    /** A name where there is one, or else the subject, numbered where it occurs again. */
    private static List<String> names(List<Description> networks) {
        List<String> names = new ArrayList<>();
        for (Description network : networks) {
            String base = network.label().orElseGet(() -> network.toString().replaceAll("\\(.*", ""));
            String name = base;
            for (int k = 2; names.contains(name); k++) {
                name = base + " " + k;
            }
            names.add(name);
        }
        return names;
    }

    /** {@return the expression that makes this} */
    @Override
    public String toString() {
        return expression;
    }
}
