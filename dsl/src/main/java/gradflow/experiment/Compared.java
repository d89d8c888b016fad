package gradflow.experiment;

import gradflow.network.Description;
import gradflow.network.Unrolled;
import java.util.ArrayList;
import java.util.List;

/** Several networks that have run over the same inputs, and can be asked together. */
public final class Compared {
    private final List<String> names;
    private final List<Unrolled> runs;
    private final String expression;

    Compared(List<Description> networks, List<Unrolled> runs, String expression) {
        this.names = names(networks);
        this.runs = List.copyOf(runs);
        this.expression = expression;
    }

    /** {@return ‖∂L/∂h_t‖ of each network, one column each, and one verdict each} */
    public ComparedNorms gradNorms() {
        return new ComparedNorms(
                expression + ".gradNorms()",
                names,
                runs.stream().map(Unrolled::gradNorms).toList());
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
