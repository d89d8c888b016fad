package gradflow.model;

import gradflow.internal.check.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** What a recurrent layer's tensors are called in a file: {@code decoder.rnn.weight_hh_l0} and so on. */
record WeightNames(String prefix, String suffix) {
    private static final String RECURRENT = "weight_hh";

    /**
     * Finds a layer. Without a prefix, the one layer that the file has will do. PyTorch's cells have no suffix, its
     * layers have one.
     */
    static WeightNames in(TensorFile file, String prefix, int layer, String where) {
        List<String> suffixes = layer == 0 ? List.of("", "_l0") : List.of("_l" + layer);
        List<WeightNames> all = file.tensors().stream()
                .map(TensorInfo::name)
                .flatMap(name -> suffixes.stream()
                        .filter(suffix -> name.endsWith(RECURRENT + suffix))
                        .map(suffix -> new WeightNames(
                                name.substring(0, name.length() - (RECURRENT + suffix).length()), suffix)))
                .toList();
        List<WeightNames> exact =
                all.stream().filter(it -> it.prefix.equals(prefix)).toList();
        List<WeightNames> found = exact.isEmpty() && prefix.isEmpty() ? all : exact;
        if (found.isEmpty()) {
            throw none(file, prefix, suffixes, all, where);
        }
        if (found.size() > 1) {
            throw several(file, found, where);
        }
        return found.get(0);
    }

    private static Refusal none(
            TensorFile file, String prefix, List<String> suffixes, List<WeightNames> all, String where) {
        String wanted = suffixes.stream()
                .map(suffix -> Expression.brief(prefix + RECURRENT + suffix))
                .collect(Collectors.joining(" or "));
        return new Refusal(
                Expression.escaped(file.path()) + ": there is no tensor " + wanted
                        + ", the recurrent weights as PyTorch names them",
                where,
                all.isEmpty()
                        ? "tensors(" + Expression.quoted(file.path()) + "), which lists the file's tensors, and"
                                + " fromFile(…), which reads any of them"
                        : load(file, all));
    }

    private static Refusal several(TensorFile file, List<WeightNames> found, String where) {
        return new Refusal(
                Expression.escaped(file.path()) + ": there is more than one recurrent layer: "
                        + found.stream()
                                .limit(8)
                                .map(it -> Expression.brief(it.of(RECURRENT)))
                                .collect(Collectors.joining(", "))
                        + (found.size() > 8 ? ", …" : ""),
                where,
                found.get(0).prefix.equals(found.get(1).prefix) ? "a file with one of them" : load(file, found));
    }

    private static String load(TensorFile file, List<WeightNames> some) {
        return some.stream()
                .limit(8)
                .map(it -> "load(" + Expression.quoted(file.path()) + ", " + Expression.brief(it.prefix) + ")")
                .collect(Collectors.joining(" or "));
    }

    /** {@return the full name of {@code weight_hh} and the like} */
    String of(String name) {
        return prefix + name + suffix;
    }
}
