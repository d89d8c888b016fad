package gradflow.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows what was typed, commands too. */
record History() implements Command {
    private static final String ALL = "-all";

    @Override
    public String name() {
        return "/history";
    }

    @Override
    public String purpose() {
        return "all that was typed, commands too";
    }

    @Override
    public String usage() {
        return "/history [-all] [words]";
    }

    @Override
    public String more() {
        return "With words only what contains them; -all has earlier sessions too. Ctrl-R searches while you type.";
    }

    @Override
    public boolean speaksInSentences() {
        return false;
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return List.of(ALL);
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        boolean all = argument.equals(ALL) || argument.startsWith(ALL + " ");
        String words =
                (all ? argument.substring(ALL.length()) : argument).strip().toLowerCase(Locale.ROOT);
        List<String> typed = new ArrayList<>(all ? prompt.earlier() : List.of());
        typed.addAll(prompt.history());
        List<String> found = typed.stream()
                .filter(entry -> entry.toLowerCase(Locale.ROOT).contains(words))
                .toList();
        if (found.isEmpty()) {
            return "/history: nothing typed contains " + words + (all ? "" : "; -all looks at earlier sessions too");
        }
        if (all) {
            prompt.page(String.join("\n", found));
            return "";
        }
        return String.join("\n", found);
    }
}
