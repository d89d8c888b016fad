package gradflow.network;

import gradflow.model.TorchCode;
import gradflow.model.TorchFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Statements of a script one by one, and which functions of ours they call. */
final class TorchLines {
    private final List<String> lines = new ArrayList<>();
    private final Set<TorchFunction> functions = EnumSet.noneOf(TorchFunction.class);

    /** {@return the statement that seeds, where anything is drawn} */
    static TorchLines seeded(OptionalLong seed) {
        TorchLines lines = new TorchLines();
        seed.ifPresent(s -> lines.add("torch.manual_seed(" + s + ")"));
        return lines;
    }

    void add(String line) {
        lines.add(line);
    }

    void assign(String name, TorchCode value) {
        lines.add(name + " = " + value);
        functions.addAll(value.functions());
    }

    /** The draws are float32 and the network computes in float64, as ours does: so a weight becomes a new parameter. */
    void parameter(String name, TorchCode value) {
        assign(name, value.in("nn.Parameter"));
    }

    /** A tensor that is asked for its gradient. */
    void leaf(String name, TorchCode value) {
        assign(name, value.then(".requires_grad_()"));
    }

    String text() {
        return String.join("\n", lines);
    }

    Set<TorchFunction> functions() {
        return Collections.unmodifiableSet(functions);
    }
}
