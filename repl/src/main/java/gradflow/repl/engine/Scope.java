package gradflow.repl.engine;

import java.lang.reflect.Member;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that mean something at the moment, without an owner before them: what is declared, and what is imported. */
public final class Scope {
    private static final Pattern IMPORT = Pattern.compile("import\\s+(static\\s+)?([\\w.]+)\\.([\\w$]+|\\*)\\s*;");
    private static final Set<String> ALWAYS = Set.of("java", "javax", "jdk", "org", "com", "net", "gradflow");

    private final Set<String> names;
    private final List<String> packages;
    private final Map<String, Boolean> types = new HashMap<>();

    private Scope(Set<String> names, List<String> packages) {
        this.names = names;
        this.packages = packages;
    }

    /**
     * {@return the scope of these}
     *
     * @param declared variables, methods and types
     * @param imports import declarations, several in a text or one
     */
    static Scope of(Stream<String> declared, Stream<String> imports) {
        Set<String> names = new HashSet<>(ALWAYS);
        declared.forEach(names::add);
        Set<String> packages = new HashSet<>(Set.of("java.lang"));
        imports.forEach(text -> {
            Matcher one = IMPORT.matcher(text);
            while (one.find()) {
                String last = one.group(3);
                if (!last.equals("*")) {
                    names.add(last);
                } else if (one.group(1) != null) {
                    statics(one.group(2)).forEach(names::add);
                } else {
                    packages.add(one.group(2));
                }
            }
        });
        return new Scope(names, List.copyOf(packages));
    }

    private static Stream<String> statics(String type) {
        return find(type)
                .flatMap(owner -> Stream.of(owner.getMethods(), owner.getFields(), owner.getClasses()))
                .flatMap(Stream::of)
                .map(member -> member instanceof Member one ? one.getName() : ((Class<?>) member).getSimpleName());
    }

    private static Stream<Class<?>> find(String type) {
        try {
            return Stream.of(Class.forName(type, false, Scope.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Stream.empty();
        }
    }

    /** {@return whether a name means something} */
    public synchronized boolean has(String name) {
        return names.contains(name)
                || (Character.isUpperCase(name.codePointAt(0)) && types.computeIfAbsent(name, this::isType));
    }

    private boolean isType(String name) {
        return packages.stream()
                .anyMatch(one -> find(one + "." + name).findAny().isPresent());
    }
}
