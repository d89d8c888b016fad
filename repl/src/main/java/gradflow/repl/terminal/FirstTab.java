package gradflow.repl.terminal;

import gradflow.repl.help.Entry;
import gradflow.repl.help.HelpIndex;
import gradflow.repl.typing.Brackets;
import gradflow.repl.typing.JavaLexer;
import gradflow.repl.typing.LastExpression;
import gradflow.repl.typing.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Completion from the index alone, for the second or so until the compiler is loaded: a chain that begins with a word of
 * the field can be followed by what its words give.
 */
final class FirstTab {
    private static final Set<String> FACTORIES = Set.of("standard", "of");

    private FirstTab() {}

    /** {@return what can stand at the end of a text, or nothing if that takes the compiler to know} */
    static Optional<List<Completion>> completions(String before) {
        if (!HelpIndex.isThere()) {
            return Optional.empty();
        }
        String name = Word.before(before, before.length()).word();
        String rest = before.substring(0, before.length() - name.length()).stripTrailing();
        Optional<String> type = rest.isEmpty()
                ? Optional.of(HelpIndex.FIRST)
                : rest.endsWith(".") ? type(LastExpression.of(rest.substring(0, rest.length() - 1))) : Optional.empty();
        return type.map(owner -> HelpIndex.standard().members(owner).stream()
                        .filter(entry -> entry.name().startsWith(name) && !isFactory(entry))
                        .map(FirstTab::typed)
                        .distinct()
                        .map(typed -> Knowledge.completion(owner, typed, typed))
                        .toList())
                .filter(found -> !found.isEmpty());
    }

    /** What makes a value of a type isn't asked of one. */
    private static boolean isFactory(Entry entry) {
        return FACTORIES.contains(entry.name()) && entry.returns().equals(entry.owner());
    }

    private static String typed(Entry entry) {
        if (entry.kind() == Entry.Kind.CONSTANT) {
            return entry.name();
        }
        boolean takesNothing = HelpIndex.standard().members(entry.owner(), entry.name()).stream()
                .allMatch(overload -> overload.parameters().isEmpty());
        return entry.name() + (takesNothing ? "()" : "(");
    }

    /** {@return the type of a chain of calls that begins with a word of the field} */
    private static Optional<String> type(String chain) {
        List<Token> tokens = JavaLexer.tokens(chain).stream()
                .filter(token -> token.kind() != Token.Kind.COMMENT)
                .toList();
        Brackets brackets = Brackets.of(chain, tokens);
        String type = HelpIndex.FIRST;
        int at = 0;
        while (true) {
            if (at + 1 >= tokens.size() || !tokens.get(at + 1).is("(", chain)) {
                return Optional.empty();
            }
            int close = brackets.partner(tokens.get(at + 1).start()).orElse(chain.length());
            List<Entry> entries =
                    HelpIndex.standard().members(type, tokens.get(at).in(chain));
            if (entries.isEmpty()) {
                return Optional.empty();
            }
            type = entries.get(0).returns().replaceFirst("<.*", "");
            while (at < tokens.size() && tokens.get(at).start() <= close) {
                at++;
            }
            if (at >= tokens.size()) {
                return Optional.of(type);
            }
            at++; // the dot
        }
    }
}
