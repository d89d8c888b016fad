package gradflow.network;

import gradflow.model.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A network, a loss and the norms of its gradients as a Python script. */
final class TorchScript {
    private static final String FORMATS = """
            def norm(v):
                return math.hypot(*v.flatten().tolist())


            def scientific(x):
                return f"{x:.3e}" if x else "0"


            def fixed(x):
                return f"{x:.3f}" if x == 0 or 0.0005 <= abs(x) <= 1e15 else f"{x:.3e}"
            """;

    private final TorchNetwork network;
    private final Loss loss;

    private TorchScript(TorchNetwork network, Loss loss) {
        this.network = network;
        this.loss = loss;
    }

    /** {@return the script; {@code expression} is what it says it does} */
    static String of(TorchNetwork network, Loss loss, String expression) {
        return new TorchScript(network, loss).text(expression);
    }

    private String text(String expression) {
        TorchLines made = TorchLines.seeded(network.seed());
        network.make(made);
        return TorchPage.of(
                expression,
                made.functions(),
                FORMATS
                        + "\n\n" + made.text()
                        + "\n\n" + forward()
                        + "\nL = " + loss.torch() + "\nL.backward()\n"
                        + "\n" + table());
    }

    private String forward() {
        List<String> lines = new ArrayList<>();
        lines.add("T = " + network.steps());
        lines.add(network.hasCell() ? "h, c = [h_0], [c_0]" : "h = [h_0]");
        lines.add("for t in range(1, T + 1):");
        network.step().forEach(line -> lines.add("    " + line));
        lines.add("    h[t].retain_grad()");
        if (network.hasCell()) {
            lines.add("    c[t].retain_grad()");
        }
        return String.join("\n", lines) + "\n";
    }

    /** A column of the table: its head, and the text of its cell in the row of step t. */
    private record Column(String head, String cell) {}

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("t", "str(t)"),
                new Column("|dL/dh_t|", "scientific(g[t])"),
                new Column("ratio", "fixed(g[t] / g[t + 1]) if t < T and g[t + 1] else \"\""),
                new Column("log10", "fixed(math.log10(g[t])) if g[t] else \"\"")));
        if (network.hasCell()) {
            columns.add(new Column("|dL/dc_t|", "scientific(norm(c[t].grad))"));
        }
        columns.add(new Column("|h_t|", "scientific(norm(h[t]))"));
        if (network.hasInput()) {
            columns.add(new Column("|dL/dx_t|", "scientific(norm(x.grad[t - 1])) if t else \"\""));
        }
        return columns;
    }

    private String table() {
        String heads =
                columns().stream().map(column -> '"' + column.head() + '"').collect(Collectors.joining(", "));
        String cells = columns().stream()
                .map(column -> "        " + column.cell() + ",\n")
                .collect(Collectors.joining());
        return """
                g = [norm(h_t.grad) for h_t in h]
                heads = [%heads]
                print(*(f"{head:>10}" for head in heads))
                for t in range(T + 1):
                    row = [
                %cells    ]
                    print(*(f"{cell:>10}" for cell in row))
                print("|dL/d%sign|_F =", scientific(norm(%weight.grad)))
                """.replace("%heads", heads)
                .replace("%cells", cells)
                .replace("%sign", network.weightSign())
                .replace("%weight", network.weight());
    }
}
