package gradflow.repl.terminal;

import gradflow.repl.command.Command;
import gradflow.repl.command.Commands;
import gradflow.repl.command.Surroundings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can stand at the cursor in a command: its name, then words that it knows, names of variables, files. */
final class CommandWords {
    private CommandWords() {}

    private static String typed(Command command) {
        return command.usage().equals(command.name()) ? command.name() : command.name() + " ";
    }

    /** {@return the expression that is being typed behind a command that takes one} */
    static Optional<String> expression(String before) {
        String[] parts = before.stripLeading().split("\\s+", 2);
        boolean takes = parts.length > 1
                && Commands.named(parts[0]).filter(Command::takesExpression).isPresent();
        return takes ? Optional.of(parts[1]) : Optional.empty();
    }

    /** {@return ways to go on with a command that has been typed up to the cursor} */
    static List<Completion> completions(String before, Optional<Surroundings> prompt) {
        String typed = before.stripLeading().replaceFirst("^\\?\\s*", "/help ");
        String word = typed.substring(typed.lastIndexOf(' ') + 1);
        if (typed.length() == word.length()) {
            return Commands.all().stream()
                    .map(command -> new Completion(typed(command), command.name(), "", command.purpose()))
                    .toList();
        }
        List<String> words = Arrays.asList(typed.strip().split("\\s+"));
        List<String> earlier = words.subList(1, word.isEmpty() ? words.size() : words.size() - 1);
        List<Completion> found = new ArrayList<>();
        Optional<Command> command = Commands.named(Commands.parts(words.get(0))[0]);
        if (prompt.isPresent() && command.isPresent()) {
            // Of a word such as -all the editor replaces the letters only.
            int kept = word.length() - Word.before(before, before.length()).wordCursor();
            command.get().arguments(prompt.get(), earlier).stream()
                    .filter(argument -> argument.startsWith(word))
                    .forEach(argument -> found.add(new Completion(argument.substring(kept), argument, "", "")));
        }
        FileNames.path(before).ifPresent(path -> found.addAll(FileNames.beginning(path)));
        return found;
    }
}
