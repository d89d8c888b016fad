package gradflow.repl.terminal;

import gradflow.repl.engine.Scope;
import gradflow.report.text.Signs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A language whose explanations are in ASCII. What would be typed stays as it is. */
record SpeltLanguage(Language language) implements Language {

    @Override
    public boolean isIncomplete(String entry) {
        return language.isIncomplete(entry);
    }

    @Override
    public List<Completion> completions(String entry, int cursor) {
        return language.completions(entry, cursor).stream()
                .map(one -> new Completion(
                        one.text(), Signs.ascii(one.shown()), Signs.ascii(one.group()), Signs.ascii(one.meaning())))
                .toList();
    }

    @Override
    public Set<String> members(String owner) {
        return language.members(owner);
    }

    @Override
    public Scope scope() {
        return language.scope();
    }

    @Override
    public Optional<String> hint(String before) {
        return language.hint(before).map(Signs::ascii);
    }

    @Override
    public String type(String expression) {
        return language.type(expression);
    }

    @Override
    public List<String> importable(String before) {
        return language.importable(before);
    }
}
