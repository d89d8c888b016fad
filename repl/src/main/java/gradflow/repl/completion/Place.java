package gradflow.repl.completion;

import gradflow.repl.typing.Brackets;
import gradflow.repl.typing.JavaLexer;
import gradflow.repl.typing.LastExpression;
import gradflow.repl.typing.Token;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The end of a text: what has been typed of a name there, and what kind of name it must be. */
final class Place {
    /** What can stand there. */
    enum Kind {
        /** What can be imported. */
        IMPORT,
        /** What can be imported of a type, without it. */
        STATIC_IMPORT,
        /** What can be asked of something. */
        MEMBER,
        /** A type of which a value is to be made. */
        NEW,
        /** A type. */
        TYPE,
        /** An expression, or the type that a declaration begins with. */
        EXPRESSION,
        /** That takes a parser to know. */
        UNKNOWN
    }

    private static final Pattern IMPORT =
            Pattern.compile("import\\s+(static\\s+)?((?:[\\w$]+\\.)*)([\\w$]*)", Pattern.UNICODE_CHARACTER_CLASS);

    /** Where one of these stands, names have rules of their own. */
    private static final Set<String> OWN_RULES = Set.of(
            "class",
            "interface",
            "enum",
            "record",
            "extends",
            "implements",
            "throws",
            "catch",
            "for",
            "try",
            "case",
            "switch",
            "package",
            "import");

    private static final String SIGNS_BEFORE_EXPRESSION = "=+-*/%&|^!~?:,<;";

    private final String text;
    private final List<Token> before;
    private final String beginning;
    private final String owner;
    private final Kind kind;

    Place(String text) {
        this.text = text;
        List<Token> tokens = JavaLexer.tokens(text).stream()
                .filter(token -> token.kind() != Token.Kind.COMMENT)
                .toList();
        String word = wordAtEnd(tokens, text);
        before = word.isEmpty() ? tokens : tokens.subList(0, tokens.size() - 1);
        Matcher imported =
                IMPORT.matcher(text.substring(text.lastIndexOf(';') + 1).stripLeading());
        if (imported.matches()) {
            kind = imported.group(1) == null ? Kind.IMPORT : Kind.STATIC_IMPORT;
            owner = imported.group(2).replaceFirst("\\.$", "");
            beginning = imported.group(3);
        } else if (is(1, ".")) {
            String chain = LastExpression.of(
                    text.substring(0, before.get(before.size() - 1).start()));
            boolean made = chain.matches("new\\b[^(]*");
            kind = made ? Kind.NEW : Kind.MEMBER;
            owner = made ? chain.substring("new".length()).strip() : chain;
            beginning = word;
        } else {
            kind = ofName(word);
            owner = "";
            beginning = word;
        }
    }

    private static String wordAtEnd(List<Token> tokens, String text) {
        if (tokens.isEmpty()) {
            return "";
        }
        Token last = tokens.get(tokens.size() - 1);
        boolean isWord = last.isWord() || last.kind() == Token.Kind.KEYWORD;
        return isWord && last.end() == text.length() ? last.in(text) : "";
    }

    /** {@return whether it stands in the declaration of an import} */
    boolean isImport() {
        return kind == Kind.IMPORT || kind == Kind.STATIC_IMPORT;
    }

    Kind kind() {
        return kind;
    }

    /** {@return what has been typed of the name} */
    String beginning() {
        return beginning;
    }

    /** {@return what stands before the dot before the name; empty if nothing} */
    String owner() {
        return owner;
    }

    private Kind ofName(String word) {
        boolean ruled = before.stream().anyMatch(token -> OWN_RULES.contains(token.in(text)));
        if (ruled) {
            return Kind.UNKNOWN;
        }
        if (before.isEmpty()) {
            return Kind.EXPRESSION;
        }
        Token last = before.get(before.size() - 1);
        boolean capital = !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
        if (last.is("new", text)) {
            return Kind.NEW;
        }
        if (last.is("instanceof", text)) {
            return capital ? Kind.TYPE : Kind.UNKNOWN;
        }
        boolean isOpen = last.is("(", text) || last.is("[", text);
        boolean isSign = (isArrow() || isSign(last)) && (capital || !isAmongTypes());
        return isOpen || isSign ? Kind.EXPRESSION : Kind.UNKNOWN;
    }

    private boolean isSign(Token token) {
        return token.kind() == Token.Kind.SIGN
                && SIGNS_BEFORE_EXPRESSION.contains(token.in(text))
                && !(is(1, ":") && is(2, ":"))
                && !(is(1, "?") && (is(2, "<") || is(2, ",")));
    }

    private boolean isArrow() {
        return is(1, ">") && is(2, "-");
    }

    /** {@return whether it may be the brackets of a generic type that the name stands in, or a list of names} */
    private boolean isAmongTypes() {
        return is(1, "<") || (is(1, ",") && Brackets.of(text, before).open().isEmpty());
    }

    private boolean is(int fromEnd, String characters) {
        return before.size() >= fromEnd && before.get(before.size() - fromEnd).is(characters, text);
    }

    /** {@return whether the text may itself declare what begins so: it has such a name, of which nothing is known} */
    boolean mayDeclare(Predicate<String> isKnown) {
        for (int i = 0; i < before.size(); i++) {
            Token token = before.get(i);
            boolean called = i + 1 < before.size() && before.get(i + 1).is("(", text);
            boolean owned = i > 0 && before.get(i - 1).is(".", text);
            String name = token.in(text);
            if (token.isWord() && !called && !owned && name.startsWith(beginning) && !isKnown.test(name)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether the name before the first dot may be a parameter of a lambda, which can be called like a variable} */
    boolean mayBeParameter() {
        List<Token> chain = JavaLexer.tokens(owner);
        boolean isCall = chain.size() > 1 && chain.get(1).is("(", owner);
        return text.contains("->") && !chain.isEmpty() && chain.get(0).isWord() && !isCall;
    }
}
