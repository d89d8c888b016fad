package gradflow.repl.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** javac's message, several lines long and half of it about the class that JShell wraps around a snippet, as one line. */
final class JavacMessage {
    private static final Pattern QUALIFIER = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");
    private static final Pattern CANDIDATE =
            Pattern.compile("(?:method|constructor) (?:[^ ]*\\.)?([\\w$]+\\(.*\\)) is not applicable");
    private static final Pattern PLACE = Pattern.compile("location: (?:.* of type |(?:class|interface) )(.+)");
    private static final Pattern OPERANDS =
            Pattern.compile("(bad operand types? for \\w+ operator .*); first type: +(.*); second type: +(.*)");
    private static final Pattern ANONYMOUS = Pattern.compile("<anonymous [^>]*>");
    private static final Pattern NO_TYPE = Pattern.compile("<null(?:type)?>");
    private static final Pattern ARGUMENTS = Pattern.compile("(required|found|reason): +(.*)");

    /** In words of javac's, with those of {@link #ARGUMENTS} in one line. */
    private static final Pattern NUMBER_OF_ARGUMENTS = Pattern.compile(
            "(?:method|constructor) (\\S+) in \\S+ (\\S+) cannot be applied to given types: required (.*), found (.*),"
                    + " reason actual and formal argument lists differ in length");

    private static final String NONE = "no arguments";

    private JavacMessage() {}

    /** {@return the text with simple class names} */
    static String unqualified(String text) {
        return QUALIFIER.matcher(text).replaceAll("");
    }

    static String oneLine(String message) {
        // A package that doesn't exist is the one thing whose qualifier matters.
        String shorter = message.startsWith("package ") ? message : unqualified(message);
        List<String> lines = shorter.lines().map(String::strip).toList();
        String head = lines.get(0);
        StringBuilder line = new StringBuilder(head.endsWith(";") ? head.substring(0, head.length() - 1) : head);
        List<String> candidates = new ArrayList<>();
        String separator = ": ";
        for (String more : lines.subList(1, lines.size())) {
            Matcher candidate = CANDIDATE.matcher(more);
            Matcher place = PLACE.matcher(more);
            Matcher argument = ARGUMENTS.matcher(more);
            if (candidate.matches()) {
                candidates.add(candidate.group(1));
            } else if (more.startsWith("symbol:")) {
                line.append(": ").append(more.substring("symbol:".length()).strip());
            } else if (place.matches()) {
                line.append(" in ").append(place.group(1));
            } else if (argument.matches()) {
                line.append(separator).append(argument.group(1)).append(' ').append(argument.group(2));
                separator = ", ";
            } else if (!more.startsWith("location:") && !more.startsWith("(")) {
                line.append("; ").append(more);
            }
        }
        if (!candidates.isEmpty()) {
            line.append("; there is ").append(String.join(", ", candidates));
        }
        return readable(line.toString());
    }

    private static String readable(String message) {
        String named = ANONYMOUS.matcher(message).replaceAll("the anonymous class");
        String typed = NO_TYPE.matcher(named).replaceAll("null");
        Matcher number = NUMBER_OF_ARGUMENTS.matcher(typed);
        return number.matches()
                ? "method " + number.group(1) + inBrackets(number.group(3)).replace(NONE, "") + " in " + number.group(2)
                        + " is called with "
                        + (number.group(4).equals(NONE) ? NONE : inBrackets(number.group(4)))
                : OPERANDS.matcher(typed).replaceAll("$1: $2 and $3");
    }

    private static String inBrackets(String types) {
        return "(" + types + ")";
    }
}
