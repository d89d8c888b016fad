package gradflow.repl.session;

import gradflow.repl.typing.JavaLexer;
import gradflow.repl.typing.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Entries as a script that anybody can run. A value without a name that a later entry asks for gets one there, {@code _7},
 * since what was {@code $7} at this prompt is another value in the next.
 */
public final class Replay {
    private static final String UNNAMED = "$";

    private Replay() {}

    /** {@return the entries that count as Java, in order; each is one snippet, or two where a value gets a name} */
    public static List<String> of(List<Entry> entries) {
        Set<String> asked = new HashSet<>();
        List<Entry> kept = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            // What a chain went on with may have been asked for before it did.
            boolean needed = entry.state() == Entry.State.CONTINUED && asked.contains(entry.value());
            if (entry.counts() || needed) {
                kept.add(0, entry);
                asked.addAll(unnamed(entry.java()));
            }
        }
        Set<String> given = new HashSet<>();
        List<String> script = new ArrayList<>();
        for (Entry entry : kept) {
            String java = renamed(entry.java(), given);
            if (asked.contains(entry.value())) {
                given.add(entry.value());
                script.add("var " + name(entry.value()) + " = " + withoutSemicolon(java) + ";");
                if (!java.endsWith(";") && entry.counts()) {
                    script.add(name(entry.value()));
                }
            } else {
                script.add(java);
            }
        }
        return script;
    }

    private static String withoutSemicolon(String java) {
        return java.replaceFirst("[;\\s]+$", "");
    }

    private static String name(String variable) {
        return "_" + variable.substring(UNNAMED.length());
    }

    private static List<String> unnamed(String java) {
        return JavaLexer.tokens(java).stream()
                .filter(Token::isWord)
                .map(token -> token.in(java))
                .filter(word -> word.startsWith(UNNAMED))
                .toList();
    }

    private static String renamed(String java, Set<String> given) {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (Token token : JavaLexer.tokens(java)) {
            if (token.isWord() && given.contains(token.in(java))) {
                text.append(java, copied, token.start()).append(name(token.in(java)));
                copied = token.end();
            }
        }
        return text.append(java.substring(copied)).toString();
    }
}
