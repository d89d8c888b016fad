package gradflow.repl.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/** Loads snippet classes, woven, over the classes of this program, which snippets share with it. */
final class SnippetLoader implements LoaderDelegate {
    private final Snippets snippets = new Snippets();

    private static final class Snippets extends ClassLoader {
        private final Map<String, byte[]> declared = new ConcurrentHashMap<>();

        Snippets() {
            super("snippets", SnippetLoader.class.getClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = declared.remove(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] woven = Weaver.weave(bytes);
            return defineClass(name, woven, 0, woven.length);
        }
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
