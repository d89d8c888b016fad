package gradflow.repl.command;

import gradflow.internal.check.Slips;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The commands that there are. */
public final class Commands {
    private static final List<Command> ALL =
            List.of(new Help(), new Vars(), new Listing(), new Imports(), new Reset(), new Exit());

    private static final Pattern COMMAND = Pattern.compile("\\s*/[a-zA-Z?]");

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

    /** {@return the command of a name, with its slash} */
    public static Optional<Command> named(String name) {
        return ALL.stream().filter(command -> command.name().equals(name)).findFirst();
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
