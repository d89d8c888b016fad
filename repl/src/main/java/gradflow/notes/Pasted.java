package gradflow.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;

/** Java out of what a person copied somewhere: from notes, from a page, or from a terminal. */
public final class Pasted {
    private static final Pattern FENCE = Pattern.compile("(?m)^[ \\t>]*(?:```|~~~)");
    private static final Pattern PROMPT = Pattern.compile("(?m)^[ \\t]*(?:gradflow>|jshell>|>>>|In ?\\[\\d+]:)(?: |$)");
    private static final Pattern CONTINUATION = Pattern.compile("^[ \\t]*\\.\\.\\.(?:[>:]? |[>:]?$)");
    private static final Pattern COMMAND = Pattern.compile("^\\s*(?:/[a-zA-Z?!]|\\?)");
    private static final Pattern VALUE = Pattern.compile("[ \t]*// ==>.*");
    /** Colours, and what else a terminal does instead of showing it. */
    private static final Pattern ESCAPE =
            Pattern.compile("\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)|.)");

    private static final List<String> JAVA = List.of("java", "jsh", "jshell");

    private Pasted() {}

    /** {@return whether a text begins with a prompt or a fence, as Java never does} */
    public static boolean isCopied(String text) {
        String first = text.lines().findFirst().orElse("");
        return PROMPT.matcher(first).lookingAt() || FENCE.matcher(first).lookingAt();
    }

    /**
     * {@return the lines to run} Of Markdown these are the blocks of Java, of a session what stands behind its prompts. What
     * has neither fences nor prompts is Java already. Outputs and commands are left out, and so are the values that notes have
     * behind their code.
     *
     * @param text what was copied
     */
    public static String java(String text) {
        String plain =
                ESCAPE.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
        String code = isMarkdown(plain) ? blocks(plain) : typed(plain).orElse(plain);
        String bare = withoutValues(code).strip();
        return bare.isEmpty() ? "" : bare + "\n";
    }

    /** {@return whether it is Markdown} A fence in a text block of Java is none, and neither is one that a session shows. */
    private static boolean isMarkdown(String text) {
        Matcher fence = FENCE.matcher(text);
        if (!fence.find()) {
            return false;
        }
        String before = text.substring(0, fence.start());
        return before.split("\"\"\"", -1).length % 2 == 1
                && !PROMPT.matcher(before).find();
    }

    private static String withoutValues(String code) {
        List<String> lines = new ArrayList<>();
        for (String line : code.split("\n", -1)) {
            Matcher value = VALUE.matcher(line);
            // Behind an odd number of quotation marks it stands in a string.
            boolean found = value.find() && line.substring(0, value.start()).split("\"", -1).length % 2 == 1;
            String rest = found ? line.substring(0, value.start()) : line;
            if (!found || !rest.isBlank()) {
                lines.add(rest);
            }
        }
        return String.join("\n", lines);
    }

    // ---- Markdown
    // --------------------------------------------------------------------------------------------------------

    private static String blocks(String text) {
        Note note = Note.read(NoteText.of("pasted", text));
        String code = note.isWrong() ? "" : Tangle.code(note);
        return code.isEmpty() ? fenced(text) : code;
    }

    /** {@return the fences of Java; where none says that it is, those that say nothing} */
    private static String fenced(String text) {
        List<String> java = new ArrayList<>();
        List<String> unnamed = new ArrayList<>();
        Parser.builder().build().parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock fence) {
                String language = fence.getInfo().strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
                if (JAVA.contains(language)) {
                    java.add(fence.getLiteral());
                } else if (language.isEmpty()) {
                    unnamed.add(fence.getLiteral());
                }
            }
        });
        String code = String.join("\n", java.isEmpty() ? unnamed : java);
        return typed(code).orElse(code);
    }

    // ---- sessions
    // --------------------------------------------------------------------------------------------------------

    /** {@return what was typed at prompts, if there are any} */
    private static Optional<String> typed(String text) {
        List<String> typed = new ArrayList<>();
        boolean prompted = false;
        boolean java = false;
        for (String line : text.split("\n", -1)) {
            Matcher prompt = PROMPT.matcher(line);
            Matcher continuation = CONTINUATION.matcher(line);
            if (prompt.find()) {
                prompted = true;
                java = !COMMAND.matcher(line.substring(prompt.end())).find();
                if (java) {
                    typed.add(line.substring(prompt.end()));
                }
            } else if (java && continuation.find()) {
                typed.add(line.substring(continuation.end()));
            } else {
                java = false;
            }
        }
        return prompted ? Optional.of(String.join("\n", typed)) : Optional.empty();
    }
}
