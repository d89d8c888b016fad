package gradflow.notes;

import gradflow.internal.check.Slips;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code key key=value key="a value"}. */
final class OptionsReader {
    private static final Pattern OPTION =
            Pattern.compile("([^\\s=\"]+)(?:=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\"]*)))?");
    private static final Pattern UNESCAPED = Pattern.compile("\\\\(.)");

    /** Each key with what its value must look like; an empty pattern allows none. */
    private static final Map<String, Pattern> KEYS = keys();

    private static final List<String> OF_DEFAULTS = List.of("tol", "atol", "digits", "seed", "timeout", "text");

    private final BiConsumer<Integer, String> wrong;

    /** @param wrong told what is wrong, and at which offset */
    OptionsReader(BiConsumer<Integer, String> wrong) {
        this.wrong = wrong;
    }

    private static Map<String, Pattern> keys() {
        String number = "\\d+(\\.\\d+)?([eE][-+]?\\d+)?";
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("table", "");
        keys.put("text", "|unicode");
        keys.put("figure", "(?!/|\\w:).*[^/]\\.svg");
        keys.put("alt", ".*");
        keys.put("tol", number);
        keys.put("atol", number);
        keys.put("digits", "[1-9]|1[0-7]|all");
        keys.put("seed", "-?\\d{1,18}");
        keys.put("fails", "[\\p{L}_$][\\w$.]*");
        keys.put("match", ".+");
        keys.put("skip", ".+");
        keys.put("norun", "");
        keys.put("volatile", "");
        keys.put("ellipsis", "");
        keys.put("reset", "");
        keys.put("session", "[\\w-]+");
        keys.put("timeout", "(?!0+(\\.0+)?$)\\d{1,6}(\\.\\d+)?");
        keys.put("quiet", "");
        Map<String, Pattern> compiled = new LinkedHashMap<>();
        keys.forEach((key, pattern) -> compiled.put(key, Pattern.compile(pattern, Pattern.DOTALL)));
        return compiled;
    }

    /**
     * Reads options.
     *
     * @param from where they begin in the file
     */
    Map<String, String> read(String text, int from, boolean defaults) {
        Map<String, String> options = new LinkedHashMap<>();
        Matcher option = OPTION.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            option.region(at, text.length());
            if (!option.lookingAt()) {
                wrong.accept(from + at, "a key, or key=value, was expected here");
                return options;
            }
            take(option, from, defaults, options);
            at = option.end();
        }
        if (options.containsKey("match") && !options.containsKey("fails")) {
            wrong.accept(from, "match says what an error must contain: say fails=… too");
        }
        return options;
    }

    private void take(Matcher option, int from, boolean defaults, Map<String, String> options) {
        String key = option.group(1);
        int at = from + option.start();
        Pattern allowed = KEYS.get(key);
        if (allowed == null) {
            wrong.accept(at, "there is no key " + key + nearest(key, KEYS.keySet()));
            return;
        }
        if (defaults && !OF_DEFAULTS.contains(key)) {
            wrong.accept(at, key + " is for one block; defaults may hold " + String.join(", ", OF_DEFAULTS));
            return;
        }
        String quoted = option.group(2);
        String bare = option.group(3);
        String value = quoted != null ? UNESCAPED.matcher(quoted).replaceAll("$1") : bare != null ? bare : "";
        if (!allowed.matcher(value).matches()) {
            wrong.accept(at, wrongValue(key, value));
        } else if (options.putIfAbsent(key, value) != null) {
            wrong.accept(at, key + " is said twice");
        }
    }

    private static String wrongValue(String key, String value) {
        String need = switch (key) {
            case "tol", "atol" -> "a number, such as " + key + "=1e-6";
            case "digits" -> "1 to 17, or digits=all for as many as it takes";
            case "seed" -> "a whole number, such as seed=42";
            case "timeout" -> "seconds, such as timeout=5";
            case "figure" -> "the path of an .svg file beside the note, such as figure=fig/norms.svg";
            case "skip" -> "a reason, such as skip=\"takes an hour\"";
            case "fails" -> "compile, timeout or the name of an exception, such as fails=ArithmeticException";
            case "match" -> "a part of the message, such as match=\"by zero\"";
            case "session" -> "a name, such as session=gates";
            case "text" -> "nothing, or text=unicode for signs beyond ASCII";
            default -> "no value";
        };
        return key + (value.isEmpty() ? "" : "=" + value) + ": " + key + " takes " + need;
    }

    /** {@return {@code : did you mean …?} or an empty text} */
    static String nearest(String word, Iterable<String> names) {
        String best = "";
        for (String name : names) {
            if (best.isEmpty()
                    || Comparator.<String>comparingInt(it -> Slips.between(word, it))
                                    .compare(name, best)
                            < 0) {
                best = name;
            }
        }
        return Slips.between(word, best) <= Math.max(2, word.length() / 3)
                ? ": did you mean " + best + "?"
                : "; the keys are " + String.join(", ", names);
    }
}
