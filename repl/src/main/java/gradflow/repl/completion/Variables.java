package gradflow.repl.completion;

import gradflow.repl.engine.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The types of a session's variables, as far as the objects that they hold tell them. */
final class Variables {
    private static final String SNIPPETS = "REPL.";

    private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

    /** Learns from what came of an entry. */
    void learn(Outcome outcome) {
        if (outcome instanceof Outcome.Variable variable) {
            learn(variable);
        } else if (outcome instanceof Outcome.Variables several) {
            several.variables().forEach(this::learn);
        }
    }

    private void learn(Outcome.Variable variable) {
        types.remove(variable.name());
        if (variable.value() != null && !isOwn(variable.value().getClass())) {
            GenericTypes.named(
                            variable.value().getClass(),
                            variable.type().replaceFirst("<[^\\[]*", "").replaceFirst(".*\\.", ""))
                    .ifPresent(type -> types.put(variable.name(), type));
        }
    }

    /** A class that the person declared may be declared anew, and then its variables are of the new one. */
    private static boolean isOwn(Class<?> type) {
        Class<?> component = type.getComponentType();
        return component == null ? type.getName().startsWith(SNIPPETS) : isOwn(component);
    }

    /** {@return the type of a variable, if it is known} */
    Optional<Class<?>> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** Forgets all but these. */
    void keep(Set<String> names) {
        types.keySet().retainAll(names);
    }
}
