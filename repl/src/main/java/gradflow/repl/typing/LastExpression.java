package gradflow.repl.typing;

import java.util.List;

/** The expression that a text ends with, without what it stands in. */
public final class LastExpression {
    private LastExpression() {}

    /** {@return {@code identity(0.5)} of {@code var n = rnn().whh(identity(0.5)}} */
    public static String of(String text) {
        List<Token> tokens = JavaLexer.tokens(text);
        Brackets brackets = Brackets.of(text, tokens);
        int start = brackets.open().isEmpty() ? 0 : brackets.open().get(0) + 1;
        int closedAt = -1;
        for (Token token : tokens) {
            boolean inside = token.start() < start || token.start() < closedAt;
            if (!inside && token.kind() == Token.Kind.BRACKET) {
                closedAt = brackets.partner(token.start()).orElse(token.start());
            } else if (!inside && endsExpression(token, text)) {
                start = token.end();
            }
        }
        return text.substring(start).strip();
    }

    private static boolean endsExpression(Token token, String text) {
        boolean sign = token.kind() == Token.Kind.SIGN && !token.is(".", text);
        boolean word = token.kind() == Token.Kind.KEYWORD && (token.is("return", text) || token.is("throw", text));
        return sign || word || token.is("}", text);
    }
}
