package gradflow.repl.script;

import gradflow.repl.script.Part.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Java for javac of a whole script: a class with its methods, its variables as static fields, and a method for each piece
 * that runs; and its types beside that class, where private means private, as it does to jshell. All names of its own
 * carry a dollar sign, which no script has. Everything stands on the line where it stands in the script.
 */
final class Sources {
    static final String PACKAGE = "REPL";
    static final String CLASS = "$Script";
    static final String TYPES = "$Types";
    /** Holds the variables whose types are to be found out, as its own. */
    static final String INFERENCE = "$infer";

    private static final String VOID_CALL = "System.out.println System.out.print System.err.println System.err.print";

    private final List<Part> parts;
    private final String header;
    private final boolean arguments;
    private final Map<Part, String> types = new HashMap<>();
    private final Set<Part> statements;
    private final List<int[]> spans = new ArrayList<>();

    Sources(List<Part> parts, List<String> imports, boolean arguments) {
        this.parts = parts;
        this.arguments = arguments;
        header = "package " + PACKAGE + "; "
                + Stream.concat(imports.stream(), kind(Kind.IMPORT).map(part -> part.code() + ";"))
                        .collect(Collectors.joining(" "))
                + " ";
        statements = parts.stream().filter(this::isVoidCall).collect(Collectors.toSet());
    }

    private Stream<Part> kind(Kind kind) {
        return parts.stream().filter(part -> part.is(kind));
    }

    /** {@return the name of the method that evaluates a piece} */
    static String method(int part) {
        return "$" + part;
    }

    boolean hasInferred() {
        return parts.stream().anyMatch(Part::isInferred);
    }

    /** Tells the type of a variable that was declared with {@code var}. */
    void infer(Part part, String type) {
        types.put(part, type);
    }

    /** The value of this piece is none. */
    void isStatement(Part part) {
        statements.add(part);
    }

    boolean isStatement(int part) {
        return statements.contains(parts.get(part));
    }

    /** Calls that surely return nothing, so that javac needn't be asked twice. Others are found out by compiling. */
    private boolean isVoidCall(Part part) {
        if (!part.is(Kind.EXPRESSION)) {
            return false;
        }
        Tokens tokens = new Tokens(part.code());
        int bracket = 0;
        while (bracket < tokens.size() && !tokens.is(bracket, "(")) {
            bracket++;
        }
        if (bracket == 0 || bracket == tokens.size() || tokens.partner(bracket) != tokens.size() - 1) {
            return false;
        }
        String called = part.code().substring(0, tokens.end(bracket - 1));
        List<Part> own =
                kind(Kind.METHOD).filter(method -> method.name().equals(called)).toList();
        return own.isEmpty()
                ? List.of(VOID_CALL.split(" ")).contains(called)
                        && parts.stream().noneMatch(one -> one.name().equals("System"))
                : own.stream().allMatch(method -> method.type().equals("void"));
    }

    /** {@return the class of the script, when all types are known} */
    String script() {
        spans.clear();
        Lines text = new Lines().add(header).add("class " + CLASS + " { ");
        if (arguments) {
            text.add("public static java.lang.String[] " + WholeScript.ARGUMENTS + "; ");
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            int from = text.length();
            if (part.is(Kind.METHOD)) {
                text.at(part.line()).add("public static " + part.code() + " ");
            } else if (part.is(Kind.VARIABLE)) {
                text.at(part.piece().line())
                        .add("public static " + types.getOrDefault(part, part.type()) + " " + part.name() + "; ");
            }
            if (part.runs()) {
                text.at(part.piece().line())
                        .add("static java.lang.Object " + method(i) + "() throws java.lang.Throwable { ");
                run(text, part);
                text.add("} ");
            }
            spans.add(new int[] {from, text.length()});
        }
        return text.add("}").toString();
    }

    private void run(Lines text, Part part) {
        boolean plain = part.is(Kind.ASSIGNMENT) || statements.contains(part);
        if (part.is(Kind.VARIABLE)) {
            text.add(part.type() + " $v = ")
                    .at(part.line())
                    .add(part.code())
                    .add("; " + part.name() + " = $v; return null; ");
        } else if (part.is(Kind.STATEMENT)) {
            // An if around it, as nothing may follow on a loop without an end.
            text.add("if (true) { ")
                    .at(part.line())
                    .add(part.code())
                    .add(isClosed(part) ? " } return null; " : "; } return null; ");
        } else if (plain || part.code().equals("null")) {
            text.add(part.code().equals("null") ? "" : part.code() + "; ").add("return null; ");
        } else {
            text.add("var $v = ").add(part.code()).add("; return $v; ");
        }
    }

    private static boolean isClosed(Part part) {
        return part.code().endsWith(";") || part.code().endsWith("}");
    }

    /** {@return the types of the script} */
    String types() {
        Lines text = new Lines().add(header);
        Stream.concat(
                        Stream.of(Kind.METHOD, Kind.VARIABLE)
                                .flatMap(this::kind)
                                .map(Part::name),
                        arguments ? Stream.of(WholeScript.ARGUMENTS) : Stream.of())
                .distinct()
                .forEach(name -> text.add("import static " + PACKAGE + "." + CLASS + "." + name + "; "));
        kind(Kind.TYPE).forEach(part -> text.at(part.line()).add(part.code() + " "));
        return text.toString();
    }

    boolean hasTypes() {
        return kind(Kind.TYPE).findAny().isPresent();
    }

    /** {@return as much of the class of the script as it takes to tell the types of its variables} */
    String inference() {
        Lines text = new Lines().add(header).add("class " + CLASS + " { ");
        if (arguments) {
            text.add("public static java.lang.String[] " + WholeScript.ARGUMENTS + "; ");
        }
        kind(Kind.METHOD).forEach(part -> text.add("public static " + part.code() + "\n"));
        kind(Kind.VARIABLE)
                .filter(part -> !part.isInferred())
                .forEach(part -> text.add("public static " + part.type() + " " + part.name() + "; "));
        text.add("static void " + INFERENCE + "() throws java.lang.Throwable { ");
        kind(Kind.VARIABLE)
                .filter(Part::isInferred)
                .forEach(part -> text.add("var " + part.name() + " = " + part.code() + ";\n"));
        return text.add("} }").toString();
    }

    /** {@return the variables of {@link #inference()}, in their order} */
    List<Part> inferred() {
        return kind(Kind.VARIABLE).filter(Part::isInferred).toList();
    }

    /** {@return the part that a place in {@link #script()} belongs to, or null} */
    @org.jspecify.annotations.Nullable
    Part at(long offset) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i)[0] <= offset && offset < spans.get(i)[1]) {
                return parts.get(i);
            }
        }
        return null;
    }
}
