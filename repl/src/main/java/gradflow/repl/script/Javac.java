package gradflow.repl.script;

import com.sun.source.util.JavacTask;
import gradflow.repl.engine.HostClassPath;
import gradflow.repl.library.LibraryFiles;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The compiler, from memory to memory. */
final class Javac implements AutoCloseable {
    private final JavaCompiler compiler;
    private final JavaFileManager files;
    private final List<String> options;

    /** @param text what will be compiled may name no other classes of the JDK than this text does */
    Javac(String text) {
        compiler = ToolProvider.getSystemJavaCompiler();
        files = LibraryFiles.of(() -> compiler.getStandardFileManager(null, null, null), text);
        options = List.of(
                "-proc:none",
                "-nowarn",
                "-Xlint:none",
                "-XDstringConcat=inline",
                "-g:source,lines",
                "-classpath",
                classPath());
    }

    private static String classPath() {
        return Stream.concat(Stream.of(System.getProperty("java.class.path", "")), HostClassPath.extra().stream())
                .filter(path -> !path.isEmpty())
                .reduce((all, path) -> all + File.pathSeparator + path)
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    /** A source in memory. */
    static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("script:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public String getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String name) {
            super(URI.create("script:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ClassFile> classes = new HashMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
            return classes.computeIfAbsent(name, ClassFile::new);
        }

        @Override
        public void close() {
            // What it writes to stays in memory, and what it reads from is used again.
        }
    }

    /** Classes, or what is wrong. */
    record Compiled(Map<String, byte[]> classes, List<Diagnostic<? extends JavaFileObject>> errors) {}

    Compiled compile(List<Source> sources) {
        Memory memory = new Memory(files);
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        boolean well = task(memory, problems, List.of(), sources).call();
        Map<String, byte[]> classes = new HashMap<>();
        memory.classes.forEach((name, file) -> classes.put(name, file.bytes.toByteArray()));
        List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>(problems.getDiagnostics());
        errors.removeIf(problem -> problem.getKind() != Diagnostic.Kind.ERROR);
        if (!well && errors.isEmpty()) {
            throw new Doubt("the compiler failed");
        }
        return new Compiled(classes, errors);
    }

    /** {@return a task that goes on as far as it can in spite of errors} */
    JavacTask analysis(List<Source> sources) {
        return task(new Memory(files), new DiagnosticCollector<>(), List.of("-XDshould-stop.ifError=ATTR"), sources);
    }

    private JavacTask task(
            Memory memory, DiagnosticCollector<JavaFileObject> problems, List<String> more, List<Source> sources) {
        List<String> all = new ArrayList<>(options);
        all.addAll(more);
        return (JavacTask) compiler.getTask(Writer.nullWriter(), memory, problems, all, null, sources);
    }
}
