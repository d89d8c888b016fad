package gradflow.repl.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which of the options that the JVM was started with the compiler of snippets has to be given too: what modules there are, what
 * they show, and whether the language has its previews.
 */
final class ModuleOptions {
    /** The variable from which the launcher takes options for the JVM. */
    private static final String VARIABLE = "GRADFLOW_JAVA_OPTS";

    private static final Set<String> SHARED = Set.of("--add-modules", "--add-exports", "--module-path");
    private static final String PREVIEW = "--enable-preview";

    private ModuleOptions() {}

    /** {@return those of this program} */
    static List<String> ofProcess() {
        String given = System.getenv(VARIABLE);
        return given == null ? List.of() : of(given);
    }

    /**
     * {@return those of options that are separated by blanks}
     *
     * @param given as in {@code --add-modules jdk.net --add-exports=java.base/sun.security.util=ALL-UNNAMED -Xmx1g}
     */
    static List<String> of(String given) {
        List<String> options = new ArrayList<>();
        List<String> words = List.of(given.strip().split("\\s+"));
        for (int i = 0; i < words.size(); i++) {
            String[] parts = words.get(i).split("=", 2);
            String name = parts[0].equals("-p") ? "--module-path" : parts[0];
            if (SHARED.contains(name) && (parts.length > 1 || i + 1 < words.size())) {
                i += parts.length > 1 ? 0 : 1;
                options.addAll(List.of(name, parts.length > 1 ? parts[1] : words.get(i)));
            } else if (name.equals(PREVIEW)) {
                options.addAll(List.of(
                        PREVIEW, "-source", Integer.toString(Runtime.version().feature())));
            }
        }
        return options;
    }
}
