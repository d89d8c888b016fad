package gradflow.repl.terminal;

import gradflow.repl.command.Command;
import gradflow.repl.command.Commands;
import gradflow.repl.engine.Completeness;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Scope;
import gradflow.repl.engine.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Java as the engine knows it, with the commands, and with chains that go on from the entry before. */
final class JavaLanguage implements Language {
    private final Supplier<Engine> engine;
    private final Chain chain;

    JavaLanguage(Supplier<Engine> engine, Chain chain) {
        this.engine = engine;
        this.chain = chain;
    }

    @Override
    public boolean isIncomplete(String entry) {
        if (entry.isBlank() || Commands.isCommand(entry)) {
            return false;
        }
        Completeness completeness = engine.get().completeness(chain.whole(entry));
        // A second Enter, on an empty line, ends what only might go on.
        return completeness == Completeness.INCOMPLETE
                || (completeness == Completeness.EXPECTS_MORE && !entry.endsWith("\n"));
    }

    @Override
    public List<String> completions(String entry, int cursor) {
        if (Commands.isCommand(entry)) {
            return Commands.all().stream().map(Command::name).toList();
        }
        String whole = chain.whole(entry);
        int at = cursor + whole.length() - entry.length();
        int from = at - Word.before(entry, cursor).wordCursor();
        return engine.get().suggestions(whole, at).stream()
                .map(suggestion -> inPlaceOf(from, suggestion, whole, at))
                .distinct()
                .toList();
    }

    @Override
    public Set<String> members(String owner) {
        String whole = chain.whole(owner);
        return engine.get().suggestions(whole, whole.length()).stream()
                .map(suggestion -> suggestion.text().replaceFirst("\\(.*", ""))
                .collect(Collectors.toSet());
    }

    @Override
    public Scope scope() {
        return engine.get().scope();
    }

    @Override
    public Optional<String> hint(String before) {
        return Optional.empty();
    }

    /** A suggestion may replace more, or less, than the name that the editor replaces. */
    private static String inPlaceOf(int from, Suggestion suggestion, String whole, int cursor) {
        int anchor = suggestion.anchor();
        if (anchor >= from) {
            return whole.substring(from, anchor) + suggestion.text();
        }
        String kept = whole.substring(anchor, Math.min(from, cursor));
        return suggestion.text().startsWith(kept) ? suggestion.text().substring(kept.length()) : suggestion.text();
    }
}
