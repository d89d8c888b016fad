package gradflow.repl.script;

import java.util.Set;

/**
 * As much of Java's grammar as tells where a statement or a declaration ends and which kind it is. What is written
 * otherwise than people write raises a {@link Doubt}.
 */
final class Grammar {
    /** It goes on beyond the text. */
    static final int OPEN = -1;

    static final Set<String> MODIFIERS = Set.of(
            "public",
            "protected",
            "private",
            "static",
            "final",
            "abstract",
            "strictfp",
            "native",
            "transient",
            "volatile",
            "default",
            "sealed",
            "synchronized");
    private static final Set<String> TYPES = Set.of("class", "interface", "enum");
    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double", "void");
    private static final Set<String> BLOCKS = Set.of("if", "for", "while", "do", "try", "switch", "synchronized");
    private static final Set<String> JUMPS = Set.of("throw", "return", "break", "continue", "assert", "yield");
    private static final Set<String> LAST = Set.of("this", "true", "false", "null", "class");
    private static final Set<String> BOUNDS = Set.of("extends", "super");

    private final Tokens tokens;

    Grammar(Tokens tokens) {
        this.tokens = tokens;
    }

    /** {@return the offset after the first statement or declaration of a text that begins with one, or {@link #OPEN}} */
    static int end(String text) {
        Tokens tokens = new Tokens(text);
        int after = new Grammar(tokens).first();
        if (after == OPEN) {
            return OPEN;
        }
        boolean closed = tokens.is(after - 1, ";") || tokens.is(after - 1, "}");
        return closed ? tokens.end(after - 1) : text.length();
    }

    /** {@return the token after the first statement or declaration, or {@link #OPEN}} */
    int first() {
        if (tokens.is(0, ";")) {
            return 1;
        }
        int declared = afterModifiers();
        if (declared == tokens.size()) {
            return OPEN;
        }
        if (isType(declared) || isMethod(declared)) {
            return afterBody(declared);
        }
        return declared == 0 ? statement(0) : simple(declared);
    }

    /** {@return the token after the modifiers and annotations that the text begins with} */
    int afterModifiers() {
        int at = 0;
        while (true) {
            if (tokens.is(at, "@") && tokens.isName(at + 1)) {
                at += 2;
                while (tokens.is(at, ".") && tokens.isName(at + 1)) {
                    at += 2;
                }
                at = tokens.is(at, "(") ? afterPair(at) : at;
                if (at == OPEN) {
                    return tokens.size();
                }
            } else if (tokens.isOneOf(at, MODIFIERS) && !tokens.is(at + 1, "(")) {
                at++;
            } else {
                return at;
            }
        }
    }

    boolean isType(int at) {
        return tokens.isOneOf(at, TYPES)
                || (tokens.is(at, "@") && tokens.is(at + 1, "interface"))
                || (tokens.is(at, "record")
                        && tokens.isName(at + 1)
                        && (tokens.is(at + 2, "(") || tokens.is(at + 2, "<")));
    }

    boolean isMethod(int at) {
        int from = tokens.is(at, "<") ? afterArguments(at) : at;
        int name = from < 0 ? -1 : afterType(from);
        return name > 0 && tokens.isName(name) && tokens.is(name + 1, "(");
    }

    boolean isStatement() {
        return tokens.is(0, "{") || tokens.isOneOf(0, BLOCKS) || tokens.isOneOf(0, JUMPS) || isLabel(0);
    }

    private boolean isLabel(int at) {
        return tokens.isName(at) && tokens.is(at + 1, ":") && !tokens.is(at + 2, ":");
    }

    /** {@return the token after a type, or -1 if this is none} */
    int afterType(int from) {
        if (tokens.isOneOf(from, PRIMITIVES)) {
            return afterDimensions(from + 1);
        }
        int at = from;
        while (tokens.isName(at)) {
            at++;
            at = tokens.is(at, "<") ? afterArguments(at) : at;
            if (at < 0 || !tokens.is(at, ".")) {
                return at < 0 ? -1 : afterDimensions(at);
            }
            at++;
        }
        return -1;
    }

    private int afterDimensions(int from) {
        int at = from;
        while (tokens.is(at, "[") && tokens.is(at + 1, "]")) {
            at += 2;
        }
        return at;
    }

    private int afterArguments(int from) {
        int depth = 0;
        for (int at = from; at < tokens.size(); at++) {
            if (tokens.is(at, "<")) {
                depth++;
            } else if (tokens.is(at, ">")) {
                depth--;
                if (depth == 0) {
                    return at + 1;
                }
            } else if (!isInArguments(at)) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isInArguments(int at) {
        return tokens.isName(at)
                || tokens.isOneOf(at, PRIMITIVES)
                || tokens.isOneOf(at, BOUNDS)
                || (!tokens.isWord(at) && ".,?&[]".contains(tokens.word(at)));
    }

    private int afterPair(int at) {
        return at < tokens.size() && tokens.partner(at) >= 0 ? tokens.partner(at) + 1 : OPEN;
    }

    private int afterPair(int at, String bracket) {
        if (at == OPEN || at >= tokens.size()) {
            return OPEN;
        }
        if (!tokens.is(at, bracket)) {
            throw new Doubt(bracket + " is missing");
        }
        return afterPair(at);
    }

    private int afterBody(int from) {
        int at = from;
        while (at != OPEN && at < tokens.size() && !tokens.is(at, "{")) {
            if (tokens.is(at, ";")) {
                throw new Doubt("a declaration without a body");
            }
            at = tokens.isOpening(at) ? afterPair(at) : at + 1;
        }
        return at == OPEN ? OPEN : afterPair(at);
    }

    private int statement(int at) {
        if (at == OPEN || at >= tokens.size()) {
            return OPEN;
        }
        if (tokens.is(at, "{")) {
            return afterPair(at);
        }
        if (tokens.isOneOf(at, BLOCKS)) {
            return block(at);
        }
        return isLabel(at) ? statement(at + 2) : simple(at);
    }

    private int block(int at) {
        return switch (tokens.word(at)) {
            case "do" -> afterDo(statement(at + 1));
            case "try" -> afterTry(at);
            case "if" -> afterThen(statement(afterPair(at + 1, "(")));
            case "switch", "synchronized" -> afterPair(afterPair(at + 1, "("), "{");
            default -> statement(afterPair(at + 1, "("));
        };
    }

    private int afterThen(int at) {
        return at != OPEN && tokens.is(at, "else") ? statement(at + 1) : at;
    }

    private int afterDo(int at) {
        if (at == OPEN || at >= tokens.size()) {
            return OPEN;
        }
        if (!tokens.is(at, "while")) {
            throw new Doubt("do without while");
        }
        int end = afterPair(at + 1, "(");
        return end != OPEN && tokens.is(end, ";") ? end + 1 : end;
    }

    private int afterTry(int from) {
        boolean resources = tokens.is(from + 1, "(");
        int at = afterPair(resources ? afterPair(from + 1) : from + 1, "{");
        boolean handled = resources;
        while (at != OPEN && tokens.is(at, "catch")) {
            at = afterPair(afterPair(at + 1, "("), "{");
            handled = true;
        }
        if (at != OPEN && tokens.is(at, "finally")) {
            at = afterPair(at + 1, "{");
            handled = true;
        }
        return handled ? at : OPEN;
    }

    /** {@return the token after the semicolon, or the end of the text if that may stand for one} */
    private int simple(int from) {
        int at = from;
        while (at != OPEN && at < tokens.size()) {
            if (tokens.is(at, ";")) {
                return at + 1;
            }
            at = tokens.isOpening(at) ? afterPair(at) : at + 1;
        }
        return at == OPEN || !canBeLast(tokens.size() - 1) ? OPEN : at;
    }

    private boolean canBeLast(int at) {
        if (tokens.isKeyword(at) && !tokens.isOneOf(at, LAST)) {
            throw new Doubt("a line ends in a keyword");
        }
        return tokens.isWord(at)
                || tokens.isValue(at)
                || tokens.is(at, ")")
                || tokens.is(at, "]")
                || tokens.is(at, "}")
                || (tokens.touch(at)
                        && ((tokens.is(at, "+") && tokens.is(at - 1, "+"))
                                || (tokens.is(at, "-") && tokens.is(at - 1, "-"))));
    }
}
