package gradflow.repl.completion;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a class has that everybody can see. */
final class Members {
    private Members() {}

    /** {@return the methods of a type that are static, or those that aren't} */
    static List<Method> methods(Class<?> type, boolean areStatic) {
        return Stream.concat(Stream.of(type.getMethods()), ofEveryObject(type))
                .filter(method -> Modifier.isStatic(method.getModifiers()) == areStatic)
                .flatMap(method -> asWritten(method).stream())
                .distinct()
                .toList();
    }

    /** An interface has them too. */
    private static Stream<Method> ofEveryObject(Class<?> type) {
        return type.isInterface() ? Stream.of(Object.class.getMethods()) : Stream.empty();
    }

    /** javac repeats methods of a class that isn't public in public ones that extend it, without their generic types. */
    private static Optional<Method> asWritten(Method method) {
        if (!method.isSynthetic()) {
            return Optional.of(method);
        }
        for (Class<?> type = method.getDeclaringClass(); type != null; type = type.getSuperclass()) {
            for (Method one : type.getDeclaredMethods()) {
                if (!one.isSynthetic()
                        && one.getName().equals(method.getName())
                        && List.of(one.getParameterTypes()).equals(List.of(method.getParameterTypes()))) {
                    return Optional.of(one);
                }
            }
        }
        return Optional.empty();
    }

    /** {@return what can be asked of a value, without what every object has unless its first letter is there} */
    static List<String> ofValue(Class<?> type, String beginning) {
        List<String> words = new ArrayList<>(fields(type, beginning, false));
        if (type.isArray()) {
            Stream.of("length", "clone()")
                    .filter(word -> word.startsWith(beginning))
                    .forEach(words::add);
        }
        words.addAll(calls(methods(type, false).stream()
                .filter(method ->
                        method.getName().startsWith(beginning) && !(beginning.isEmpty() && isOfEveryObject(method)))));
        return words;
    }

    /** {@return what can be asked of a type: static methods, constants, the types in it} */
    static List<String> ofType(Class<?> type, String beginning) {
        List<String> words = new ArrayList<>(fields(type, beginning, true));
        nested(type, beginning).map(Class::getSimpleName).forEach(words::add);
        words.addAll(staticCalls(type, beginning));
        if ("class".startsWith(beginning)) {
            words.add("class");
        }
        return words;
    }

    /** {@return the static methods of a type} */
    static List<String> staticCalls(Class<?> type, String beginning) {
        return calls(
                methods(type, true).stream().filter(method -> method.getName().startsWith(beginning)));
    }

    /** {@return how a new one is made, where that is possible} */
    static Optional<String> constructor(Class<?> type) {
        Constructor<?>[] all = type.getConstructors();
        if (all.length == 0) {
            return Optional.empty();
        }
        boolean takesNothing = all.length == 1 && all[0].getParameterCount() == 0;
        return Optional.of(type.getSimpleName() + (takesNothing ? "()" : "("));
    }

    /** {@return the types in a type, and in those that it extends, by their simple names} */
    static Map<String, Class<?>> nested(Class<?> type) {
        Map<String, Class<?>> nested = new LinkedHashMap<>();
        Stream.of(type.getClasses()).forEach(one -> nested.putIfAbsent(one.getSimpleName(), one));
        Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()))
                .forEach(parent -> nested(parent).forEach(nested::putIfAbsent));
        return nested;
    }

    /** {@return those of them whose names begin so} */
    static Stream<Class<?>> nested(Class<?> type, String beginning) {
        return nested(type).values().stream().filter(one -> one.getSimpleName().startsWith(beginning));
    }

    private static Set<String> fields(Class<?> type, String beginning, boolean areStatic) {
        Set<String> names = new TreeSet<>();
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) == areStatic
                    && field.getName().startsWith(beginning)) {
                names.add(field.getName());
            }
        }
        return names;
    }

    /** {@return the field of that name} */
    static Optional<Field> field(Class<?> type, String name, boolean isStatic) {
        return Stream.of(type.getFields())
                .filter(field -> field.getName().equals(name) && Modifier.isStatic(field.getModifiers()) == isStatic)
                .findFirst();
    }

    private static List<String> calls(Stream<Method> methods) {
        Map<String, Boolean> takesNothing = new TreeMap<>();
        methods.forEach(
                method -> takesNothing.merge(method.getName(), method.getParameterCount() == 0, Boolean::logicalAnd));
        return takesNothing.entrySet().stream()
                .map(word -> word.getKey() + (word.getValue() ? "()" : "("))
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
