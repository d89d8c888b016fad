package gradflow.repl.help;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers {@code ?word}: what it is, how it is called, its formula, its defaults, a line to run, where to read more. */
public final class Pages {
    /** Held, since it looks at every word once. */
    private static final Examples EXAMPLES = new Examples(HelpIndex.standard());

    private static final int MOST_NEIGHBOURS = 3;
    private static final String DEFAULTS = "Defaults: ";

    private final HelpIndex index = HelpIndex.standard();
    private final int width;

    /**
     * @param width of a line, in characters
     */
    public Pages(int width) {
        this.width = width;
    }

    /** {@return the page of a word, a type, {@code Type.word} or a concept; if there is none, what may have been meant} */
    public Page of(String asked) {
        if (asked.contains("*")) {
            return matching(asked.strip());
        }
        String name =
                asked.strip().replaceFirst("^\\.", "").replaceFirst("\\(.*", "").strip();
        List<Entry> found = found(name);
        if (found.isEmpty()) {
            List<String> near = index.nearest(name, MOST_NEIGHBOURS);
            String guess =
                    near.isEmpty() ? "/help shows where to begin" : "did you mean " + String.join(", ", near) + "?";
            return new Page("nothing is known of \"" + name + "\"; " + guess, Optional.empty(), false);
        }
        Optional<String> example =
                found.stream().flatMap(entry -> EXAMPLES.of(entry).stream()).findFirst();
        return new Page(text(found, example), example, true);
    }

    /** {@return the page of a type as the compiler writes it, without an example, since there is a value already} */
    public Optional<Page> ofType(String type) {
        return index.type(type.replaceFirst("<.*", "").replaceFirst(".*\\.", ""))
                .map(entry -> new Page(text(List.of(entry), Optional.empty()), Optional.empty(), true));
    }

    /** {@return the words of a pattern in which a star stands for any letters, each with what it is} */
    private Page matching(String pattern) {
        Pattern names = Pattern.compile(
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.CASE_INSENSITIVE);
        Map<String, String> words = new TreeMap<>();
        index.all().stream()
                .filter(entry -> names.matcher(entry.name()).matches())
                .forEach(entry -> words.putIfAbsent(entry.name(), entry.summary()));
        if (words.isEmpty()) {
            return new Page("no word is like " + pattern, Optional.empty(), false);
        }
        int longest = words.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        words.forEach((name, summary) -> {
            String line = name + " ".repeat(longest - name.length()) + "  " + summary;
            lines.add(line.length() <= width ? line : line.substring(0, width - 1) + "…");
        });
        return new Page(String.join("\n", lines), Optional.empty(), true);
    }

    private List<Entry> found(String name) {
        List<Entry> found = named(name);
        int dot = name.lastIndexOf('.');
        if (found.isEmpty() && dot > 0) {
            String owner = name.substring(0, dot).replaceFirst("\\(.*", "");
            return index.named(name.substring(dot + 1)).stream()
                    .filter(entry -> entry.owner().equalsIgnoreCase(owner))
                    .toList();
        }
        // The types that a word is written down in, but nobody has an object of, only repeat it.
        List<Entry> reachable =
                found.stream().filter(entry -> EXAMPLES.of(entry).isPresent()).toList();
        return reachable.isEmpty() ? found : keepCallable(found, reachable);
    }

    /** Constants are asked for as they are written: radius isn't RADIUS. */
    private List<Entry> named(String name) {
        return index.named(name).stream()
                .filter(entry ->
                        entry.kind() != Entry.Kind.CONSTANT || entry.name().equals(name))
                .toList();
    }

    private static List<Entry> keepCallable(List<Entry> found, List<Entry> reachable) {
        Set<String> owners = reachable.stream().map(Entry::owner).collect(Collectors.toSet());
        return found.stream()
                .filter(entry -> entry.kind() != Entry.Kind.WORD || owners.contains(entry.owner()))
                .toList();
    }

    private String text(List<Entry> found, Optional<String> example) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, List<Entry>> one : sameWords(found).entrySet()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            section(one.getValue(), lines);
        }
        Set<String> sources = found.stream()
                .flatMap(entry -> entry.sources().stream())
                .flatMap(source -> Stream.of(source.split("; ")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        sources.forEach(source -> part("source", source, lines));
        example.ifPresent(line -> {
            line.lines().forEach(code -> lines.add("  try       " + code));
            lines.addAll(Fold.words("            (Enter on an empty line runs it)", width, " ".repeat(12)));
        });
        return String.join("\n", lines);
    }

    /** Overloads together, and a word of several networks once. */
    private static Map<String, List<Entry>> sameWords(List<Entry> found) {
        return found.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.kind() + entry.name() + meaning(entry),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static String meaning(Entry entry) {
        return entry.kind() == Entry.Kind.WORD ? entry.origin() : entry.owner();
    }

    private void section(List<Entry> entries, List<String> lines) {
        Entry first = entries.get(0);
        lines.addAll(Fold.words(first.name() + owners(entries), width, ""));
        Set<String> told = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (told.add(entry.signature() + entry.summary())) {
                if (entry.kind() == Entry.Kind.WORD) {
                    lines.addAll(Fold.words("  " + entry.signature() + " → " + entry.returns(), width, "      "));
                }
                lines.addAll(Fold.words("    " + entry.summary() + ".", width, "    "));
                parameters(entry, lines);
            }
        }
        for (String paragraph : first.text().lines().toList()) {
            if (!paragraph.startsWith(DEFAULTS)) {
                lines.addAll(Fold.words("    " + paragraph, width, "    "));
            }
        }
        entries.stream()
                .flatMap(entry -> entry.formulas().stream())
                .distinct()
                .forEach(formula -> part("formula", formula, lines));
        defaults(entries).forEach(text -> part("default", text, lines));
    }

    private void parameters(Entry entry, List<String> lines) {
        for (Parameter parameter : entry.parameters()) {
            if (!parameter.text().isEmpty()) {
                lines.addAll(Fold.words("    " + parameter.name() + ": " + parameter.text(), width, "      "));
            }
        }
        if (!entry.result().isEmpty()) {
            lines.addAll(Fold.words("    gives " + entry.result(), width, "      "));
        }
    }

    /** Who is a subject of the field goes by its word: rnn() and not Rnn. */
    private String owners(List<Entry> entries) {
        Entry first = entries.get(0);
        return switch (first.kind()) {
            case TYPE -> "   a type";
            case CONCEPT -> "";
            case WORD, CONSTANT ->
                first.owner().equals(HelpIndex.FIRST)
                        ? "   begins a line"
                        : entries.stream()
                                .map(Entry::owner)
                                .distinct()
                                .map(this::spoken)
                                .collect(Collectors.joining(", ", "   asked of ", ""));
        };
    }

    private String spoken(String owner) {
        String word = owner.toLowerCase(Locale.ROOT);
        return index.members(HelpIndex.FIRST, word).isEmpty() ? owner : word + "()";
    }

    /** {@return the defaults of the networks that a word is said of; of a word that makes one, its own} */
    private List<String> defaults(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind() == Entry.Kind.TYPE
                        || entry.owner().equals(HelpIndex.FIRST)
                        || (entry.group() != Group.ASK && entry.group() != Group.FORM))
                .map(entry -> entry.owner().equals(HelpIndex.FIRST) ? entry.returns() : entry.owner())
                .distinct()
                .flatMap(type -> index.type(type).stream())
                .flatMap(type -> type.text()
                        .lines()
                        .filter(line -> line.startsWith(DEFAULTS))
                        .map(line -> spoken(type.name()) + " has " + line.substring(DEFAULTS.length())))
                .toList();
    }

    private void part(String title, String text, List<String> lines) {
        lines.addAll(Fold.words("  " + (title + " ".repeat(10)).substring(0, 10) + text, width, " ".repeat(12)));
    }
}
