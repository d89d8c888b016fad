package gradflow.repl.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/** Loads snippet classes, woven, over the classes of this program, which snippets share with it. */
final class SnippetLoader implements LoaderDelegate {
    private final SnippetHost host;
    private final Snippets snippets;

    /** @param classPath what snippets see beside the classes of this program */
    SnippetLoader(SnippetHost host, List<Path> classPath) {
        this.host = host;
        snippets = new Snippets(host, parent(classPath));
    }

    private static ClassLoader parent(List<Path> classPath) {
        ClassLoader program = SnippetLoader.class.getClassLoader();
        return classPath.isEmpty()
                ? program
                : new URLClassLoader(
                        "class path", classPath.stream().map(SnippetLoader::url).toArray(URL[]::new), program);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("class path: " + path, e);
        }
    }

    private static final class Snippets extends ClassLoader {
        private final Map<String, byte[]> declared = new ConcurrentHashMap<>();
        private final SnippetHost host;
        private final Class<?> doors;

        Snippets(SnippetHost host, ClassLoader parent) {
            super("snippets", parent);
            this.host = host;
            doors = defineDoors();
        }

        private Class<?> defineDoors() {
            try (InputStream in = SnippetLoader.class.getResourceAsStream("Doors.class")) {
                if (in == null) {
                    throw new IllegalStateException("Doors.class is not in the program");
                }
                byte[] bytes = in.readAllBytes();
                Class<?> defined = defineClass(Doors.class.getName(), bytes, 0, bytes.length);
                defined.getField("host").set(null, host);
                return defined;
            } catch (IOException | ReflectiveOperationException e) {
                throw new IllegalStateException("Doors.class", e);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(Doors.class.getName()) ? doors : super.loadClass(name, resolve);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = declared.remove(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] woven = Weaver.weave(bytes, host.isContained());
            return defineClass(name, woven, 0, woven.length);
        }
    }

    SnippetHost host() {
        return host;
    }

    ClassLoader classes() {
        return snippets;
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        boolean[] installed = new boolean[classes.length];
        // All are declared before the first is loaded: they refer to each other.
        for (ClassBytecodes one : classes) {
            snippets.declared.put(one.name(), one.bytecodes());
        }
        try {
            for (int i = 0; i < classes.length; i++) {
                snippets.loadClass(classes[i].name());
                installed[i] = true;
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ClassInstallException("load: " + e, installed);
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        return snippets.loadClass(name);
    }

    /** Nothing to do: a class is never redefined here, JShell makes a new one. */
    @Override
    public void classesRedefined(ClassBytecodes[] classes) {}

    /** Nothing to do: what is added for the compiler is on the class path of this program already. */
    @Override
    public void addToClasspath(String path) {}
}
