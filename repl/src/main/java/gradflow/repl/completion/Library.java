package gradflow.repl.completion;

import gradflow.repl.library.Packages;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The classes of the JDK and of this program that everybody can see, loaded as they are asked for. */
final class Library {
    private final Supplier<Optional<Packages>> maker;
    private final Map<String, Optional<Class<?>>> found = new ConcurrentHashMap<>();
    private volatile Optional<Optional<Packages>> packages = Optional.empty();

    /** @param maker gives the packages, if it is known which there are; called when they are needed, and once as a rule */
    Library(Supplier<Optional<Packages>> maker) {
        this.maker = maker;
    }

    private Optional<Packages> packages() {
        if (packages.isEmpty()) {
            packages = Optional.of(maker.get());
        }
        return packages.orElseThrow();
    }

    /** {@return whether it is known which classes there are} */
    boolean isComplete() {
        return packages().isPresent();
    }

    /** {@return whether a name is that of a package, or of what packages are in} */
    boolean hasPackage(String name) {
        return packages().filter(all -> all.isThere(name)).isPresent();
    }

    /** {@return the names of the packages in one, that begin so} */
    SortedSet<String> packagesIn(String name, String beginning) {
        SortedSet<String> within = packages().map(all -> all.within(name)).orElseGet(TreeSet::new);
        return within.subSet(beginning, beginning + Character.MAX_VALUE);
    }

    /** {@return the types of a package whose simple names begin so} */
    List<Class<?>> types(String packageName, String beginning) {
        List<String> files = packages().map(all -> all.classes(packageName)).orElse(List.of());
        return files.stream()
                .filter(file -> file.startsWith(beginning) && file.indexOf('$') < 0 && file.indexOf('-') < 0)
                .<Class<?>>flatMap(name -> load(packageName + "." + name).stream())
                .toList();
    }

    /** {@return the type of that simple name in a package} */
    Optional<Class<?>> type(String packageName, String name) {
        boolean isKnown = hasPackage(packageName);
        return isKnown && !packages().orElseThrow().classes(packageName).contains(name)
                ? Optional.empty()
                : load(packageName + "." + name);
    }

    /** {@return what a whole name means: a package, a type or a type in one} */
    Optional<Owner> named(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return packageOf(name);
        }
        return named(name.substring(0, dot)).flatMap(owner -> within(owner, name.substring(dot + 1)));
    }

    /** {@return what a name means in a package or a type: a type, or else a package} */
    Optional<Owner> within(Owner owner, String name) {
        if (owner instanceof Owner.TypeName outer) {
            return Optional.ofNullable(Members.nested(outer.type()).get(name)).map(Owner.TypeName::new);
        }
        return owner instanceof Owner.PackageName outer
                ? type(outer.name(), name)
                        .<Owner>map(Owner.TypeName::new)
                        .or(() -> packageOf(outer.name() + "." + name))
                : Optional.empty();
    }

    /** {@return the package of a whole name, or what packages are in} */
    Optional<Owner> packageOf(String name) {
        return hasPackage(name) ? Optional.of(new Owner.PackageName(name)) : Optional.empty();
    }

    private Optional<Class<?>> load(String name) {
        return found.computeIfAbsent(name, Library::read);
    }

    private static Optional<Class<?>> read(String name) {
        try {
            Class<?> type = Class.forName(name, false, Library.class.getClassLoader());
            return isSeen(type) ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static boolean isSeen(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && type.getModule().isExported(type.getPackageName(), Library.class.getModule());
    }
}
