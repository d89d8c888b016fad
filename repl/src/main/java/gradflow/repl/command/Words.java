package gradflow.repl.command;

import java.util.Arrays;
import java.util.List;

/** What follows a command, as words. */
final class Words {
    private Words() {}

    static List<String> of(String argument) {
        return Arrays.stream(argument.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
