package gradflow.repl.library;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Where the compiler finds classes. It answers as the compiler's own would, which answers where the inventory has nothing to
 * say; but that one opens every jar, and walks the file system of the JDK for each package in each of its seventy modules.
 */
public final class LibraryFiles extends ForwardingFiles {
    /** What nothing but an option of the compiler sets. */
    private static final Set<StandardLocation> UNSET = EnumSet.of(
            StandardLocation.CLASS_OUTPUT,
            StandardLocation.SOURCE_OUTPUT,
            StandardLocation.NATIVE_HEADER_OUTPUT,
            StandardLocation.SOURCE_PATH,
            StandardLocation.ANNOTATION_PROCESSOR_PATH,
            StandardLocation.ANNOTATION_PROCESSOR_MODULE_PATH,
            StandardLocation.MODULE_SOURCE_PATH,
            StandardLocation.UPGRADE_MODULE_PATH,
            StandardLocation.MODULE_PATH,
            StandardLocation.PATCH_MODULE_PATH);

    private static final Set<String> CLASS_PATH = Set.of("-classpath", "--class-path", "-cp");
    /** What is told the compiler's own when it is made, which opens each jar of a class path. */
    private static final Set<String> DEFERRED = Set.of("-classpath", "--class-path", "-cp", "--multi-release");

    private static final Pattern OF_NO_FILES = Pattern.compile("-(proc|nowarn|X|g)");

    private final Supplier<StandardJavaFileManager> maker;
    private final Inventory inventory;
    private final Map<String, JdkModule> modules;
    private @Nullable StandardJavaFileManager made;
    private final Map<String, String> options = new HashMap<>();
    private Optional<List<Jar>> classPath;

    LibraryFiles(Supplier<StandardJavaFileManager> maker, Inventory inventory, boolean onlyBase) {
        this.maker = maker;
        this.inventory = inventory;
        modules = onlyBase ? Map.of(Inventory.BASE, inventory.modules().get(Inventory.BASE)) : inventory.modules();
        classPath = inventory.jars(System.getProperty("java.class.path", ""));
    }

    /** {@return what finds the same classes as the compiler's own, sooner if there is an inventory} */
    public static StandardJavaFileManager of(StandardJavaFileManager files) {
        return Inventory.current()
                .<StandardJavaFileManager>map(inventory -> new LibraryFiles(() -> files, inventory, false))
                .orElse(files);
    }

    /** {@return what finds the classes that a text can name; the compiler's own isn't made unless it is needed} */
    public static StandardJavaFileManager of(Supplier<StandardJavaFileManager> files, String text) {
        return Inventory.current()
                .<StandardJavaFileManager>map(
                        inventory -> new LibraryFiles(files, inventory, !inventory.leavesBase(text)))
                .orElseGet(files);
    }

    @Override
    StandardJavaFileManager standard() {
        if (made == null) {
            made = maker.get();
            for (Map.Entry<String, String> option : options.entrySet()) {
                made.handleOption(option.getKey(), List.of(option.getValue()).iterator());
            }
        }
        return made;
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        if (recurse || !kinds.contains(Kind.CLASS)) {
            return standard().list(plain(location), packageName, kinds, recurse);
        }
        if (location instanceof JdkModule module) {
            return add(new ArrayList<>(), module, packageName);
        }
        if (location == StandardLocation.CLASS_PATH && classPath.isPresent()) {
            List<JavaFileObject> found = new ArrayList<>();
            classPath.get().forEach(jar -> add(found, jar, packageName));
            return found;
        }
        return standard().list(location, packageName, kinds, recurse);
    }

    private static List<JavaFileObject> add(List<JavaFileObject> found, ClassStore store, String packageName) {
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        for (String name : store.classes(packageName)) {
            found.add(new LibraryFile(store, prefix + name));
        }
        return found;
    }

    private boolean isUnset(Location location) {
        return made == null && location instanceof StandardLocation one && UNSET.contains(one);
    }

    @Override
    public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof LibraryFile ours ? ours.binaryName() : standard().inferBinaryName(plain(location), file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        if (a instanceof LibraryFile ours) {
            return ours.isSame(b);
        }
        return !(b instanceof LibraryFile) && standard().isSameFile(a, b);
    }

    @Override
    public Iterable<Set<Location>> listLocationsForModules(Location location) throws IOException {
        if (location == StandardLocation.SYSTEM_MODULES) {
            return List.of(new LinkedHashSet<>(modules.values()));
        }
        return isUnset(location) ? List.of() : standard().listLocationsForModules(location);
    }

    @Override
    public @Nullable Location getLocationForModule(Location location, String moduleName) throws IOException {
        return location == StandardLocation.SYSTEM_MODULES
                ? modules.get(moduleName)
                : standard().getLocationForModule(location, moduleName);
    }

    @Override
    public @Nullable Location getLocationForModule(Location location, JavaFileObject file) throws IOException {
        return file instanceof LibraryFile ours && ours.store() instanceof JdkModule module
                ? module
                : standard().getLocationForModule(location, file);
    }

    @Override
    public String inferModuleName(Location location) throws IOException {
        return location instanceof JdkModule module ? module.name() : standard().inferModuleName(location);
    }

    @Override
    public boolean hasLocation(Location location) {
        if (isUnset(location)) {
            return false;
        }
        return location instanceof JdkModule
                || location == StandardLocation.CLASS_PATH
                || location == StandardLocation.SYSTEM_MODULES
                || standard().hasLocation(location);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        if (file instanceof LibraryFile ours) {
            return location.equals(ours.store())
                    || (location == StandardLocation.SYSTEM_MODULES && ours.store() instanceof JdkModule);
        }
        return standard().contains(plain(location), file);
    }

    @Override
    public @Nullable JavaFileObject getJavaFileForInput(Location location, String className, Kind kind)
            throws IOException {
        if (location instanceof JdkModule module && kind == Kind.CLASS) {
            int dot = className.lastIndexOf('.');
            boolean there =
                    module.classes(dot < 0 ? "" : className.substring(0, dot)).contains(className.substring(dot + 1));
            return there ? new LibraryFile(module, className) : null;
        }
        return standard().getJavaFileForInput(plain(location), className, kind);
    }

    @Override
    public @Nullable FileObject getFileForInput(Location location, String packageName, String relativeName)
            throws IOException {
        return standard().getFileForInput(plain(location), packageName, relativeName);
    }

    /** {@return a location that the compiler's own knows} */
    private Location plain(Location location) {
        if (location instanceof JdkModule module) {
            try {
                return standard().getLocationForModule(StandardLocation.SYSTEM_MODULES, module.name());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return location;
    }

    /** Compiler plugins of the class path are none of a snippet's business; looking for them opens every jar. */
    @Override
    public @Nullable ClassLoader getClassLoader(Location location) {
        return location == StandardLocation.CLASS_PATH
                ? ClassLoader.getPlatformClassLoader()
                : standard().getClassLoader(location);
    }

    @Override
    public int isSupportedOption(String option) {
        if (DEFERRED.contains(option)) {
            return 1;
        }
        return OF_NO_FILES.matcher(option).lookingAt() ? -1 : standard().isSupportedOption(option);
    }

    @Override
    public boolean handleOption(String option, Iterator<String> arguments) {
        if (OF_NO_FILES.matcher(option).lookingAt()) {
            return false;
        }
        if (!DEFERRED.contains(option)) {
            return standard().handleOption(option, arguments);
        }
        String argument = arguments.next();
        if (CLASS_PATH.contains(option)) {
            classPath = inventory.jars(argument);
        }
        options.put(CLASS_PATH.contains(option) ? "-classpath" : option, argument);
        return made == null || made.handleOption(option, List.of(argument).iterator());
    }

    @Override
    public void flush() throws IOException {
        if (made != null) {
            made.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (made != null) {
            made.close();
        }
    }

    @Override
    public void setLocation(Location location, @Nullable Iterable<? extends File> files) throws IOException {
        forget(location);
        standard().setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths) throws IOException {
        forget(location);
        standard().setLocationFromPaths(location, paths);
    }

    private void forget(Location location) {
        if (location == StandardLocation.CLASS_PATH) {
            classPath = Optional.empty();
        }
    }
}
