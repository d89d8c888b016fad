package gradflow.repl.command;

import gradflow.repl.engine.Piece;
import gradflow.repl.session.Entry;
import gradflow.repl.session.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens entries in the person's own editor, and runs what was changed. */
record Edit() implements Command {

    @Override
    public String name() {
        return "/edit";
    }

    @Override
    public String purpose() {
        return "in your editor: /edit net";
    }

    @Override
    public String usage() {
        return "/edit [number|from-to|name|-all]";
    }

    @Override
    public String more() {
        return """
                Without a name all entries that count. The editor is that of /set editor, or of the variables
                GRADFLOW_EDITOR, VISUAL and EDITOR. What is new or changed when it ends is run.""";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return Names.declared(prompt);
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        List<String> names = Words.of(argument);
        List<Entry> entries = Selection.of(prompt.entries(), names);
        if (entries.isEmpty() && !names.isEmpty()) {
            return "/edit: no entry is called " + argument;
        }
        List<String> before = entries.stream().map(Entry::typed).toList();
        Optional<String> edited =
                prompt.edit(before.stream().map(text -> text + "\n").collect(Collectors.joining()));
        if (edited.isEmpty()) {
            return "";
        }
        String text = edited.get();
        List<String> changed = prompt.engine().split(Values.parseable(text)).stream()
                .map(piece -> source(piece, text))
                .filter(source -> !before.contains(source))
                .toList();
        for (String source : changed) {
            prompt.aside(source);
            if (!prompt.answer(source)) {
                return "";
            }
        }
        return changed.isEmpty() ? "nothing was changed" : "";
    }

    private static String source(Piece piece, String text) {
        return text.substring(piece.offset(), piece.offset() + piece.source().length())
                .stripTrailing();
    }
}
