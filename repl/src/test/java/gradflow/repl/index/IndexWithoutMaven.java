package gradflow.repl.index;

import gradflow.repl.help.HelpIndex;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes the index where the classes were compiled by something other than Maven, such as an IDE, which makes none. */
public final class IndexWithoutMaven implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        synchronized (IndexWithoutMaven.class) {
            if (!HelpIndex.isThere()) {
                make(folderOfClasses());
            }
        }
    }

    private static Path folderOfClasses() {
        return new File(HelpIndex.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toPath();
    }

    static void make(Path folder) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        Path root = Path.of(System.getProperty("gradflow.root", ".."));
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(root.resolve("dsl/src/main/java"))) {
            List<Path> java =
                    sources.filter(path -> path.toString().endsWith(".java")).toList();
            JavaCompiler.CompilationTask task = javac.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:only", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                    null,
                    files.getJavaFileObjectsFromPaths(java));
            task.setProcessors(List.of(new IndexProcessor()));
            if (!task.call()) {
                throw new IllegalStateException("the index could not be made");
            }
        }
    }
}
