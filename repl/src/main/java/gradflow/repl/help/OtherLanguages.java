package gradflow.repl.help;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people write who come from Python, which no compiler understands here, and how Java has it. */
public final class OtherLanguages {
    private static final Map<Pattern, String> IN_JAVA = new LinkedHashMap<>();

    static {
        say("(?:import +[\\w.]+ +as +\\w+|from +[\\w.]+ +import\\b.*)", "no import is needed for what gradflow has");
        say("def +\\w+ *\\(.*", "in Java: `double f(double x) { return x; }`");
        say("for +\\w+ +in +range *\\(.*", "in Java: `for (int i = 0; i < 3; i++) { … }`");
        say("for +\\w+ +in\\b.*", "in Java: `for (var x : xs) { … }`");
        say(
                "(?:if|elif|while) +[^(].*:|(?:if|elif|while) *\\(.*\\) *:.*|else *:.*",
                "in Java: `if (x > 0) { … } else { … }`");
        say(".*\\blambda\\b[^:]*:.*", "in Java: `x -> x + 1`");
        say("[\\w.]+ *= *\\[.*\\]", "in Java: `var xs = List.of(1, 2, 3)` or `double[] xs = {1, 2, 3}`");
        say("\\[.*\\]", "in Java: `List.of(1, 2, 3)` or `new double[] {1, 2, 3}`");
        say(".*[\\w)] *\\*\\* *[\\w(].*", "in Java: `Math.pow(x, 2)`");
        say(".*[\\w)] +@ +[\\w(].*", "in Java: `a.multiply(b)`");
        say("len *\\(.*", "in Java: `xs.size()`, or `xs.length` of an array");
        say(".*(?<![\\w\"])(?:True|False|None)(?![\\w\"]).*", "in Java: `true`, `false`, `null`");
        say(".*'[^']{2,}'.*", "in Java a text stands between two \"");
        say("#.*", "a comment begins with //");
        say("printf *\\(.*", "in Java: `System.out.printf(…)`");
    }

    private OtherLanguages() {}

    private static void say(String pattern, String words) {
        IN_JAVA.put(Pattern.compile(pattern, Pattern.DOTALL), words);
    }

    /** {@return what to write in Java for an entry that doesn't compile, if it looks like Python} */
    public static Optional<String> hint(String entry) {
        return IN_JAVA.entrySet().stream()
                .filter(one -> one.getKey().matcher(entry.strip()).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
