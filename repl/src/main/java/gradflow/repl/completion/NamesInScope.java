package gradflow.repl.completion;

import gradflow.repl.completion.Owner.TypeName;
import gradflow.repl.engine.SessionNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a name without an owner can mean: what the session has declared, what it imports, and what Java itself has. */
final class NamesInScope {
    private static final Set<String> PRIMITIVE =
            Set.of("boolean", "byte", "char", "double", "float", "int", "long", "short", "void");

    private final Library library;
    private final Contents contents;
    private final SessionNames session;
    private final Imports imports;

    NamesInScope(Library library, SessionNames session) {
        this.library = library;
        contents = new Contents(library);
        this.session = session;
        imports = Imports.of(session.imports());
    }

    /** {@return whether every class that a name could mean is known} */
    boolean isComplete() {
        return session.onlyOurs()
                && imports.areUnderstood()
                && library.isComplete()
                && imports.packages().stream().allMatch(library::hasPackage);
    }

    /** {@return whether the session has declared that name} */
    boolean isDeclared(String name) {
        return session.variables().contains(name)
                || session.methods().containsKey(name)
                || session.types().contains(name);
    }

    /** {@return whether the session has declared a type whose name begins so} */
    boolean hasOwnType(String beginning) {
        return session.types().stream().anyMatch(type -> type.startsWith(beginning));
    }

    /** {@return the library's type of that simple name, if it can be but one} */
    Optional<Class<?>> type(String name) {
        if (session.types().contains(name) || session.variables().contains(name) || !imports.areUnderstood()) {
            return Optional.empty();
        }
        List<Class<?>> single = imports.types().stream()
                .filter(type -> type.endsWith("." + name))
                .flatMap(type -> named(type).stream())
                .distinct()
                .toList();
        List<Class<?>> all = single.isEmpty()
                ? imports.packages().stream()
                        .flatMap(one -> library.type(one, name).stream())
                        .distinct()
                        .toList()
                : single;
        return all.size() == 1 && session.onlyOurs() ? Optional.of(all.get(0)) : Optional.empty();
    }

    private Optional<Class<?>> named(String name) {
        return library.named(name).filter(TypeName.class::isInstance).map(owner -> ((TypeName) owner).type());
    }

    private Stream<Class<?>> imported(String beginning) {
        return Stream.concat(
                        imports.packages().stream().flatMap(one -> library.types(one, beginning).stream()),
                        imports.types().stream()
                                .filter(name -> name.substring(name.lastIndexOf('.') + 1)
                                        .startsWith(beginning))
                                .flatMap(name -> named(name).stream()))
                .distinct();
    }

    /** {@return names of types, the session's own too, that begin so} */
    Set<String> types(String beginning) {
        Set<String> names = new TreeSet<>(beginning(session.types(), beginning));
        imported(beginning).map(Class::getSimpleName).forEach(names::add);
        return names;
    }

    /** {@return how values of types are made whose names begin so, but for the session's own; and packages} */
    Set<String> made(String beginning) {
        Set<String> names = new TreeSet<>(contents.packages("", beginning));
        imported(beginning).flatMap(type -> Members.constructor(type).stream()).forEach(names::add);
        return names;
    }

    /** {@return all names that begin so; before the first letter, those but types} */
    Set<String> all(String beginning) {
        Set<String> names = new TreeSet<>(beginning(session.variables(), beginning));
        names.addAll(beginning(PRIMITIVE, beginning));
        session.methods().forEach((name, takesNothing) -> {
            if (name.startsWith(beginning)) {
                names.add(name + (takesNothing ? "()" : "("));
            }
        });
        statics(beginning).forEach((name, text) -> {
            if (!session.methods().containsKey(name)) {
                names.add(text);
            }
        });
        names.addAll(contents.packages("", beginning));
        if (beginning.isEmpty()) {
            names.removeIf(name -> Character.isUpperCase(name.codePointAt(0)));
        } else {
            names.addAll(types(beginning));
        }
        return names;
    }

    private static List<String> beginning(Collection<String> names, String beginning) {
        return names.stream().filter(name -> name.startsWith(beginning)).toList();
    }

    /** {@return what is imported from types and begins so, as it would be typed, by name} */
    private Map<String, String> statics(String beginning) {
        Map<String, String> statics = new HashMap<>();
        imports.owners().forEach(owner -> add(statics, owner, beginning, name -> !name.equals("class")));
        for (String member : imports.members()) {
            int dot = member.lastIndexOf('.');
            String simple = member.substring(dot + 1);
            if (simple.startsWith(beginning)) {
                add(statics, member.substring(0, dot), simple, simple::equals);
            }
        }
        return statics;
    }

    private void add(Map<String, String> statics, String owner, String beginning, Predicate<String> which) {
        named(owner)
                .ifPresent(type -> Members.ofType(type, beginning).stream()
                        .filter(text -> which.test(Offer.withoutBrackets(text)))
                        .forEach(text -> statics.merge(Offer.withoutBrackets(text), text, NamesInScope::ofBoth)));
    }

    /** Two types may have methods of one name. */
    private static String ofBoth(String one, String other) {
        return one.endsWith("(") ? one : other;
    }
}
