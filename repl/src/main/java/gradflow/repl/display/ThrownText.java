package gradflow.repl.display;

import gradflow.internal.check.Refusal;
import gradflow.repl.engine.MissingNames;
import gradflow.repl.engine.SnippetNames;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was thrown, in words and without a stack trace. */
public final class ThrownText {
    private static final int MOST_CAUSES = 5;

    private static final Pattern LOADERS =
            Pattern.compile(" \\([^()]* (?:in|of) (?:unnamed )?module [^()]*(?:\\([^()]*\\))?[^()]*\\)$");

    private ThrownText() {}

    /** {@return a refusal's three lines; of others the simple name, the message, and a line for each cause} */
    public static String of(Throwable thrown) {
        StringBuilder text = new StringBuilder(one(thrown));
        Throwable cause = thrown.getCause();
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            text.append("\n  cause: ").append(one(cause));
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String one(Throwable thrown) {
        String message = message(thrown);
        if (thrown instanceof Refusal || thrown instanceof MissingNames) {
            return message;
        }
        if (thrown instanceof StackOverflowError && message.isEmpty()) {
            message = "calls are nested too deeply";
        }
        return name(thrown) + (message.isEmpty() ? "" : ": " + message);
    }

    /** The JVM speaks of the classes that JShell wraps around snippets, and of modules and loaders. */
    private static String withoutNoise(String message) {
        return LOADERS.matcher(SnippetNames.shortened(message)).replaceAll("");
    }

    private static String name(Throwable thrown) {
        String simple = thrown.getClass().getSimpleName();
        return simple.isEmpty() ? thrown.getClass().getName() : simple;
    }

    /** An exception of a person's own class may itself throw here. */
    private static String message(Throwable thrown) {
        try {
            @Nullable String message = thrown.getMessage();
            return message == null ? "" : withoutNoise(message);
        } catch (RuntimeException e) {
            return "";
        }
    }
}
