package gradflow.repl.display;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether signs such as ρ are to be spelt. */
public final class AsciiOnly {
    private static final String OPTION = "GRADFLOW_ASCII";

    /** As the system asks them, the first that is set decides. */
    private static final String[] LOCALE = {"LC_ALL", "LC_CTYPE", "LANG"};

    private AsciiOnly() {}

    /**
     * {@return whether a person asked for it, or has chosen a locale without UTF-8} None chosen, as in most containers, means
     * nothing: terminals show UTF-8.
     *
     * @param variable gives the variables of the environment
     */
    public static boolean isAsked(Function<String, Optional<String>> variable) {
        Optional<String> option = variable.apply(OPTION).filter(said -> !said.isEmpty());
        return option.isPresent() ? !option.get().equals("no") : !hasUtf8(variable);
    }

    private static boolean hasUtf8(Function<String, Optional<String>> variable) {
        return Stream.of(LOCALE)
                .flatMap(name -> variable.apply(name).filter(said -> !said.isEmpty()).stream())
                .findFirst()
                .map(locale -> locale.toUpperCase(Locale.ROOT).matches(".*UTF-?8.*"))
                .orElse(true);
    }
}
