package gradflow.repl.command;

import gradflow.internal.check.Slips;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The commands that there are. */
public final class Commands {
    private static final List<Command> ALL = List.of(
            new Help(),
            new Doc(),
            new Tour(),
            new Vars(),
            new Methods(),
            new Types(),
            new Imports(),
            new Listing(),
            new History(),
            new Show(),
            new Compare(),
            new Explain(),
            new Time(),
            new Rerun(),
            new Edit(),
            new Copy(),
            new Export(),
            new Save(),
            new Open(),
            new Paste(),
            new Set(),
            new Drop(),
            new Reset(),
            new Reload(),
            new Env(),
            new Exit());

    private static final Pattern COMMAND = Pattern.compile("\\s*(?:/[a-zA-Z?!]|/-?\\d|\\?)");

    /** What other prompts call them. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "/quit", "/exit", "/bye", "/exit", "/load", "/open", "/run", "/open", "/who", "/vars", "/type", "/help");

    /** As many slips as still leave a guess likely to be right. */
    private static final int SLIPS = 2;

    private Commands() {}

    /** {@return all, in the order of a page of help} */
    public static List<Command> all() {
        return ALL;
    }

    /** {@return whether what was typed is a command, rather than Java or a comment} */
    public static boolean isCommand(String entry) {
        return COMMAND.matcher(entry).lookingAt();
    }

    /** {@return the command of a name, with its slash; as in jshell, as many letters as tell it from others are enough} */
    public static Optional<Command> named(String name) {
        List<Command> meant =
                ALL.stream().filter(command -> command.name().startsWith(name)).toList();
        return ALL.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .or(() -> meant.size() == 1 && name.length() > 1 ? Optional.of(meant.get(0)) : Optional.empty());
    }

    /**
     * {@return what was typed, as a command and what follows it} A question mark asks for help, as {@code /?} does; a number after the slash runs that entry again.
     */
    public static String[] parts(String entry) {
        String typed = entry.strip();
        String plain = typed.startsWith("?") ? "/help " + typed.substring(1) : typed;
        String[] parts = plain.split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1].strip() : "";
        if (Rerun.SLASHED.matcher(parts[0]).matches()) {
            return new String[] {"/!", (parts[0].substring(1) + " " + rest).strip()};
        }
        return new String[] {parts[0].equals("/?") ? "/help" : parts[0], rest};
    }

    /** {@return what to say to a name that no command has} */
    public static String unknown(String name) {
        List<String> beginning = ALL.stream()
                .map(Command::name)
                .filter(known -> known.startsWith(name) && name.length() > 1)
                .toList();
        if (beginning.size() > 1) {
            return name + " can be " + String.join(", ", beginning);
        }
        if (OTHER_NAMES.containsKey(name)) {
            return name + ": no such command; did you mean " + OTHER_NAMES.get(name) + "?";
        }
        String guess = ALL.stream()
                .map(Command::name)
                .filter(known -> Slips.between(known, name) <= SLIPS)
                .min(Comparator.comparing(known -> Slips.between(known, name)))
                .map(known -> "did you mean " + known + "?")
                .orElse("/help lists them");
        return name + ": no such command; " + guess;
    }
}
