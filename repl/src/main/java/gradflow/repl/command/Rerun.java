package gradflow.repl.command;

import gradflow.repl.session.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs an earlier entry once more, as in jshell. */
record Rerun() implements Command {
    /** What can stand after the slash. */
    static final Pattern SLASHED = Pattern.compile("/(?:!|-\\d{1,9}|\\d{1,9}(?:-\\d{1,9})?)");

    @Override
    public String name() {
        return "/!";
    }

    @Override
    public String purpose() {
        return "run the last entry again; also /-2, /3, /3-5";
    }

    @Override
    public String usage() {
        return "/!   /-2   /3   /3-5   /3 7";
    }

    @Override
    public String more() {
        return "/-2 is the last but one; /list has the numbers. What was _ then is the same value now.";
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        List<Entry> all = prompt.entries().stream()
                .filter(entry -> entry.state() != Entry.State.CONTINUED)
                .toList();
        List<Entry> chosen = new ArrayList<>();
        for (String word : Words.of(argument.isEmpty() ? "!" : argument)) {
            List<Entry> meant = meant(prompt, all, word.replaceFirst("^/", ""));
            if (meant.isEmpty()) {
                return "/" + word.replaceFirst("^/", "") + ": there is no such entry; /list shows those that there are";
            }
            chosen.addAll(meant);
        }
        for (Entry entry : chosen) {
            prompt.aside(entry.typed());
            if (!prompt.answer(entry.java())) {
                break;
            }
        }
        return "";
    }

    private static List<Entry> meant(Surroundings prompt, List<Entry> all, String word) {
        if (Selection.isNumber(word)) {
            return Selection.of(prompt.entries(), List.of(word));
        }
        int back = word.equals("!") ? 1 : word.matches("-\\d{1,9}") ? Integer.parseInt(word.substring(1)) : 0;
        Optional<Entry> found =
                back < 1 || back > all.size() ? Optional.empty() : Optional.of(all.get(all.size() - back));
        return found.stream().toList();
    }
}
