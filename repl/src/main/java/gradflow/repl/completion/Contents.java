package gradflow.repl.completion;

import gradflow.repl.completion.Owner.PackageName;
import gradflow.repl.completion.Owner.TypeName;
import gradflow.repl.completion.Owner.Value;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is in packages, types and values: the words that can stand after a dot, as they would be typed. */
final class Contents {
    private final Library library;

    Contents(Library library) {
        this.library = library;
    }

    /** {@return what can be asked of something} */
    List<String> asked(Owner owner, String beginning) {
        if (owner instanceof Value value) {
            return Members.ofValue(value.type(), beginning);
        }
        return owner instanceof TypeName name
                ? Members.ofType(name.type(), beginning)
                : inPackage((PackageName) owner, beginning, type -> Stream.of(type.getSimpleName()));
    }

    /** {@return what can follow after {@code new}} */
    List<String> made(Owner owner, String beginning) {
        if (owner instanceof TypeName name) {
            return Members.nested(name.type(), beginning)
                    .filter(type -> Modifier.isStatic(type.getModifiers()))
                    .flatMap(type -> Members.constructor(type).stream())
                    .toList();
        }
        return owner instanceof PackageName name
                ? inPackage(name, beginning, type -> Members.constructor(type).stream())
                : List.of();
    }

    /** {@return what can be imported, whole or, if it is to be used without its owner, as a name without brackets} */
    List<String> imported(Owner owner, String beginning, boolean isStatic) {
        if (!(owner instanceof TypeName name)) {
            return asked(owner, beginning);
        }
        return isStatic
                ? Members.ofType(name.type(), beginning).stream()
                        .filter(text -> !text.equals("class"))
                        .map(Offer::withoutBrackets)
                        .toList()
                : Members.nested(name.type(), beginning)
                        .map(Class::getSimpleName)
                        .toList();
    }

    private List<String> inPackage(PackageName owner, String beginning, Function<Class<?>, Stream<String>> written) {
        return Stream.concat(
                        packages(owner.name(), beginning).stream(),
                        library.types(owner.name(), beginning).stream().flatMap(written))
                .toList();
    }

    /** {@return the packages in one, or in none, each with its dot} */
    Collection<String> packages(String owner, String beginning) {
        return library.packagesIn(owner, beginning).stream()
                .map(name -> name + ".")
                .toList();
    }
}
