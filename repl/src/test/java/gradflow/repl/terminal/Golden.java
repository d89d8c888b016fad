package gradflow.repl.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A transcript in a file. Lines with {@code #} at the top say what it shows, and may set a variable or the width:
 *
 * <pre>
 * # A semicolon keeps an expression quiet
 * # COLUMNS=40
 *
 * gradflow> 1 + 1;
 * gradflow> 1 + 1
 * $2 = 2
 * </pre>
 *
 * @param head those lines, and the empty one after them
 * @param screen all that follows
 */
record Golden(String head, String screen) {
    private static final String NOTE = "# ";
    private static final String WIDTH = "COLUMNS";
    private static final String USUAL_WIDTH = "80";

    static Golden of(String text) {
        int end = text.indexOf("\n\n") + 2;
        return new Golden(text.substring(0, end), text.substring(end));
    }

    String text() {
        return head + screen;
    }

    int columns() {
        return Integer.parseInt(settings().getOrDefault(WIDTH, USUAL_WIDTH));
    }

    Map<String, String> variables() {
        Map<String, String> variables = settings();
        variables.remove(WIDTH);
        return variables;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        head.lines()
                .filter(line -> line.matches(NOTE + "[A-Z_]+=.*"))
                .map(line -> line.substring(NOTE.length()).split("=", 2))
                .forEach(setting -> settings.put(setting[0], setting[1]));
        return settings;
    }

    /** {@return the lines that follow a prompt} */
    List<String> typed() {
        List<String> typed = new ArrayList<>();
        for (String line : screen.split("\n")) {
            for (String prompt : List.of(Editor.PROMPT, Editor.CONTINUATION)) {
                if ((line + " ").startsWith(prompt)) {
                    typed.add((line + " ").substring(prompt.length()).stripTrailing());
                }
            }
        }
        return typed;
    }

    /** {@return this transcript with what a session shows after the banner and before the person leaves} */
    Golden showing(String session) {
        String conversation = session.substring(session.indexOf(Editor.PROMPT), session.lastIndexOf(Editor.PROMPT));
        return new Golden(head, conversation.replaceAll("(?m) +$", "").stripTrailing() + "\n");
    }
}
