package gradflow.repl.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The person's own frames in a stack trace that JShell has translated: there a snippet's file is {@code #id}. */
public final class Frames {
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");
    private static final String WRAPPER = "do_it$";
    private static final String INITIALIZER = "do_it$Aux";

    private Frames() {}

    /**
     * {@return the frames of the person's own code}
     *
     * @param skippedLines by id, how many lines of what was typed came before what JShell numbers as line 1
     */
    public static List<Outcome.Frame> own(StackTraceElement[] trace, Map<String, Integer> skippedLines) {
        List<Outcome.Frame> frames = new ArrayList<>();
        boolean initializer = false;
        for (StackTraceElement element : trace) {
            if (!isOwn(element)) {
                continue;
            }
            String id = id(element);
            // `var x = chain` runs in a helper method; the frame around it repeats it with a line that is always 1.
            if (!initializer) {
                int line = element.getLineNumber() + skippedLines.getOrDefault(id, 0);
                add(frames, new Outcome.Frame(id, line, method(element)));
            }
            initializer = element.getMethodName().equals(INITIALIZER);
        }
        return frames;
    }

    /** A lambda that stands in a line was called from that line, which is then there already. */
    private static void add(List<Outcome.Frame> frames, Outcome.Frame frame) {
        boolean again = !frames.isEmpty() && frames.get(frames.size() - 1).equals(frame);
        if (!again || !frame.method().isEmpty()) {
            frames.add(frame);
        }
    }

    /** {@return the name of what the innermost own frame had called when it threw, or an empty text} */
    public static String callee(StackTraceElement[] trace) {
        for (int i = 0; i < trace.length; i++) {
            if (isOwn(trace[i])) {
                return i == 0 ? "" : called(trace[i - 1]);
            }
        }
        return "";
    }

    private static String called(StackTraceElement element) {
        if (!element.getMethodName().equals("<init>")) {
            return element.getMethodName();
        }
        String owner = element.getClassName();
        return owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
    }

    private static boolean isOwn(StackTraceElement element) {
        return element.getFileName() != null && element.getFileName().startsWith("#");
    }

    private static String id(StackTraceElement element) {
        String file = element.getFileName();
        return file == null ? "" : file.substring(1);
    }

    private static String method(StackTraceElement element) {
        String name = element.getMethodName();
        Matcher lambda = LAMBDA.matcher(name);
        if (lambda.matches()) {
            name = lambda.group(1);
        }
        if (name.startsWith(WRAPPER)) {
            name = "";
        }
        String owner = element.getClassName();
        if (name.equals("<init>")) {
            return "new " + owner;
        }
        return owner.isEmpty() || name.isEmpty() ? name : owner + "." + name;
    }
}
