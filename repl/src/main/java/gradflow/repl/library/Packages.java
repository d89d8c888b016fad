package gradflow.repl.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The packages that a snippet can import from, of the JDK and of a class path, and the class files in them. */
public final class Packages {
    private final Map<String, List<ClassStore>> stores = new HashMap<>();
    private final Map<String, SortedSet<String>> children = new HashMap<>();

    Packages(Inventory inventory, List<Jar> classPath) {
        for (JdkModule module : inventory.modules().values()) {
            ModuleLayer.boot().findModule(module.name()).ifPresent(loaded -> {
                Set<String> open = new HashSet<>(module.packages());
                open.removeIf(name -> !loaded.isExported(name, Packages.class.getModule()));
                add(open, module);
            });
        }
        classPath.forEach(jar -> add(jar.packages(), jar));
    }

    /** {@return the packages that this program sees; nothing unless an inventory vouches for all of them} */
    public static Optional<Packages> current() {
        return Inventory.current()
                .flatMap(inventory -> inventory
                        .jars(System.getProperty("java.class.path", ""))
                        .map(jars -> new Packages(inventory, jars)));
    }

    private void add(Set<String> names, ClassStore store) {
        for (String name : names) {
            if (!name.isEmpty()) {
                stores.computeIfAbsent(name, unseen -> new ArrayList<>()).add(store);
                addBelow(name);
            }
        }
    }

    private void addBelow(String name) {
        int dot = name.lastIndexOf('.');
        String parent = dot < 0 ? "" : name.substring(0, dot);
        boolean isNew =
                children.computeIfAbsent(parent, unseen -> new TreeSet<>()).add(name.substring(dot + 1));
        if (isNew && dot >= 0) {
            addBelow(parent);
        }
    }

    /** {@return whether there are classes in a package, or in one below it} */
    public boolean isThere(String name) {
        return stores.containsKey(name) || children.containsKey(name);
    }

    /** {@return the names, such as {@code util} in {@code java}, of what is in a package; in the one without a name, the first} */
    public SortedSet<String> within(String name) {
        return Collections.unmodifiableSortedSet(children.getOrDefault(name, new TreeSet<>()));
    }

    /** {@return the simple names of a package's class files, as {@code Map$Entry}} */
    public List<String> classes(String name) {
        return stores.getOrDefault(name, List.of()).stream()
                .flatMap(store -> store.classes(name).stream())
                .toList();
    }
}
