package gradflow.repl.command;

import gradflow.internal.check.Slips;
import gradflow.report.text.Wrap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what can be chosen, and chooses it. */
record Set() implements Command {
    private static final int SLIPS = 2;
    private static final int LEAST_ROOM = 40;
    private static final int BELOW = 4;

    /** What jshell and IPython have settings for, and what there is here instead. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "feedback", "there is one way of answering; a semicolon at the end keeps an entry quiet",
            "mode", "there is one way of answering; a semicolon at the end keeps an entry quiet",
            "format", "a value knows how it is shown; /set digits, /set bars and /copy change how",
            "truncation", "tables and arrays fit the terminal; /show has the whole",
            "prompt", "the prompt can't be changed, so that transcripts can be pasted and checked",
            "start", "lines in the file that /set names last are run at each start",
            "indent", "lines are indented by themselves");

    @Override
    public String name() {
        return "/set";
    }

    @Override
    public String purpose() {
        return "what can be chosen: /set digits 4";
    }

    @Override
    public String usage() {
        return "/set [what [value]]";
    }

    @Override
    public String more() {
        return """
                Alone it lists all with their values. Lines such as /set digits 4 in the start file, which it names, hold
                for every session.""";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return prompt.settings().stream()
                .filter(setting -> before.isEmpty() || setting.name().equals(before.get(0)))
                .flatMap(setting -> before.isEmpty() ? Stream.of(setting.name()) : setting.values().stream())
                .toList();
    }

    @Override
    public boolean speaksInSentences() {
        return false;
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        String[] parts = argument.split("[\\s=]+", 2);
        if (argument.isEmpty()) {
            return prompt.settings().stream()
                            .map(setting -> line(setting, prompt.width()))
                            .collect(Collectors.joining("\n"))
                    + prompt.startFile()
                            .map(file -> "\nrun at each start: " + file)
                            .orElse("");
        }
        List<Setting> meant = prompt.settings().stream()
                .filter(setting -> setting.name().equals(parts[0]))
                .toList();
        if (meant.isEmpty()) {
            return fitted(prompt, unknown(prompt, parts[0]));
        }
        Setting setting = meant.get(0);
        if (parts.length == 1) {
            return line(setting, prompt.width()) + "\n  one of: " + String.join(", ", setting.values());
        }
        String refused = setting.change().apply(parts[1].strip());
        return refused.isEmpty() ? setting.name() + " " + setting.now().get() : fitted(prompt, "/set: " + refused);
    }

    private static String fitted(Surroundings prompt, String words) {
        return String.join("\n", Wrap.words(words, prompt.width() - 1));
    }

    private static String line(Setting setting, int width) {
        String start =
                String.format("  %-8s %-9s ", setting.name(), setting.now().get());
        int room = width - 1 - start.length();
        // On a narrow terminal the meaning stands below.
        boolean beside = room >= LEAST_ROOM;
        String indent = " ".repeat(beside ? start.length() : BELOW);
        List<String> meaning = Wrap.words(setting.meaning(), beside ? room : width - 1 - BELOW);
        return (beside ? start : start.stripTrailing() + "\n" + indent) + String.join("\n" + indent, meaning);
    }

    private static String unknown(Surroundings prompt, String name) {
        if (ELSEWHERE.containsKey(name)) {
            return "/set " + name + ": " + ELSEWHERE.get(name);
        }
        String near = prompt.settings().stream()
                .map(Setting::name)
                .filter(known -> Slips.between(known, name) <= SLIPS || known.startsWith(name))
                .min(Comparator.comparing(known -> Slips.between(known, name)))
                .map(known -> "did you mean /set " + known + "?")
                .orElse("/set lists what can be chosen");
        return "/set: nothing is called " + name + "; " + near;
    }
}
