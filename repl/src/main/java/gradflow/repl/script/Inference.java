package gradflow.repl.script;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Finds the types of the variables that were declared with {@code var}. */
final class Inference {
    private Inference() {}

    static void run(Javac javac, Sources sources) throws IOException {
        List<Javac.Source> files = new ArrayList<>();
        files.add(new Javac.Source(Sources.CLASS, sources.inference()));
        if (sources.hasTypes()) {
            files.add(new Javac.Source(Sources.TYPES, sources.types()));
        }
        JavacTask task = javac.analysis(files);
        CompilationUnitTree unit = task.parse().iterator().next();
        Iterable<?> unusedElements = task.analyze();
        List<TypeMirror> types = types(unit, Trees.instance(task));
        List<Part> variables = sources.inferred();
        if (types.size() != variables.size()) {
            throw new Doubt("a variable without a type");
        }
        for (int i = 0; i < types.size(); i++) {
            sources.infer(variables.get(i), TypeText.of(types.get(i)));
        }
    }

    private static List<TypeMirror> types(CompilationUnitTree unit, Trees trees) {
        TreePath file = new TreePath(unit);
        List<TypeMirror> types = new ArrayList<>();
        for (Tree type : unit.getTypeDecls()) {
            for (Tree member : ((ClassTree) type).getMembers()) {
                if (member instanceof MethodTree method && method.getName().contentEquals(Sources.INFERENCE)) {
                    TreePath path = new TreePath(new TreePath(new TreePath(file, type), member), method.getBody());
                    types.addAll(variables(method.getBody(), path, trees));
                }
            }
        }
        return types;
    }

    private static List<TypeMirror> variables(BlockTree body, TreePath path, Trees trees) {
        List<TypeMirror> types = new ArrayList<>();
        for (StatementTree statement : body.getStatements()) {
            if (!(statement instanceof VariableTree)) {
                throw new Doubt("a variable of another form");
            }
            TypeMirror type = trees.getTypeMirror(new TreePath(path, statement));
            if (type == null) {
                throw new Doubt("a variable that wasn't looked at");
            }
            types.add(type);
        }
        return types;
    }
}
