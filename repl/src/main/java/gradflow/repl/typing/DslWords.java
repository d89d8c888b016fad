package gradflow.repl.typing;

import gradflow.Gradflow;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The words of the dsl: what can be said first, and of whatever comes of it. */
public final class DslWords {
    private static final Set<String> OF_JAVA =
            Set.of("toString", "equals", "hashCode", "values", "valueOf", "compareTo", "iterator", "name", "ordinal");

    private final Set<Class<?>> seen = new HashSet<>();
    private final Deque<Class<?>> waiting = new ArrayDeque<>();
    private final Set<String> words = new HashSet<>();

    private DslWords() {}

    /** {@return all of them; takes some ten milliseconds} */
    public static Set<String> all() {
        DslWords dsl = new DslWords();
        for (var constant : Gradflow.class.getFields()) {
            dsl.words.add(constant.getName());
        }
        dsl.meet(Gradflow.class);
        while (!dsl.waiting.isEmpty()) {
            dsl.read(dsl.waiting.pop());
        }
        return dsl.words;
    }

    private void meet(Class<?> type) {
        String name = type.getName();
        if (name.startsWith("gradflow.") && !name.contains(".internal.") && seen.add(type)) {
            waiting.push(type);
        }
    }

    private void read(Class<?> type) {
        for (Method method : type.getMethods()) {
            boolean own = method.getDeclaringClass().getName().startsWith("gradflow.");
            boolean asked = type == Gradflow.class || !Modifier.isStatic(method.getModifiers());
            if (own && asked && !OF_JAVA.contains(method.getName())) {
                words.add(method.getName());
                meet(method.getReturnType());
            }
        }
    }
}
