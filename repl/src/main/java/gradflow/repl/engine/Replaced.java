package gradflow.repl.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * What a snippet may declare anew, and what hangs on that. JShell forgets the old before it has seen whether the new
 * compiles, so that a slip would cost a person what they had. And of each variable whose declaration mentions what is
 * another thing now, it forgets the value, as if that had not been computed long ago. Here both are put back.
 */
final class Replaced {
    private static final Set<Kind> DECLARATIONS = Set.of(Kind.VAR, Kind.METHOD, Kind.TYPE_DECL);

    private final Session session;

    /** What there is before the snippet, in order; with the object that each variable holds. */
    private final Map<PersistentSnippet, @Nullable Object> before = new LinkedHashMap<>();

    /** Looks at what is there before {@code source} is evaluated. To ask JShell what it declares would be to compile it twice. */
    Replaced(Session session, String source) {
        this.session = session;
        List<PersistentSnippet> all = session.shell()
                .snippets()
                .filter(snippet -> DECLARATIONS.contains(snippet.kind()) && isValid(snippet))
                .map(PersistentSnippet.class::cast)
                .toList();
        // Most snippets declare nothing that is there already, and this is all that they cost.
        if (all.stream().anyMatch(snippet -> source.contains(snippet.name()))) {
            all.forEach(snippet ->
                    before.put(snippet, snippet instanceof VarSnippet variable ? session.value(variable) : null));
        }
    }

    private boolean isValid(Snippet snippet) {
        return session.shell().status(snippet) == Status.VALID;
    }

    /**
     * Puts back what the snippet took without being meant to. A variable is given its object, and nothing of what led to
     * that runs.
     *
     * @param events what came of the snippet
     * @return names of variables that are gone, since the type of what they held has been declared anew
     */
    List<String> putBack(List<SnippetEvent> events) {
        Set<String> declared = declared(events);
        List<SnippetEvent> all = new ArrayList<>(events);
        before.keySet().stream()
                .filter(snippet -> !(snippet instanceof VarSnippet)
                        && !declared.contains(named(snippet))
                        && !session.shell().status(snippet).isActive())
                .forEach(snippet -> all.addAll(session.eval(snippet.source(), snippet.id(), 0, null)));

        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        before.forEach((snippet, value) -> {
            if (snippet instanceof VarSnippet && !declared.contains(named(snippet))) {
                values.put(snippet.name(), value);
            }
        });
        List<VarSnippet> broken = variables().stream()
                .filter(snippet -> values.containsKey(snippet.name()) && !isValid(snippet))
                .toList();
        Set<String> gone = new LinkedHashSet<>();
        all.addAll(declareAgain(broken, gone));
        for (String name : touched(all)) {
            if (values.containsKey(name) && !session.give(name, values.get(name))) {
                gone.add(name);
            }
        }
        gone.forEach(session::dropVariable);
        return List.copyOf(gone);
    }

    private List<VarSnippet> variables() {
        return before.keySet().stream()
                .filter(VarSnippet.class::isInstance)
                .map(VarSnippet.class::cast)
                .toList();
    }

    /** {@return what the snippet was to declare, and did} */
    private static Set<String> declared(List<SnippetEvent> events) {
        return events.stream()
                .filter(event -> event.causeSnippet() == null && event.status().isActive())
                .map(SnippetEvent::snippet)
                .filter(PersistentSnippet.class::isInstance)
                .map(snippet -> named((PersistentSnippet) snippet))
                .collect(Collectors.toSet());
    }

    /** A type, a method and a variable may have one name. */
    private static String named(PersistentSnippet snippet) {
        return snippet.kind() + " " + snippet.name();
    }

    /** {@return the variables that hold nothing, or no longer what they did} */
    private static Set<String> touched(List<SnippetEvent> events) {
        return events.stream()
                .map(SnippetEvent::snippet)
                .filter(VarSnippet.class::isInstance)
                .map(snippet -> ((VarSnippet) snippet).name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of a type together, which takes the compiler no longer than one. */
    private List<SnippetEvent> declareAgain(List<VarSnippet> variables, Set<String> gone) {
        List<SnippetEvent> events = new ArrayList<>();
        variables.stream()
                .collect(Collectors.groupingBy(VarSnippet::typeName, LinkedHashMap::new, Collectors.toList()))
                .forEach((type, ofType) -> {
                    List<String> names = ofType.stream().map(VarSnippet::name).toList();
                    List<SnippetEvent> declaring = session.eval(
                            type + " " + String.join(", ", names) + ";",
                            ofType.get(0).id(),
                            0,
                            null);
                    if (declared(declaring)
                            .containsAll(ofType.stream().map(Replaced::named).toList())) {
                        events.addAll(declaring);
                    } else {
                        gone.addAll(names);
                    }
                });
        return events;
    }
}
