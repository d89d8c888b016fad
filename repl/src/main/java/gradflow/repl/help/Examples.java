package gradflow.repl.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line to run for each entry. Concepts and types bring their own; for a word it is the shortest chain that leads to the
 * type which it is asked of, then the word with usual arguments.
 */
final class Examples {
    private static final String QUESTION = ".unroll(20).gradNorms()";

    /** What needs, or writes, a file of the person's own isn't run. */
    private static final Set<String> WITH_FILES =
            Set.of("load", "fromFile", "tensors", "svg", "png", "tex", "file", "safetensors");

    private static final String OVER_REAL =
            "sweep(\"w\", linspace(0.5, 2, 7)).by(\"T\", ints(10, 20, 50), (w, T) -> scalar(w).unroll(T).gradNorms().perStep())";
    private static final String OVER_WHOLE =
            "sweep(\"T\", ints(10, 20, 50)).by(\"n\", ints(4, 8), (T, n) -> rnn().hidden(n).unroll(T).gradNorms().perStep())";

    private static final String RADII = "ensemble(rnn().whh(ginibre(1)), 200).of(net -> net.spectrum().radius())";

    /** Where the shortest way would lead to a refusal, or to a dull answer, or takes a function. */
    private static final Map<String, String> SPECIAL = Map.ofEntries(
            Map.entry("Gates", "lstm().unroll(20).gates()"),
            Map.entry("GradNorms.cellNorm", "lstm().unroll(20).gradNorms().cellNorm(10)"),
            Map.entry("GradNorms.cellLog10", "lstm().unroll(20).gradNorms().cellLog10(10)"),
            Map.entry("Unrolled.gates", "lstm().unroll(20).gates()"),
            Map.entry("Spectrum.gate", "lstm().spectrum().gate(\"f\")"),
            Map.entry("Gradflow.direction", "rnn().hidden(3).unroll(20).loss(direction(0.5, 1, -1)).gradNorms()"),
            Map.entry("Gradflow.diagonal", "diagonal(0.5, 0.9, 1.1).sample(3)"),
            Map.entry(
                    "Gradflow.sweep",
                    "sweep(\"w\", linspace(0.5, 2, 7), w -> scalar(w).unroll(20).gradNorms().norm(0))"),
            Map.entry("Gradflow.ensemble", RADII),
            Map.entry("Ensemble.of", RADII),
            Map.entry("Gradflow.criticalScale", "criticalScale(rnn().hidden(8).whh(ginibre(1)), 200)"),
            Map.entry("Gradflow.linspace", "linspace(0.5, 2, 7)"),
            Map.entry("Gradflow.logspace", "logspace(0.01, 100, 5)"),
            Map.entry("Gradflow.ints", "ints(10, 20, 50)"),
            Map.entry("Gradflow.rangeClosed", "rangeClosed(1, 20)"),
            Map.entry("RealAxis.by", OVER_REAL),
            Map.entry("RealSweep.by", OVER_REAL),
            Map.entry("WholeAxis.by", OVER_WHOLE),
            Map.entry("WholeSweep.by", OVER_WHOLE),
            Map.entry("Gradflow.compare", "compare(rnn(), lstm()).unroll(20).gradNorms()"),
            Map.entry("Gradflow.spectrum", "spectrum(orthogonal().sample(4))"),
            Map.entry("Gradflow.matrix", "spectrum(matrix(new double[][] {{0.5, 1}, {0, 0.5}}).sample(2))"),
            Map.entry("Spectrum", "spectrum(orthogonal().sample(4))"),
            Map.entry("Stability", "stability(new double[][] {{1.8, -3}, {1, -1.5}})"),
            Map.entry("Gradflow.stability", "stability(new double[][] {{1.8, -3}, {1, -1.5}})"));

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("steps", "20"),
            Map.entry("from", "5"),
            Map.entry("to", "15"),
            Map.entry("fraction", "0.01"),
            Map.entry("longest", "100"),
            Map.entry("label", "\"mine\""),
            Map.entry("habits", "KERAS"),
            Map.entry("t", "10"),
            Map.entry("i", "1"),
            Map.entry("rows", "4"),
            Map.entry("columns", "4"),
            Map.entry("n", "8"),
            Map.entry("m", "3"),
            Map.entry("phi", "new Activation.Relu()"));

    private static final Map<String, String> BY_TYPE = Map.of(
            "int", "4",
            "long", "1",
            "double", "0.5",
            "double...", "0.5, 0.9, 1.1",
            "Recipe", "orthogonal()",
            "Loss", "unitOfLast(1)");

    private final HelpIndex index;
    private final Map<String, String> ways = new HashMap<>();

    Examples(HelpIndex index) {
        this.index = index;
        find(HelpIndex.FIRST);
    }

    /** Goes from type to type, breadth first. One that no call with usual arguments leads to brings its own way. */
    private void find(String first) {
        Deque<String> open = new ArrayDeque<>(List.of(first));
        ways.put(first, "");
        while (!open.isEmpty()) {
            String type = open.remove();
            for (Entry entry : index.members(type)) {
                String to = entry.returns();
                Optional<Entry> reached = index.type(to);
                if (!ways.containsKey(to) && reached.isPresent()) {
                    call(entry)
                            .map(call -> SPECIAL.getOrDefault(to, joined(ways.getOrDefault(type, ""), call)))
                            .or(() -> reached.get().examples().stream().findFirst())
                            .ifPresent(way -> {
                                ways.put(to, way);
                                open.add(to);
                            });
                }
            }
        }
    }

    /** {@return a line to run} */
    Optional<String> of(Entry entry) {
        if (!entry.examples().isEmpty()) {
            return Optional.of(entry.examples().get(0));
        }
        String special = SPECIAL.get(entry.owner() + "." + entry.name());
        if (special != null) {
            return Optional.of(special);
        }
        String way = ways.get(entry.owner());
        if (entry.kind() == Entry.Kind.TYPE || entry.kind() == Entry.Kind.CONCEPT || way == null) {
            return Optional.empty();
        }
        return call(entry).map(call -> joined(way, call) + tail(entry));
    }

    private String tail(Entry entry) {
        boolean describes = index.members(entry.returns(), "unroll").stream()
                .anyMatch(word -> word.parameters().size() == 1);
        boolean draws = entry.owner().equals(HelpIndex.FIRST) && entry.returns().equals("Recipe");
        if (draws) {
            return ".sample(4)";
        }
        if (entry.returns().equals("Loss")) {
            return "";
        }
        return describes ? QUESTION : entry.returns().equals("Unrolled") ? ".gradNorms()" : "";
    }

    private static Optional<String> call(Entry entry) {
        if (entry.kind() == Entry.Kind.CONSTANT) {
            return Optional.of(entry.name());
        }
        if (WITH_FILES.contains(entry.name())) {
            return Optional.empty();
        }
        List<Optional<String>> arguments =
                entry.parameters().stream().map(one -> argument(one, entry)).toList();
        return arguments.stream().allMatch(Optional::isPresent)
                ? Optional.of(arguments.stream()
                        .map(Optional::get)
                        .collect(Collectors.joining(", ", entry.name() + "(", ")")))
                : Optional.empty();
    }

    private static Optional<String> argument(Parameter parameter, Entry entry) {
        if (parameter.type().equals("double...") && !entry.owner().equals(HelpIndex.FIRST)) {
            // Its length must fit a network; the overload that takes a recipe always fits.
            return Optional.empty();
        }
        boolean shaped = parameter.type().contains("[") || parameter.type().equals("RealMatrix");
        String named = shaped || parameter.type().equals("double...") ? null : BY_NAME.get(parameter.name());
        return Optional.ofNullable(named == null ? BY_TYPE.get(parameter.type()) : named);
    }

    private static String joined(String way, String call) {
        return way.isEmpty() ? call : way + "." + call;
    }
}
