package gradflow.repl.command;

import gradflow.repl.session.Entry;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entries as they are named after a command: {@code 3}, {@code 3-5}, {@code $3}, {@code net}, {@code -all}; several, or none. */
final class Selection {
    private static final Pattern NUMBERS = Pattern.compile("[$_]?(\\d{1,9})(?:-(\\d{1,9}))?");
    private static final String ALL = "-all";

    private Selection() {}

    /** {@return whether a word can only be meant as an entry} */
    static boolean isNumber(String word) {
        return NUMBERS.matcher(word).matches();
    }

    /**
     * {@return those that are named, or that count if none is named, in order}
     *
     * @param entries all that there are
     * @param names of entries, or of what they declare
     */
    static List<Entry> of(List<Entry> entries, List<String> names) {
        if (names.isEmpty()) {
            return entries.stream().filter(Entry::counts).toList();
        }
        return entries.stream()
                .filter(entry ->
                        names.stream().anyMatch(name -> isNamed(entry, name) && !isReplaced(entry, name, entries)))
                .toList();
    }

    /** {@return whether a later entry declares what has that name anew} Methods that take something else stand beside it. */
    private static boolean isReplaced(Entry entry, String name, List<Entry> entries) {
        return entry.names().contains(name)
                && entries.stream()
                        .anyMatch(later -> later.number() > entry.number()
                                && later.counts()
                                && later.names().contains(name)
                                && parameters(later, name).equals(parameters(entry, name)));
    }

    /** {@return the types that a method of this name takes, as they were written; empty if no method was declared} */
    private static String parameters(Entry entry, String name) {
        Matcher header = Pattern.compile("\\b" + Pattern.quote(name) + "\\s*\\(([^)]*)\\)\\s*(?:throws[^{]*)?\\{")
                .matcher(entry.java());
        return header.find() ? "(" + header.group(1).replaceAll("\\s+\\w+\\s*(,|$)", "$1") : "";
    }

    private static boolean isNamed(Entry entry, String name) {
        Matcher numbers = NUMBERS.matcher(name);
        if (numbers.matches()) {
            int first = Integer.parseInt(numbers.group(1));
            int last = numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2));
            return first <= entry.number() && entry.number() <= last;
        }
        return name.equals(ALL) || (entry.names().contains(name) && entry.counts());
    }
}
