package gradflow.repl.engine;

import java.util.List;
import java.util.Locale;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** Declarations in words, and the names that they miss. */
final class Declarations {
    private Declarations() {}

    static String what(Snippet snippet) {
        if (snippet instanceof MethodSnippet method) {
            String signature = method.signature();
            String result = signature.substring(signature.lastIndexOf(')') + 1);
            return "method " + result + " " + method.name() + "(" + method.parameterTypes() + ")";
        }
        if (snippet instanceof TypeDeclSnippet type) {
            String kind = type.subKind().name().replaceFirst("_.*", "").toLowerCase(Locale.ROOT);
            return kind + " " + type.name();
        }
        if (snippet instanceof VarSnippet variable) {
            return "variable " + variable.typeName() + " " + variable.name();
        }
        return snippet instanceof ImportSnippet imported ? "import " + imported.fullname() : snippet.source();
    }

    static List<String> missing(JShell shell, Snippet snippet) {
        return snippet instanceof DeclarationSnippet declaration
                ? shell.unresolvedDependencies(declaration).toList()
                : List.of();
    }

    static boolean isUnresolved(Status status) {
        return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
    }
}
