package gradflow.repl.terminal;

import gradflow.repl.engine.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A language in which every entry is complete, and nothing is known; a test adds what it is about. */
class NoLanguage implements Language {
    @Override
    public boolean isIncomplete(String entry) {
        return false;
    }

    @Override
    public List<Completion> completions(String entry, int cursor) {
        return List.of();
    }

    @Override
    public Set<String> members(String owner) {
        return Set.of();
    }

    @Override
    public Scope scope() {
        throw new IllegalStateException("unknown");
    }

    @Override
    public Optional<String> hint(String before) {
        return Optional.empty();
    }
}
