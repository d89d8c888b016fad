package gradflow.repl.completion;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the type parameters of a class stand for in those that extend it: {@code S} of a network is {@code Rnn} in Rnn. */
final class GenericTypes {
    private GenericTypes() {}

    /** {@return the class of a type as it is seen from {@code owner}; nothing if that depends on the call, or on nothing} */
    static Optional<Class<?>> resolved(Type type, Class<?> owner) {
        if (type instanceof Class<?> one) {
            return one.isPrimitive() ? Optional.empty() : Optional.of(one);
        }
        if (type instanceof ParameterizedType generic) {
            return resolved(generic.getRawType(), owner);
        }
        return type instanceof TypeVariable<?> variable
                        && !variable.getGenericDeclaration().equals(owner)
                ? argument(variable, owner).flatMap(given -> resolved(given, owner))
                : Optional.empty();
    }

    /** {@return what {@code owner}, or a class that it extends, gives for a type parameter} */
    private static Optional<Type> argument(TypeVariable<?> variable, Class<?> owner) {
        return supertypes(owner)
                .flatMap(type -> {
                    Class<?> raw = type instanceof ParameterizedType generic
                            ? (Class<?>) generic.getRawType()
                            : (Class<?>) type;
                    Optional<Type> given = variable.getGenericDeclaration().equals(raw)
                            ? Optional.of(variable)
                            : argument(variable, raw);
                    return given.map(inner -> substituted(inner, type)).stream();
                })
                .findFirst();
    }

    /** {@return a type with what {@code parent} says in its angle brackets, if it is one of the parameters there} */
    private static Type substituted(Type inner, Type parent) {
        if (inner instanceof TypeVariable<?> variable && parent instanceof ParameterizedType generic) {
            int index = List.of(((Class<?>) generic.getRawType()).getTypeParameters())
                    .indexOf(variable);
            return index < 0 ? inner : generic.getActualTypeArguments()[index];
        }
        return inner;
    }

    private static Stream<Type> supertypes(Class<?> type) {
        return Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()));
    }

    /** {@return the type of that simple name which a class is or extends, if everybody can see it} */
    static Optional<Class<?>> named(Class<?> type, String simpleName) {
        if (type.getSimpleName().equals(simpleName)) {
            return Modifier.isPublic(type.getModifiers()) ? Optional.of(type) : Optional.empty();
        }
        return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .flatMap(parent -> named(parent, simpleName).stream())
                .findFirst();
    }
}
