package gradflow.repl.terminal;

import gradflow.repl.engine.Scope;
import gradflow.repl.typing.DslWords;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** What the language knows of the entry that is being typed, as far as it has been found out. */
final class Insight {
    private final Background<Set<String>> members;
    private final Background<Scope> scope;
    private final Background<Set<String>> words;
    private final Background<Optional<String>> hints;

    /** @param onNews called when more has been found out */
    Insight(Language language, Executor executor, Runnable onNews) {
        members = new Background<>(language::members, executor, onNews);
        scope = new Background<>(nothing -> language.scope(), executor, onNews);
        words = new Background<>(nothing -> DslWords.all(), executor, onNews);
        hints = new Background<>(language::hint, executor, onNews);
    }

    /** {@return whether a word without an owner means something; nothing while that isn't known} */
    Optional<Boolean> isKnown(String word) {
        return scope.to("").map(names -> names.has(word));
    }

    /** {@return whether a name is a word of the field} */
    boolean isWord(String name) {
        return words.to("").filter(all -> all.contains(name)).isPresent();
    }

    /** {@return the words that can follow on a text that ends in a dot; nothing while they aren't known} */
    Optional<Set<String>> members(String owner) {
        return members.to(owner);
    }

    /** {@return what to say under a text that ends inside the brackets of a call; empty if nothing, or not yet} */
    Optional<String> hint(String before) {
        return hints.to(before).flatMap(hint -> hint);
    }

    /** Begins anew: the last entry may have declared what changes every answer. */
    void forget() {
        members.forget();
        scope.forget();
        hints.forget();
    }
}
