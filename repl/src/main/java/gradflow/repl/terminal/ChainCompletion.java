package gradflow.repl.terminal;

import gradflow.Gradflow;
import gradflow.repl.typing.LastExpression;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completion without the compiler, of first words and of what can follow on a chain whose type is known. */
final class ChainCompletion {
    private final ChainTypes types;

    ChainCompletion(ChainTypes types) {
        this.types = types;
    }

    /** {@return the words of the field that an entry can begin with} */
    List<Completion> firstWords(String beginning) {
        return words(Gradflow.class, beginning);
    }

    /** {@return what can stand at the end of a text that asks something of a chain; nothing if its type isn't known} */
    Optional<List<Completion>> asked(String before) {
        String beginning = Word.before(before, before.length()).word();
        String rest = before.substring(0, before.length() - beginning.length()).stripTrailing();
        return owner(rest).map(type -> words(type, beginning));
    }

    /** {@return the words that can follow on a text that ends in a dot; nothing if that isn't known} */
    Optional<Set<String>> members(String before) {
        return owner(before)
                .map(type ->
                        ChainTypes.methods(type).stream().map(Method::getName).collect(Collectors.toSet()));
    }

    private Optional<Class<?>> owner(String before) {
        // What a parameter of a lambda is, reflection can't know, and it may be called like a variable.
        return before.endsWith(".") && !before.contains("->")
                ? types.of(LastExpression.of(before.substring(0, before.length() - 1)))
                : Optional.empty();
    }

    private static List<Completion> words(Class<?> type, String beginning) {
        Map<String, Boolean> takesNothing = new TreeMap<>(Comparator.naturalOrder());
        for (Method method : ChainTypes.methods(type)) {
            boolean ofEveryObject = beginning.isEmpty() && isOfEveryObject(method);
            if (method.getName().startsWith(beginning) && !ofEveryObject) {
                takesNothing.merge(method.getName(), method.getParameterCount() == 0, Boolean::logicalAnd);
            }
        }
        Stream<String> fields = type.equals(Gradflow.class)
                ? Stream.empty()
                : Stream.of(type.getFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .map(Field::getName)
                        .filter(name -> name.startsWith(beginning));
        Stream<String> methods =
                takesNothing.entrySet().stream().map(word -> word.getKey() + (word.getValue() ? "()" : "("));
        return Stream.concat(fields, methods)
                .map(typed -> Knowledge.completion(type.getSimpleName(), typed, typed))
                .toList();
    }

    private static boolean isOfEveryObject(Method method) {
        try {
            Method unused = Object.class.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
