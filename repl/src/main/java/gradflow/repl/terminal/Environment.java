package gradflow.repl.terminal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The variables that the program was started with, so that a test can state its own. */
@FunctionalInterface
interface Environment {

    /** {@return what a variable is set to, which may be empty, or nothing if it isn't set} */
    Optional<String> value(String name);

    /** {@return the real one} */
    static Environment ofProcess() {
        return name -> Optional.ofNullable(System.getenv(name));
    }

    /** {@return whether a variable is set to anything} */
    default boolean says(String name) {
        return value(name).filter(text -> !text.isEmpty()).isPresent();
    }

    /**
     * {@return the person's folder} Java asks the system's list of users, which doesn't hear of HOME, and in a container may not
     * know who runs the program.
     */
    default Path home() {
        return value("HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(System.getProperty("user.home")));
    }

    /** {@return this environment, with other variables before its own} */
    default Environment under(Map<String, String> chosen) {
        return name -> Optional.ofNullable(chosen.get(name)).or(() -> value(name));
    }
}
