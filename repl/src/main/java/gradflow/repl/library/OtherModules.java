package gradflow.repl.library;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The modules of a JDK but {@code java.base}. Where nothing of them is named, the compiler needn't read what each of the
 * seventy requires and exports.
 */
final class OtherModules {
    private final Map<String, JdkModule> modules;
    private @Nullable Set<String> names;

    /** @param modules all, by name */
    OtherModules(Map<String, JdkModule> modules) {
        this.modules = modules;
    }

    /**
     * {@return whether a text holds, with dots and nothing else between the words, the name of such a module or of a package
     * in one; or an escape, which may stand for any letter of it}
     */
    boolean areNamedIn(String text) {
        if (text.contains("\\u")) {
            return true;
        }
        for (int from = 0; from < text.length(); from++) {
            int to = from;
            while (to < text.length() && Character.isJavaIdentifierPart(text.charAt(to))) {
                to++;
                if (to < text.length() && text.charAt(to) == '.') {
                    if (names().contains(text.substring(from, to))) {
                        return true;
                    }
                    to++;
                }
            }
            if (text.lastIndexOf('.', to - 1) > from && names().contains(text.substring(from, to))) {
                return true;
            }
            from = to;
        }
        return false;
    }

    private Set<String> names() {
        if (names == null) {
            names = new HashSet<>();
            modules.forEach((name, module) -> {
                if (!name.equals(Inventory.BASE)) {
                    names.add(name);
                    names.addAll(module.packages());
                }
            });
        }
        return names;
    }
}
