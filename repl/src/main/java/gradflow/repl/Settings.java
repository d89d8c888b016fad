package gradflow.repl;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The options about the looks of the prompt, which come before all others. Each is a variable of the environment too, so
 * that a person can choose once and for all: {@code --keys vi} is {@code GRADFLOW_KEYS=vi}.
 *
 * @param chosen the variables that the options stand for
 * @param rest the arguments that follow
 * @param wrong what isn't understood, or empty
 */
record Settings(Map<String, String> chosen, List<String> rest, String wrong) {
    private static final String YES = "yes";

    private static final Map<String, List<String>> VALUES = Map.of(
            "--color", List.of("auto", "always", "never"),
            "--keys", List.of("emacs", "vi"),
            "--theme", List.of("both", "dark", "light"),
            "--plain", List.of(),
            "--ascii", List.of());

    /** Reads the options up to the first that is none of these. */
    static Settings of(List<String> arguments) {
        Map<String, String> chosen = new HashMap<>();
        int at = 0;
        while (at < arguments.size()) {
            String[] option = arguments.get(at).split("=", 2);
            List<String> values = VALUES.get(option[0]);
            if (values == null) {
                break;
            }
            at++;
            String value = YES;
            if (!values.isEmpty()) {
                boolean apart = option.length == 1 && at < arguments.size();
                value = option.length == 2 ? option[1] : apart ? arguments.get(at) : "";
                at += apart ? 1 : 0;
                if (!values.contains(value)) {
                    return new Settings(
                            Map.of(),
                            List.of(),
                            option[0] + " is one of " + String.join(", ", values)
                                    + (value.isEmpty() ? "" : ", not " + value));
                }
            }
            chosen.put("GRADFLOW_" + option[0].substring(2).toUpperCase(Locale.ROOT), value);
        }
        return new Settings(chosen, arguments.subList(at, arguments.size()), "");
    }
}
