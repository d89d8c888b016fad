package gradflow.repl.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * What a snippet declares anew. JShell forgets the old before it has seen whether the new compiles, so that a slip would cost a
 * person what they had; here it is put back.
 */
final class Replaced {
    private static final Set<Kind> DECLARATIONS = Set.of(Kind.VAR, Kind.METHOD, Kind.TYPE_DECL);

    private final Session session;

    /** What the snippet may declare, as it has the name in it; with the object that each variable holds. */
    private final Map<PersistentSnippet, @Nullable Object> before = new LinkedHashMap<>();

    /** Looks at what is there before {@code source} is evaluated. To ask JShell what it declares would be to compile it twice. */
    Replaced(Session session, String source) {
        this.session = session;
        List<PersistentSnippet> likely = session.shell()
                .snippets()
                .filter(PersistentSnippet.class::isInstance)
                .map(PersistentSnippet.class::cast)
                .filter(snippet -> DECLARATIONS.contains(snippet.kind())
                        && source.contains(snippet.name())
                        && session.shell().status(snippet) == Status.VALID)
                .toList();
        likely.forEach(snippet ->
                before.put(snippet, snippet instanceof VarSnippet variable ? session.value(variable) : null));
    }

    /** Declares again what is gone. A variable is given its object, and nothing of what led to that runs. */
    void putBack() {
        before.forEach((snippet, value) -> {
            if (!session.shell().status(snippet).isActive()) {
                String source = snippet instanceof VarSnippet variable
                        ? variable.typeName() + " " + variable.name() + ";"
                        : snippet.source();
                List<SnippetEvent> unused = session.eval(source, snippet.id(), 0, null);
                if (snippet instanceof VarSnippet) {
                    session.give(snippet.name(), value);
                }
            }
        });
    }
}
