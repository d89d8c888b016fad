package gradflow.repl.typing;

import java.util.List;
import java.util.Optional;

/**
 * The call whose brackets the cursor stands in.
 *
 * @param head the text up to and with the opening bracket
 * @param name what is called
 * @param argument which argument the cursor is at, from 0
 */
public record OpenCall(String head, String name, int argument) {

    /** {@return the innermost call that is open at the end of a text} */
    public static Optional<OpenCall> at(String before) {
        List<Token> tokens = JavaLexer.tokens(before);
        for (int open : Brackets.of(before, tokens).open()) {
            if (before.charAt(open) == '(') {
                Token name = null;
                int depth = 0;
                int commas = 0;
                for (Token token : tokens) {
                    if (token.end() <= open) {
                        name = token;
                    } else if (token.kind() == Token.Kind.BRACKET && token.start() > open) {
                        depth += "([{".indexOf(before.charAt(token.start())) >= 0 ? 1 : -1;
                    } else if (depth == 0 && token.start() > open && token.is(",", before)) {
                        commas++;
                    }
                }
                if (name != null && name.isWord()) {
                    return Optional.of(new OpenCall(before.substring(0, open + 1), name.in(before), commas));
                }
            }
        }
        return Optional.empty();
    }

    /** {@return the text that it is asked of, without the dot; empty if nothing} */
    public String owner() {
        String before = head.substring(0, head.length() - 1).stripTrailing();
        String owner = before.substring(0, before.length() - name.length()).stripTrailing();
        return owner.endsWith(".") ? owner.substring(0, owner.length() - 1) : "";
    }
}
