package gradflow.repl.engine;

import java.util.regex.Pattern;

/** The names of what a person declared, without the classes around it in which JShell compiles it. */
public final class SnippetNames {
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");

    private SnippetNames() {}

    /** {@return a text with the names as the person wrote them} */
    public static String shortened(String text) {
        return text.contains("REPL.$JShell$") ? WRAPPER.matcher(text).replaceAll("") : text;
    }

    /** {@return an object as text; of a lambda, whose own text is a number, what it is a lambda for} */
    public static String text(Object value) {
        Class<?> type = value.getClass();
        return type.isHidden() && type.getInterfaces().length > 0
                ? "lambda for " + type.getInterfaces()[0].getSimpleName()
                : shortened(String.valueOf(value));
    }
}
