package gradflow.repl.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stack traces of a whole script, in the form that JShell gives to those of snippets. */
final class ScriptFrames {
    private static final Pattern OWNER =
            Pattern.compile(Pattern.quote(Sources.PACKAGE + ".") + "(?:" + Pattern.quote(Sources.CLASS) + "\\$?)?");
    private static final Pattern PIECE = Pattern.compile("\\$\\d+|lambda\\$\\$\\d+(\\$\\d+)");

    private ScriptFrames() {}

    static StackTraceElement[] asOfSnippets(StackTraceElement[] trace) {
        List<StackTraceElement> frames = new ArrayList<>();
        for (StackTraceElement element : trace) {
            Matcher owner = OWNER.matcher(element.getClassName());
            frames.add(
                    owner.lookingAt()
                            ? new StackTraceElement(
                                    element.getClassName().substring(owner.end()),
                                    method(element.getMethodName()),
                                    "#" + Evaluator.SCRIPT,
                                    element.getLineNumber())
                            : element);
        }
        return frames.toArray(StackTraceElement[]::new);
    }

    private static String method(String name) {
        Matcher piece = PIECE.matcher(name);
        if (!piece.matches()) {
            return name;
        }
        return piece.group(1) == null ? "do_it$" : "lambda$do_it$" + piece.group(1);
    }
}
