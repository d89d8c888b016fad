package gradflow.repl.script;

import gradflow.repl.script.Part.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles the sources of a script; once more where an expression turns out to have no value. */
final class Compilation {
    private static final String NO_TYPE = "compiler.err.cant.infer.local.var.type";

    private Compilation() {}

    static Map<String, byte[]> run(Javac javac, Sources sources) {
        Javac.Compiled compiled = javac.compile(files(sources));
        if (!compiled.errors().isEmpty()) {
            compiled.errors().forEach(error -> learn(error, sources));
            compiled = javac.compile(files(sources));
        }
        if (!compiled.errors().isEmpty()) {
            throw new Doubt("an error of another kind");
        }
        return compiled.classes();
    }

    private static List<Javac.Source> files(Sources sources) {
        List<Javac.Source> files = new ArrayList<>();
        files.add(new Javac.Source(Sources.CLASS, sources.script()));
        if (sources.hasTypes()) {
            files.add(new Javac.Source(Sources.TYPES, sources.types()));
        }
        return files;
    }

    private static void learn(Diagnostic<? extends JavaFileObject> error, Sources sources) {
        Part part = sources.at(error.getPosition());
        boolean isVoid = NO_TYPE.equals(error.getCode())
                && error.getMessage(Locale.ROOT).contains("void")
                && error.getSource() != null
                && error.getSource().isNameCompatible(Sources.CLASS, JavaFileObject.Kind.SOURCE);
        if (!isVoid || part == null || !part.is(Kind.EXPRESSION)) {
            throw new Doubt(error.getMessage(Locale.ROOT));
        }
        sources.isStatement(part);
    }
}
