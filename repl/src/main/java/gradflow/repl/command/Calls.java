package gradflow.repl.command;

import gradflow.repl.typing.Brackets;
import gradflow.repl.typing.JavaLexer;
import gradflow.repl.typing.Token;
import java.util.List;
import java.util.Optional;

/** Chains of calls, as text. */
final class Calls {
    private Calls() {}

    /** {@return the chain before its last call; nothing if there is no dot to cut at} */
    static Optional<String> withoutLast(String chain) {
        List<Token> tokens = JavaLexer.tokens(chain);
        Brackets brackets = Brackets.of(chain, tokens);
        int i = tokens.size() - 1;
        while (i > 0) {
            Token token = tokens.get(i);
            int opening = token.is(")", chain) ? brackets.partner(token.start()).orElse(0) : token.start();
            while (i > 0 && tokens.get(i).start() > opening) {
                i--;
            }
            if (tokens.get(i).is(".", chain)) {
                return Optional.of(chain.substring(0, tokens.get(i).start()));
            }
            i--;
        }
        return Optional.empty();
    }
}
