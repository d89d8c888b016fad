package gradflow.repl.library;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what is only asked of the compiler's own files. Java's class for that wants them when it is made, and to make them
 * takes time.
 */
abstract class ForwardingFiles implements StandardJavaFileManager {
    /** {@return the compiler's own} */
    abstract StandardJavaFileManager standard();

    @Override
    public @Nullable JavaFileObject getJavaFileForOutput(
            Location location, String className, Kind kind, @Nullable FileObject sibling) throws IOException {
        return standard().getJavaFileForOutput(location, className, kind, sibling);
    }

    @Override
    public @Nullable FileObject getFileForOutput(
            Location location, String packageName, String relativeName, @Nullable FileObject sibling)
            throws IOException {
        return standard().getFileForOutput(location, packageName, relativeName, sibling);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return standard().getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return standard().getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return standard().getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return standard().getJavaFileObjects(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(Path... paths) {
        return standard().getJavaFileObjects(paths);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromPaths(Collection<? extends Path> paths) {
        return standard().getJavaFileObjectsFromPaths(paths);
    }

    @Override
    public void setLocationForModule(Location location, String moduleName, Collection<? extends Path> paths)
            throws IOException {
        standard().setLocationForModule(location, moduleName, paths);
    }

    @Override
    public @Nullable Iterable<? extends File> getLocation(Location location) {
        return standard().getLocation(location);
    }

    @Override
    public @Nullable Iterable<? extends Path> getLocationAsPaths(Location location) {
        return standard().getLocationAsPaths(location);
    }

    @Override
    public Path asPath(FileObject file) {
        return standard().asPath(file);
    }

    @Override
    public void setPathFactory(PathFactory factory) {
        standard().setPathFactory(factory);
    }
}
