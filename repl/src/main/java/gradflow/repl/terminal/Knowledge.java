package gradflow.repl.terminal;

import gradflow.repl.completion.Offer;
import gradflow.repl.help.Entry;
import gradflow.repl.help.HelpIndex;
import gradflow.repl.help.Parameter;
import gradflow.repl.typing.OpenCall;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the index of the words has to say while one is being typed. */
final class Knowledge {
    private static final String SAME = "the same ";
    private static final String SAME_WITH = SAME + "with ";

    private Knowledge() {}

    /**
     * {@return a completion with its group and meaning, if the index knows it}
     *
     * @param type of what it is asked of, or the type of the first words
     * @param text what stands in place of the word at the cursor
     * @param typed the whole of what would be typed, with an opening bracket if it takes anything
     */
    static Completion completion(String type, String text, String typed) {
        List<Entry> overloads = entries(type, Offer.withoutBrackets(typed));
        if (overloads.isEmpty()) {
            return Completion.of(text);
        }
        Entry first = overloads.get(0);
        String group = type.equals(HelpIndex.FIRST) ? "" : first.group().title();
        return new Completion(text, shown(first, overloads.size()), group, meaning(first));
    }

    private static String shown(Entry entry, int overloads) {
        if (entry.kind() != Entry.Kind.WORD) {
            return entry.name();
        }
        String parameters = entry.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
        return entry.name() + "(" + (overloads > 1 && parameters.isEmpty() ? "…" : parameters) + ")";
    }

    /** {@return what a call takes and means, in a line} */
    static Optional<String> hint(String type, OpenCall call) {
        List<Entry> all = entries(type, call.name());
        List<Entry> fitting = all.stream()
                .filter(entry -> entry.parameters().size() > call.argument() || isOpenEnded(entry))
                .toList();
        if (fitting.isEmpty()) {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0).signature() + " takes no more");
        }
        Entry entry = fitting.get(0);
        List<Parameter> parameters = entry.parameters();
        Parameter at = parameters.get(Math.min(call.argument(), parameters.size() - 1));
        String more = fitting.size() > 1 ? "  (or " + others(fitting) + ")" : "";
        String meaning = at.text().isEmpty() ? meaning(entry) : at.name() + ": " + at.text();
        return Optional.of(entry.signature() + "  " + meaning + more);
    }

    /** A list in which each line begins with "the same with" would say it too often. */
    private static String meaning(Entry entry) {
        String summary = entry.summary();
        return summary.startsWith(SAME)
                ? summary.substring((summary.startsWith(SAME_WITH) ? SAME_WITH : SAME).length())
                : summary;
    }

    private static boolean isOpenEnded(Entry entry) {
        return !entry.parameters().isEmpty()
                && entry.parameters().get(entry.parameters().size() - 1).type().endsWith("...");
    }

    private static String others(List<Entry> fitting) {
        return fitting.stream()
                .skip(1)
                .map(entry ->
                        entry.parameters().stream().map(Parameter::toString).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" · "));
    }

    private static List<Entry> entries(String type, String name) {
        return HelpIndex.isThere() ? HelpIndex.standard().members(type, name) : List.of();
    }
}
