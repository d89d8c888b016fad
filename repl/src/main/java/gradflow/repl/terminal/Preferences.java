package gradflow.repl.terminal;

import java.util.Arrays;

/**
 * What a person has chosen for the prompt.
 *
 * @param theme the colours of what is typed
 * @param vi whether the keys are vi's
 * @param hints whether to show what could be typed before it is asked for
 */
record Preferences(Theme theme, boolean vi, boolean hints) {

    /** Reads them from the variables; what isn't understood is as if not set. */
    static Preferences of(Environment environment, boolean coloured) {
        String name = environment.value("GRADFLOW_THEME").orElse("");
        Theme theme = Arrays.stream(Theme.values())
                .filter(one -> one.word().equals(name))
                .findFirst()
                .orElse(Theme.BOTH);
        return new Preferences(
                coloured ? theme : Theme.NONE,
                environment.value("GRADFLOW_KEYS").filter("vi"::equals).isPresent(),
                !environment.says("GRADFLOW_PLAIN"));
    }
}
