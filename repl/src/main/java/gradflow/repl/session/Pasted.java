package gradflow.repl.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was copied from somewhere, without what isn't Java in it: of a transcript the prompts and the outputs go, of Markdown
 * all but the Java between fences, of a listing the numbers.
 *
 * <pre>{@code
 * Pasted.java("gradflow> 1 + 1\n$1 = 2\n")   // 1 + 1
 * }</pre>
 */
public final class Pasted {
    /** Ours, jshell's, IPython's and Python's, with as many blanks before them as a page puts there. */
    private static final Pattern PROMPT =
            Pattern.compile("\\s*(?:gradflow>|jshell>|rnn>|>>>|In ?\\[\\d+\\]:)(?: (.*)|)");

    private static final Pattern CONTINUATION = Pattern.compile("\\s*(?:\\.{3}>|\\.{3}:|\\.{3})(?: (.*)|)");
    private static final Pattern NUMBERED = Pattern.compile("\\s*[.des]?\\d+ : (.*)");
    private static final String NUMBERED_CONTINUATION = "       ";
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}) *([\\w{.#-]*).*");
    private static final Pattern JAVA = Pattern.compile("(?i)\\W*(?:java|jsh|jshell|gradflow)");

    /** A help page or leaving is part of what somebody did, not of what is to be done again. */
    private static final Pattern NOT_AGAIN =
            Pattern.compile("\\s*(?:\\?.*|/(?:exit|help|\\?|tour|history|list|vars)\\b.*)");

    private final List<String> lines;

    private Pasted(List<String> lines) {
        this.lines = lines;
    }

    /** {@return whether a text begins as a transcript or as a fence does, which Java never does} */
    public static boolean isForeign(String text) {
        String first = text.lines().findFirst().orElse("");
        return PROMPT.matcher(first).matches() || FENCE.matcher(first).matches();
    }

    /** {@return the Java in a text, and the commands; the text itself if it is nothing else} */
    public static String java(String text) {
        return new Pasted(text.lines().toList()).java();
    }

    private String java() {
        if (lines.stream().anyMatch(line -> FENCE.matcher(line).matches())) {
            return fenced();
        }
        if (lines.stream().anyMatch(line -> PROMPT.matcher(line).matches())) {
            return transcript();
        }
        boolean listing = lines.stream()
                .filter(line -> !line.isBlank())
                .allMatch(line -> NUMBERED.matcher(line).matches() || line.startsWith(NUMBERED_CONTINUATION));
        return listing && !lines.isEmpty() ? listing() : String.join("\n", lines);
    }

    private String fenced() {
        List<String> java = new ArrayList<>();
        List<String> block = new ArrayList<>();
        String fence = "";
        String language = "";
        for (String line : lines) {
            Matcher matcher = FENCE.matcher(line);
            if (fence.isEmpty() && matcher.matches()) {
                fence = matcher.group(1);
                language = matcher.group(2);
            } else if (!fence.isEmpty()
                    && line.strip().startsWith(fence)
                    && line.strip().matches("[`~]+")) {
                take(language, block, java);
                block.clear();
                fence = "";
            } else if (!fence.isEmpty()) {
                block.add(line);
            }
        }
        // One that was cut off while it was copied.
        take(language, block, java);
        return String.join("\n", java);
    }

    private static void take(String language, List<String> block, List<String> java) {
        Pasted inner = new Pasted(List.copyOf(block));
        boolean transcript =
                block.stream().anyMatch(line -> PROMPT.matcher(line).matches());
        if (transcript) {
            java.add(inner.transcript());
        } else if (!block.isEmpty() && JAVA.matcher(language).matches()) {
            java.addAll(block);
        }
    }

    private String transcript() {
        List<String> java = new ArrayList<>();
        boolean input = false;
        for (String line : lines) {
            Matcher prompt = PROMPT.matcher(line);
            Matcher more = CONTINUATION.matcher(line);
            if (prompt.matches()) {
                String typed = prompt.group(1);
                input = typed != null && !NOT_AGAIN.matcher(typed).matches();
                if (input) {
                    java.add(typed);
                }
            } else if (input && more.matches()) {
                java.add(more.group(1) == null ? "" : more.group(1));
            } else {
                input = false;
            }
        }
        return String.join("\n", java);
    }

    private String listing() {
        List<String> java = new ArrayList<>();
        for (String line : lines) {
            Matcher numbered = NUMBERED.matcher(line);
            java.add(
                    numbered.matches()
                            ? numbered.group(1)
                            : line.substring(Math.min(line.length(), NUMBERED_CONTINUATION.length())));
        }
        return String.join("\n", java);
    }
}
