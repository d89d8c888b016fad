package gradflow.repl.typing;

import gradflow.repl.typing.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a text that refer to something outside it. It errs on the side of silence: a word that might be declared
 * in the text is not among them.
 */
public final class References {
    private static final Set<String> OWN_RULES = Set.of("import", "package", "class", "interface", "enum", "record");

    private final String text;
    private final List<Token> tokens;

    private References(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** {@return the words without an owner that nothing in the text declares; none where a type is declared} */
    public static List<Token> free(String text, List<Token> all) {
        List<Token> tokens =
                all.stream().filter(token -> token.kind() != Kind.COMMENT).toList();
        return new References(text, tokens).free();
    }

    private List<Token> free() {
        boolean foreign = tokens.stream().anyMatch(token -> OWN_RULES.contains(token.in(text)));
        Set<String> declared = foreign ? Set.of() : declared();
        List<Token> free = new ArrayList<>();
        for (int i = 0; i < tokens.size() && !foreign; i++) {
            Token token = tokens.get(i);
            if (token.isWord() && !isOwned(i) && !declared.contains(token.in(text))) {
                free.add(token);
            }
        }
        return free;
    }

    private boolean isOwned(int i) {
        return is(i - 1, ".") || is(i - 1, "@") || is(i - 1, "case") || (is(i - 1, ":") && is(i - 2, ":"));
    }

    private Set<String> declared() {
        Set<String> declared = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (is(i, "-") && is(i + 1, ">")) {
                parameters(i - 1, declared);
            } else if (tokens.get(i).isWord() && i > 0 && followsType(i)) {
                declared.add(tokens.get(i).in(text));
            }
        }
        return declared;
    }

    /** As in {@code var x}, {@code Foo x}, {@code List<Foo> x} and {@code int[] x}, but not in {@code a > x}. */
    private boolean followsType(int i) {
        Token before = tokens.get(i - 1);
        boolean generic = is(i - 1, ">") && i > 1 && tokens.get(i - 2).end() == before.start();
        boolean keyword = before.kind() == Kind.KEYWORD
                && !Set.of("return", "new", "throw", "else", "do", "instanceof", "case", "assert", "extends", "yield")
                        .contains(before.in(text));
        return before.isWord() || keyword || generic || is(i - 1, "]");
    }

    private void parameters(int last, Set<String> declared) {
        if (last >= 0 && tokens.get(last).isWord()) {
            declared.add(tokens.get(last).in(text));
        }
        if (is(last, ")")) {
            for (int i = last - 1; i >= 0 && !is(i, "("); i--) {
                if (tokens.get(i).isWord()) {
                    declared.add(tokens.get(i).in(text));
                }
            }
        }
    }

    private boolean is(int i, String characters) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(characters, text);
    }

    /** {@return the text up to and with the dot before a word, if there is one and something that it could be asked of} */
    public static Optional<String> owner(String text, List<Token> tokens, int word) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).start() == word) {
                return i > 0 && tokens.get(i - 1).is(".", text)
                        ? Optional.of(text.substring(0, tokens.get(i - 1).end()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
