package gradflow.repl.command;

import gradflow.internal.check.Slips;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The commands that there are. */
public final class Commands {
    private static final List<Command> ALL = List.of(
            new Help(),
            new Vars(),
            new Methods(),
            new Types(),
            new Imports(),
            new Listing(),
            new Save(),
            new Open(),
            new Drop(),
            new Time(),
            new Explain(),
            new Reset(),
            new Exit());

    private static final Pattern COMMAND = Pattern.compile("\\s*(?:/[a-zA-Z?]|\\?)");

    private static final Set<String> ASKING = Set.of("/?", "/doc");

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
     * {@return what was typed, as a command and what follows it} A question mark asks for help, and so does {@code /doc} and
     * {@code /?}.
     */
    public static String[] parts(String entry) {
        String typed = entry.strip();
        String plain = typed.startsWith("?") ? "/help " + typed.substring(1) : typed;
        String[] parts = plain.split("\\s+", 2);
        String name = ASKING.contains(parts[0]) ? "/help" : parts[0];
        return new String[] {name, parts.length > 1 ? parts[1].strip() : ""};
    }

    /** {@return what to say to a name that no command has} */
    public static String unknown(String name) {
        String guess = ALL.stream()
                .map(Command::name)
                .filter(known -> Slips.between(known, name) <= SLIPS || known.startsWith(name))
                .min(Comparator.comparing(known -> Slips.between(known, name)))
                .map(known -> "did you mean " + known + "?")
                .orElse("/help lists them");
        return name + ": no such command; " + guess;
    }
}
