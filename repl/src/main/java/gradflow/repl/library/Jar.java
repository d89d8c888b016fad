package gradflow.repl.library;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A jar; opened when a class of it is read, and then for good, as the jars of a running program are. */
final class Jar implements ClassStore {
    private final Path file;
    private final PackageTable packages;
    private @Nullable ZipFile zip;

    Jar(Path file, PackageTable packages) {
        this.file = file;
        this.packages = packages;
    }

    boolean isAt(String path) {
        return file.toString().equals(path);
    }

    Set<String> packages() {
        return packages.names();
    }

    @Override
    public List<String> classes(String packageName) {
        return packages.classes(packageName);
    }

    @Override
    public synchronized InputStream open(String path) throws IOException {
        if (zip == null) {
            zip = new ZipFile(file.toFile());
        }
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new FileNotFoundException(address(path));
        }
        return zip.getInputStream(entry);
    }

    @Override
    public String address(String path) {
        return "jar:" + file.toUri() + "!/" + path;
    }
}
