package gradflow.repl.script;

import gradflow.repl.engine.JavaText;
import gradflow.repl.engine.Piece;
import gradflow.repl.script.Part.Kind;
import java.util.HashSet;
import java.util.Set;

/** Tells what a piece of a script is. Whatever jshell treats in a way of its own raises a {@link Doubt}. */
final class Reader {
    /** jshell drops these from what is declared at the top. */
    private static final Set<String> DROPPED = Set.of("public", "static");

    private static final Set<String> OF_TYPES = Set.of("public", "abstract", "final");
    private static final Set<String> AT_HOME_IN_METHODS = Set.of("return", "break", "continue", "yield", "switch");

    private final Piece piece;
    private final String source;
    private final Tokens tokens;
    private final Grammar grammar;

    private Reader(Piece piece) {
        this.piece = piece;
        source = piece.source().substring(0, piece.codeLength());
        tokens = new Tokens(source);
        grammar = new Grammar(tokens);
    }

    static Part read(Piece piece) {
        return new Reader(piece).part();
    }

    private Part part() {
        if (grammar.first() != tokens.size()) {
            throw new Doubt("a piece that isn't one statement");
        }
        if (tokens.is(0, ";")) {
            return part(Kind.NOTHING, "", "", 0, 0);
        }
        if (tokens.is(0, "import")) {
            return imported();
        }
        int declared = grammar.afterModifiers();
        if (grammar.isType(declared)) {
            return type(declared);
        }
        if (grammar.isMethod(declared)) {
            return method(declared);
        }
        if (declared > 0 && !tokens.is(0, "synchronized")) {
            throw new Doubt("modifiers");
        }
        if (grammar.isStatement()) {
            if (tokens.isOneOf(0, AT_HOME_IN_METHODS)) {
                throw new Doubt(tokens.word(0));
            }
            return part(Kind.STATEMENT, "", "", 0, source.length());
        }
        return simple();
    }

    private Part imported() {
        if (source.indexOf('\n') >= 0 || JavaText.afterToken(source, 0) > 1 || source.contains("/*")) {
            throw new Doubt("an import over several lines");
        }
        int last = tokens.size() - (tokens.is(tokens.size() - 1, ";") ? 2 : 1);
        return part(Kind.IMPORT, tokens.is(last, "*") ? "" : tokens.word(last), "", 0, tokens.end(last));
    }

    private Part type(int declared) {
        String code = withoutModifiers(declared, OF_TYPES, Set.of("public"));
        int name = declared + (tokens.is(declared, "@") ? 2 : 1);
        if (tokens.is(declared, "record") && declaresConstructor(name)) {
            throw new Doubt("a constructor of a record, which jshell wants to be public");
        }
        return new Part(piece, Kind.TYPE, tokens.word(name), "", code, 0, words(0), Set.of());
    }

    private boolean declaresConstructor(int name) {
        for (int i = name + 2; i < tokens.size(); i++) {
            boolean named = tokens.is(i, tokens.word(name)) && (tokens.is(i + 1, "(") || tokens.is(i + 1, "{"));
            if (named && !tokens.is(i - 1, "public") && !tokens.is(i - 1, "new") && !tokens.is(i - 1, ".")) {
                return true;
            }
        }
        return false;
    }

    private Part method(int declared) {
        String code = withoutModifiers(declared, DROPPED, DROPPED);
        int name = declared;
        while (!(tokens.isName(name) && tokens.is(name + 1, "("))) {
            name++;
        }
        String type = tokens.is(name - 1, "void") ? "void" : "";
        return new Part(piece, Kind.METHOD, tokens.word(name), type, code, 0, words(0), parameters(name + 1));
    }

    /** Blanks them, so that all the rest stays at its place. */
    private String withoutModifiers(int declared, Set<String> known, Set<String> dropped) {
        StringBuilder code = new StringBuilder(source);
        for (int i = 0; i < declared; i++) {
            if (tokens.isOneOf(i, Grammar.MODIFIERS)) {
                if (!known.contains(tokens.word(i))) {
                    throw new Doubt(tokens.word(i));
                }
                if (dropped.contains(tokens.word(i))) {
                    code.replace(
                            tokens.start(i),
                            tokens.end(i),
                            " ".repeat(tokens.word(i).length()));
                }
            } else if (known.equals(DROPPED)) {
                throw new Doubt("an annotation");
            }
        }
        return code.toString();
    }

    private Part simple() {
        int end = tokens.is(tokens.size() - 1, ";") ? tokens.size() - 1 : tokens.size();
        int name = grammar.afterType(0);
        if (name > 0 && tokens.isName(name)) {
            return variable(name, end);
        }
        boolean assignment = tokens.isName(0) && isEquals(1);
        return part(assignment ? Kind.ASSIGNMENT : Kind.EXPRESSION, "", "", 0, tokens.end(end - 1));
    }

    private boolean isEquals(int at) {
        return tokens.is(at, "=") && !(tokens.is(at + 1, "=") && tokens.touch(at + 1));
    }

    private Part variable(int name, int end) {
        String type = source.substring(0, tokens.end(name - 1));
        if (source.substring(0, tokens.end(name)).indexOf('\n') >= 0) {
            throw new Doubt("a declaration over several lines");
        }
        if (name + 1 == end) {
            return new Part(piece, Kind.VARIABLE, tokens.word(name), type, "", tokens.end(name), words(0), Set.of());
        }
        if (!isEquals(name + 1) || name + 2 == end) {
            throw new Doubt("a declaration of another form");
        }
        Part part = part(Kind.VARIABLE, tokens.word(name), type, tokens.end(name + 1), tokens.end(end - 1));
        if (words(name + 2).contains(part.name())) {
            throw new Doubt("a variable that uses itself");
        }
        return part;
    }

    private Part part(Kind kind, String name, String type, int from, int to) {
        return new Part(
                piece,
                kind,
                name,
                type,
                source.substring(from, to),
                from,
                words(0),
                kind == Kind.STATEMENT ? ofLoop() : Set.of());
    }

    private Set<String> parameters(int bracket) {
        Set<String> names = new HashSet<>();
        for (int i = bracket + 1; i < tokens.partner(bracket); i++) {
            boolean typed =
                    tokens.isWord(i - 1) || tokens.is(i - 1, ">") || tokens.is(i - 1, "]") || tokens.is(i - 1, ".");
            if (tokens.isName(i) && typed && (tokens.is(i + 1, ",") || tokens.is(i + 1, ")"))) {
                names.add(tokens.word(i));
            }
        }
        return names;
    }

    /** What a loop goes over isn't in the scope of its variable, which must not stand there then. */
    private Set<String> ofLoop() {
        int name = tokens.is(0, "for") && tokens.is(1, "(") ? grammar.afterType(2) : -1;
        if (!tokens.isName(name) || !(tokens.is(name + 1, ":") || isEquals(name + 1))) {
            return Set.of();
        }
        for (int i = name + 1; tokens.is(name + 1, ":") && i < tokens.partner(1); i++) {
            if (tokens.is(i, tokens.word(name))) {
                return Set.of();
            }
        }
        return Set.of(tokens.word(name));
    }

    /** {@return the words that aren't asked of something, as after a dot} */
    private Set<String> words(int from) {
        Set<String> words = new HashSet<>();
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.isName(i) && !tokens.is(i - 1, ".")) {
                words.add(tokens.word(i));
            }
        }
        return words;
    }
}
